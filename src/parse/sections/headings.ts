import { FORM_TABLES } from '../../catalogue/forms.js';
import { SECTION_FORMS, type SectionForm } from '../../catalogue/sections.js';
import type { Block, Table } from '../../model/document.js';
import type { FormTable } from '../../model/form.js';
import { foldLabel } from '../labels/fold.js';
import { inlineHeadings } from './inline-headings.js';
import { isContentsEntry, joinedLines, type Line, linesWithPlaces } from './printed-lines.js';

/** How a heading is numbered: 1 for 一、, 2 for （一）, 3 for 1. and below, 4 for ①, which heads no section; 0 without a number. */
export type NumberLevel = 0 | 1 | 2 | 3 | 4;

export interface HeadingCandidate {
  /** Index of the block in the document, and where in its text the heading starts; 0 in a table. */
  readonly block: number;
  readonly start: number;
  /** Where the heading ends: mostly in the same block. */
  readonly endBlock: number;
  readonly end: number;
  readonly text: string;
  readonly form: SectionForm | null;
  readonly level: NumberLevel;
  /** The whole text is a wording of the catalogue, not only its keywords. */
  readonly exact: boolean;
  /** On a line of its own, in front of a line's text or inside it, or alone in a row of a table. */
  readonly place: 'line' | 'inline' | 'cell';
}

/** Whatever could head a top-level section: short, and numbered 一、 or worded like a section. */
export function findHeadings(blocks: readonly Block[]): readonly HeadingCandidate[] {
  const known = FOUND.get(blocks);
  if (known) return known;
  const found = search(blocks);
  FOUND.set(blocks, found);
  return found;
}

/** Sections and pictures are told by the same headings: looked for once an article. */
const FOUND = new WeakMap<readonly Block[], readonly HeadingCandidate[]>();

function search(blocks: readonly Block[]): readonly HeadingCandidate[] {
  const lines = linesWithPlaces(blocks);
  const found: HeadingCandidate[] = [];
  for (let place = 0; place < lines.length; place++) {
    const over = overSeveralLines(lines, place);
    if (over) {
      found.push(over.candidate);
      place += over.lines - 1;
      continue;
    }
    const line = lines[place]!;
    if (line.table) found.push(...inTable(line.table, line.block));
    else found.push(...inLine(line));
  }
  return found;
}

function inLine(line: Line): HeadingCandidate[] {
  if (isContentsEntry(line.text.trim())) return [];
  const whole = toCandidate(line, line);
  if (whole?.exact) return [whole];
  const inline = inlineHeadings(line, whole !== null);
  return inline.length === 0 && whole ? [whole] : inline;
}

/** 三、收到和处理政府 | 信息公开申请情况: a heading that breaks off and goes on in the next lines. */
function overSeveralLines(
  lines: readonly Line[],
  place: number,
): { candidate: HeadingCandidate; lines: number } | null {
  const first = lines[place]!;
  if (first.table || first.text.length > LONGEST_HEADING || numberLevel(first.text) === 0) return null;
  if (toCandidate(first, first)?.exact) return null;
  for (const count of [2, 3]) {
    const joined = joinedLines(lines, place, count);
    const goesOn = joined && numberLevel(lines[place + 1]!.text) === 0;
    const candidate = goesOn ? toCandidate({ ...first, text: joined }, lines[place + count - 1]!) : null;
    if (candidate?.exact) return { candidate, lines: count };
  }
  return null;
}

function toCandidate(from: Line, to: Line): HeadingCandidate | null {
  if (from.text.length > LONGEST_PRINTED) return null;
  const text = from.text.replace(/\s+/g, ' ').trim();
  if (text.length > LONGEST_HEADING || isContentsEntry(text)) return null;
  const printed = matchSection(text);
  const bare = printed?.exact || numberLevel(text) > 0 ? null : afterBareNumeral(text);
  const match = bare ?? printed;
  const level = bare ? 1 : numberLevel(text);
  if (!match && (level !== 1 || isRowLabel(text, LINE_LABELS))) return null;
  if (/[。；;！？]./.test(text.replace(NOTE, ''))) return null;
  const place = { block: from.block, start: from.start, endBlock: to.block, end: to.end };
  const { form = null, exact = false } = match ?? {};
  return { ...place, text, form, level, exact, place: 'line' };
}

/** 三、本年度办理结果000: a row of 表三 is numbered like a section, and a flattened table prints it as a line. */
function isRowLabel(text: string, labels: readonly string[]): boolean {
  const folded = foldLabel(text);
  return labels.some((label) => folded.startsWith(label));
}

/** A caption row: the only cell of its row, or a whole numbered heading beside empty ones; no figure's label. */
function inTable({ rows }: Table, block: number): HeadingCandidate[] {
  return rows.flatMap((row) => {
    const printed = row.filter(({ text, gap }) => !gap && text.trim() !== '');
    if (printed.length !== 1) return [];
    const at = { block, start: 0, end: 0, text: printed[0]!.text };
    const candidate = toCandidate(at, at);
    if (!candidate?.form || isRowLabel(candidate.text, TABLE_LABELS)) return [];
    const { exact, level } = candidate;
    const heads = row.length === 1 ? exact || level === 1 : exact && level === 1;
    return heads ? [{ ...candidate, place: 'cell' as const }] : [];
  });
}

export function numberLevel(text: string): NumberLevel {
  if (!NUMBERED.test(text)) return 0;
  if (CIRCLED.test(text)) return 4;
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  return NUMBERINGS.find(({ pattern }) => pattern.test(plain))?.level ?? 0;
}

/** 一 总体情况: a numeral without its 、 counts only before the very words of a section. */
function afterBareNumeral(text: string): ReturnType<typeof matchSection> {
  const rest = text.replace(BARE_NUMERAL, '');
  const match = rest === text ? null : matchSection(rest);
  return match?.exact ? match : null;
}

/** The section that a heading's words name; the earliest in the form where two fit (复议 and 问题 never share words). */
export function matchSection(text: string): { form: SectionForm; exact: boolean } | null {
  const folded = foldLabel(text);
  const exact = FORM_BY_WORDING.get(folded);
  if (exact) return { form: exact, exact: true };
  if (!ANY_KEYWORD.test(folded)) return null;
  const byWords = KEYWORD_ORDER.find(({ keywords }) =>
    keywords.some((words) => words.every((word) => folded.includes(word))),
  );
  return byWords ? { form: byWords, exact: false } : null;
}

/** Signs. */
const LONGEST_HEADING = 50;
const NOTE = /[（(][^（）()]*[)）]/g;
/** With blanks between all signs. */
const LONGEST_PRINTED = 150;
const NUMBERED = /^\s*[一二三四五六七八九十第(（㈠-㈩⑴-⒛0-9０-９①-⑳⼀⼆⼋⼗]/;
/** NFKC makes a bare 1 of it. */
const CIRCLED = /^\s*[①-⑳]/;
const BARE_NUMERAL = /^\s*[一二三四五六七八九十]\s*/;

const NUMBERINGS: readonly { readonly pattern: RegExp; readonly level: NumberLevel }[] = [
  { pattern: /^[一二三四五六七八九十]{1,3}[、.．,，:：]/, level: 1 },
  { pattern: /^第[一二三四五六七八九十]+(?:部分|[、.,:章])/, level: 1 },
  { pattern: /^\([一二三四五六七八九十]{1,3}\)/, level: 2 },
  { pattern: /^\(?\d{1,2}[).、．]/, level: 3 },
  { pattern: /^[一二三四五六七八九十]是/, level: 3 },
];

const rowLabels = (forms: readonly FormTable[]): readonly string[] =>
  [
    ...new Set(
      forms.flatMap(({ rows }) => rows.flatMap(({ path }) => (path[0] ? [foldLabel(path[0].text)] : []))),
    ),
  ].filter((label) => label.length >= 6);
const TABLE_LABELS = rowLabels(FORM_TABLES);
/** Not of the table of 2014–2018: its parts are named as the sections of those years are. */
const LINE_LABELS = rowLabels(FORM_TABLES.filter(({ headingsAbove }) => !headingsAbove));

const FORM_BY_WORDING: ReadonlyMap<string, SectionForm> = new Map(
  [...SECTION_FORMS]
    .reverse()
    .flatMap((form) => form.headings.map((heading) => [foldLabel(heading), form] as const)),
);

/** 问题 and 复议 are told by words that no other heading holds; 情况 and 主动公开 occur in all. */
const KEYWORD_ORDER: readonly SectionForm[] = (
  ['problems', 'review_litigation', 'other', 'applications', 'proactive', 'overview'] as const
).map((code) => SECTION_FORMS.find((form) => form.code === code)!);
/** Most lines of a page hold none of the words that the keywords begin with. */
const ANY_KEYWORD = new RegExp(
  [...new Set(KEYWORD_ORDER.flatMap(({ keywords }) => keywords.map(([first]) => first!)))].join('|'),
);
