import { SECTION_FORMS, type SectionForm } from '../catalogue/sections.js';
import type { Block, Paragraph } from '../model/document.js';
import { foldLabel } from './fold.js';

/** How a heading is numbered: 1 for 一、, 2 for （一）, 3 for 1. and below; 0 without a number. */
export type NumberLevel = 0 | 1 | 2 | 3;

export interface HeadingCandidate {
  /** Index of the block in the document. */
  readonly block: number;
  readonly text: string;
  readonly form: SectionForm | null;
  readonly level: NumberLevel;
  /** The whole text is a wording of the catalogue, not only its keywords. */
  readonly exact: boolean;
}

/** Every paragraph that could head a top-level section: short, and numbered 一、 or worded like a section. */
export function findHeadings(blocks: readonly Block[]): readonly HeadingCandidate[] {
  return blocks.flatMap((block, place) => {
    const candidate = block.kind === 'paragraph' ? toCandidate(block, place) : null;
    return candidate ? [candidate] : [];
  });
}

function toCandidate(paragraph: Paragraph, block: number): HeadingCandidate | null {
  const text = paragraph.text.replace(/\s+/g, ' ').trim();
  if (text.length > LONGEST_HEADING) return null;
  const level = numberLevel(text);
  const match = matchSection(text);
  if (!match && level !== 1) return null;
  if (/[。；;！？]./.test(text)) return null;
  return { block, text, form: match?.form ?? null, level, exact: match?.exact ?? false };
}

export function numberLevel(text: string): NumberLevel {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  return NUMBERINGS.find(({ pattern }) => pattern.test(plain))?.level ?? 0;
}

/** The section that a heading's words name; the earliest in the form where two fit (复议 and 问题 never share words). */
export function matchSection(text: string): { form: SectionForm; exact: boolean } | null {
  const folded = foldLabel(text);
  const exact = SECTION_FORMS.find(({ headings }) =>
    headings.some((heading) => foldLabel(heading) === folded),
  );
  if (exact) return { form: exact, exact: true };
  const byWords = KEYWORD_ORDER.find(({ keywords }) =>
    keywords.some((words) => words.every((word) => folded.includes(word))),
  );
  return byWords ? { form: byWords, exact: false } : null;
}

const LONGEST_HEADING = 50;

const NUMBERINGS: readonly { readonly pattern: RegExp; readonly level: NumberLevel }[] = [
  { pattern: /^[一二三四五六七八九十]{1,3}[、.．,，:：]/, level: 1 },
  { pattern: /^第[一二三四五六七八九十]+部分/, level: 1 },
  { pattern: /^\([一二三四五六七八九十]{1,3}\)/, level: 2 },
  { pattern: /^\(?\d{1,2}[).、．]/, level: 3 },
  { pattern: /^[一二三四五六七八九十]是/, level: 3 },
];

/** 问题 and 复议 are told by words that no other heading holds; 情况 and 主动公开 occur in all. */
const KEYWORD_ORDER: readonly SectionForm[] = (
  ['problems', 'review_litigation', 'other', 'applications', 'proactive', 'overview'] as const
).map((code) => SECTION_FORMS.find((form) => form.code === code)!);
