/** One sentence of this year's text, and whether last year's had it word for word. */
export interface ComparedSentence {
  readonly text: string;
  readonly copied: boolean;
}

export interface TextComparison {
  readonly sentences: readonly ComparedSentence[];
  /** Sentences of last year that this year no longer has. */
  readonly gone: readonly string[];
  /** Share of this year's characters that stand in copied sentences; null without any sentence. */
  readonly copiedShare: number | null;
}

/** This year's text beside last year's, sentence by sentence; numbers and years don't make a sentence new. */
export function compareTexts(now: string, before: string): TextComparison {
  const held = new Map(sentencesOf(before).map((text) => [essence(text), text]));
  const sentences = sentencesOf(now).map((text) => ({
    text,
    copied: isLong(text) && held.has(essence(text)),
  }));
  const present = new Set(sentences.map(({ text }) => essence(text)));
  const gone = [...held].filter(([key]) => !present.has(key)).map(([, text]) => text);
  const length = (of: readonly ComparedSentence[]) =>
    of.reduce((sum, { text }) => sum + essence(text).length, 0);
  const all = length(sentences);
  return { sentences, gone, copiedShare: all === 0 ? null : length(sentences.filter((s) => s.copied)) / all };
}

function sentencesOf(text: string): string[] {
  return text.match(/[^。；！？\n]+[。；！？]?\n*/g) ?? [];
}

/** What makes a sentence: its characters without numbers, years and white space. */
function essence(text: string): string {
  return text.normalize('NFKC').replace(/[\d\s.,%，。；、：（）()]/g, '');
}

/** 「一、概述」 is no copy. */
function isLong(text: string): boolean {
  return essence(text).length >= 8;
}
