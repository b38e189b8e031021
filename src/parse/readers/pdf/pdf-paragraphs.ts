import type { TextLine } from './pdf-text-lines.js';

/** A line and where the text of its page begins and ends. */
export interface SetLine {
  readonly line: TextLine;
  readonly left: number;
  readonly right: number;
}

/** Joins lines to paragraphs: a line that is filled, and followed by one that starts at the margin, goes on. */
export function toParagraphs(lines: readonly SetLine[]): string[] {
  const paragraphs: string[] = [];
  lines.forEach((own, place) => {
    const before = lines[place - 1];
    const { text } = own.line;
    if (before && goesOn(before, own))
      paragraphs[paragraphs.length - 1] += glue(before.line.text, text) + text;
    else paragraphs.push(text);
  });
  return paragraphs;
}

function goesOn(before: SetLine, own: SetLine): boolean {
  const filled = before.line.right >= before.right - SHORT * before.line.size;
  const atMargin = own.line.left <= own.left + INDENT * own.line.size && !HEADING.test(own.line.text);
  return filled && atMargin && Math.abs(before.line.size - own.line.size) < SAME_SIZE * own.line.size;
}

/** Words of letters need a blank where the line was broken; a number that was broken needs none. */
function glue(before: string, after: string): string {
  return /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after) ? ' ' : '';
}

/** Parts of a font size: the first line of a Chinese paragraph is indented by two characters. */
const INDENT = 1;
const SHORT = 1.6;
const SAME_SIZE = 0.15;
/** Headings aren't always indented. */
const HEADING = /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)/;
