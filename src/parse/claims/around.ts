/** The words around a place in a section's text, white space and quotation marks removed. Each is cut out when asked for. */
export class Around {
  readonly #plain: string;
  readonly #start: number;
  readonly #end: number;
  /** Up to the number before, the sentence's end, or 60 characters. */
  readonly before: string;
  /** Up to the end of the sentence's part, 40 characters at most. */
  readonly after: string;
  #clause: string | undefined;
  #sentence: string | undefined;
  #near: string | undefined;

  /** `bound` is where the number before ended; `start` and `end` are the place's own. */
  constructor(plain: string, bound: number, start: number, end: number) {
    this.#plain = plain;
    this.#start = start;
    this.#end = end;
    const from = backTo(plain, start, Math.max(bound, start - BEFORE), PART_ENDS);
    this.before = compact(plain.slice(from, start));
    this.after = compact(plain.slice(end, aheadTo(plain, end, end + AFTER, CLAUSE_ENDS)));
  }

  /** The last of `before`: since a comma or a bracket. 其中， belongs to the words behind it. */
  get clause(): string {
    this.#clause ??= clauseOf(this.before);
    return this.#clause;
  }

  /** The sentence before, without what it puts in brackets. */
  get sentence(): string {
    this.#sentence ??= sentenceOf(this.#plain, this.#start);
    return this.#sentence;
  }

  /** The paragraph before and the sentence behind, at most 160 and 60 characters. */
  get near(): string {
    if (this.#near === undefined) {
      const from = backTo(this.#plain, this.#start, this.#start - FAR_BEFORE, '\n');
      const to = aheadTo(this.#plain, this.#end, this.#end + FAR_BEHIND, SENTENCE_ENDS);
      this.#near = compact(this.#plain.slice(from, this.#start) + this.#plain.slice(this.#end, to));
    }
    return this.#near;
  }
}

export function compact(text: string): string {
  return UNSEEN.test(text) ? text.replaceAll(UNSEEN_ALL, '') : text;
}

function sentenceOf(plain: string, start: number): string {
  const raw = plain.slice(backTo(plain, start, start - FAR_BEFORE, SENTENCE_ENDS), start);
  return /[（(]/.test(raw) ? raw.replaceAll(BRACKETED, '') : raw;
}

function clauseOf(before: string): string {
  const cut = backTo(before, before.length - 1, 0, CLAUSE_STARTS);
  const clause = before.slice(cut);
  return before.slice(0, Math.max(0, cut - 1)).endsWith('其中') ? `其中${clause}` : clause;
}

/** Behind the last of `marks` before `start`, at least `least`. */
function backTo(text: string, start: number, least: number, marks: string): number {
  const stop = Math.max(0, least);
  for (let at = start; at > stop; at--) if (marks.includes(text[at - 1]!)) return at;
  return stop;
}

/** At the first of `marks` from `start` on, at most `most`. */
function aheadTo(text: string, start: number, most: number, marks: string): number {
  const stop = Math.min(text.length, most);
  for (let at = start; at < stop; at++) if (marks.includes(text[at]!)) return at;
  return stop;
}

const SENTENCE_ENDS = '。！？\n';
const PART_ENDS = '。；;！？\n';
const CLAUSE_ENDS = '，,。；;！？\n（(）)';
const CLAUSE_STARTS = '，,；;（(：:';
const UNSEEN = /[\s“”"‘’]/;
const UNSEEN_ALL = /[\s“”"‘’]/g;
const BRACKETED = /[（(][^（()）]{0,80}[)）]/g;
const BEFORE = 60;
const AFTER = 40;
const FAR_BEFORE = 160;
const FAR_BEHIND = 60;
