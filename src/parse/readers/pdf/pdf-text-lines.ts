import type { Glyph } from './pdf-marks.js';

/** Glyphs on one baseline, left to right. */
export interface TextLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  /** Width of the first glyph: what would have had to fit in the line before. */
  readonly firstWidth: number;
}

/** Lines from top to bottom; white space at their ends is left out. */
export function toLines(glyphs: readonly Glyph[]): TextLine[] {
  const lines: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.baseline - b.baseline)) {
    const line = lines.at(-1);
    const reach = line ? SAME_LINE * Math.max(glyph.size, line[0]!.size) : 0;
    if (line && glyph.baseline - line.at(-1)!.baseline <= reach) line.push(glyph);
    else lines.push([glyph]);
  }
  return lines.flatMap((line) => compose(line.sort((a, b) => a.left - b.left)) ?? []);
}

function compose(glyphs: readonly Glyph[]): TextLine | null {
  const first = glyphs.findIndex(isInk);
  const last = glyphs.findLastIndex(isInk);
  if (first < 0) return null;
  const printed = glyphs.slice(first, last + 1);
  const size = Math.max(...printed.filter(isInk).map((glyph) => glyph.size));
  const main = printed.filter((glyph) => isInk(glyph) && glyph.size === size);
  const baseline = main[0]!.baseline;
  let text = '';
  printed.forEach((glyph, place) => {
    const before = printed[place - 1];
    if (before && isApart(before, glyph)) text += ' ';
    text += isInk(glyph) ? shifted(glyph, baseline, size) : SPACES.has(glyph.text) ? glyph.text : ' ';
  });
  const { left, right } = { left: printed[0]!.left, right: Math.max(...printed.map((glyph) => glyph.right)) };
  return { text, left, right, baseline, size, firstWidth: printed[0]!.right - printed[0]!.left };
}

function isInk({ text }: Glyph): boolean {
  return text.trim() !== '';
}

/** Words and numbers set apart without a printed space; Chinese is set with gaps of all sizes. */
function isApart(before: Glyph, glyph: Glyph): boolean {
  const gap = glyph.left - before.right;
  return gap > WORD_GAP * glyph.size && WORD.test(before.text) && WORD.test(glyph.text);
}

/** A small raised digit is a footnote mark, not the last digit of the number before it. */
function shifted({ text, baseline, size }: Glyph, lineBaseline: number, lineSize: number): string {
  const raise = lineBaseline - baseline;
  const isMark = MARKS.some(
    ({ small, shift }) => size <= small * lineSize && Math.abs(raise) >= shift * lineSize,
  );
  if (!isMark) return text;
  const digits = raise > 0 ? '⁰¹²³⁴⁵⁶⁷⁸⁹' : '₀₁₂₃₄₅₆₇₈₉';
  return text.replace(/\d/g, (digit) => digits[Number(digit)]!);
}

/** Parts of a font size. */
const SAME_LINE = 0.45;
const WORD_GAP = 0.22;
/** Word raises marks of two thirds; browsers set <sup> five sixths of the size (CSS Fonts 4, `smaller`), a third of it higher. */
const MARKS = [
  { small: 0.8, shift: 0.1 },
  { small: 0.92, shift: 0.2 },
];
const WORD = /[\dA-Za-z.,%+-]$/;
const SPACES: ReadonlySet<string> = new Set([' ', '\u3000', '\u00a0']);
