import type { RuledCell, RuledTable } from './pdf-cells.js';
import type { Glyph } from './pdf-marks.js';
import { type TextLine, toLines } from './pdf-text-lines.js';

export interface FilledTable extends RuledTable {
  readonly cells: readonly FilledCell[];
}

export interface FilledCell extends RuledCell {
  readonly text: string;
  /** Its text runs over a line of the table, so it may be another cell's. */
  readonly overflowing: boolean;
}

/** Puts the glyphs that stand in a table into its cells; the rest is handed back. */
export function fillTable(
  table: RuledTable,
  glyphs: readonly Glyph[],
): { readonly table: FilledTable; readonly rest: readonly Glyph[] } {
  const held = table.cells.map((): Glyph[] => []);
  const overflowing = new Set<number>();
  const rest: Glyph[] = [];
  for (const word of wordsOf(glyphs)) {
    for (const part of cutAtWalls(word, table)) {
      const { place, over } = part;
      if (place < 0) rest.push(...part.glyphs);
      else held[place]!.push(...part.glyphs);
      if (over && place >= 0) overflowing.add(place);
    }
  }
  const lines = held.map((own) => toLines(own));
  const padding = paddingOf(table, lines);
  const cells = table.cells.map((cell, place) => ({
    ...cell,
    text: joinLines(lines[place]!, cell.right - cell.left - 2 * padding),
    overflowing: overflowing.has(place),
  }));
  return { table: { ...table, cells }, rest };
}

/** Glyphs shown one after the other without a gap: a number is never cut but at a wall. */
function wordsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const words: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = words.at(-1)?.at(-1);
    const gap = last ? (glyph.left - last.right) / glyph.size : Number.POSITIVE_INFINITY;
    const level = last !== undefined && Math.abs(glyph.baseline - last.baseline) < LEVEL * glyph.size;
    const inked = glyph.text.trim() !== '' && last?.text.trim() !== '';
    if (level && inked && Math.abs(gap) < JOINED) words.at(-1)!.push(glyph);
    else words.push([glyph]);
  }
  return words;
}

interface Part {
  readonly place: number;
  readonly glyphs: Glyph[];
  readonly over: boolean;
}

function cutAtWalls(word: readonly Glyph[], table: RuledTable): Part[] {
  const parts: { place: number; glyphs: Glyph[]; over: boolean }[] = [];
  for (const glyph of word) {
    const place = cellAt(glyph, table);
    const last = parts.at(-1);
    if (!last || (place !== last.place && isCut(last.glyphs.at(-1)!, glyph, table.cells[last.place])))
      parts.push({ place, glyphs: [glyph], over: false });
    else {
      if (place !== last.place) last.over = true;
      last.glyphs.push(glyph);
    }
  }
  return parts;
}

function cellAt({ left, right, baseline, size }: Glyph, table: RuledTable): number {
  const [x, y] = [(left + right) / 2, baseline - MIDDLE * size];
  return table.cells.findIndex(
    (cell) => cell.left <= x && x < cell.right && cell.top <= y && y < cell.bottom,
  );
}

/** Two cells' texts may stand close, but each on its side of the wall; a number that runs over it has no gap there. */
function isCut(before: Glyph, glyph: Glyph, cell: RuledCell | undefined): boolean {
  if (glyph.left - before.right >= GAP_AT_WALL * glyph.size) return true;
  if (!cell) return true;
  return before.run !== glyph.run && before.right <= cell.right + SLACK && glyph.left >= cell.right - SLACK;
}

/** The room between a wall and the text beside it, as the tightest line of the table shows it. */
function paddingOf(table: RuledTable, lines: readonly (readonly TextLine[])[]): number {
  const gaps = table.cells.flatMap(({ left }, place) => lines[place]!.map((line) => line.left - left));
  return Math.max(0, Math.min(MOST_PADDING, ...gaps));
}

/**
 * A line that had no room for the next glyph was broken for want of room, in the middle of a number too; any other
 * break is kept.
 */
function joinLines(lines: readonly TextLine[], room: number): string {
  return lines.reduce((text, line, place) => {
    const before = lines[place - 1];
    if (!before) return line.text;
    const full = before.right - before.left + line.firstWidth > room - SLACK;
    return text + (full ? '' : '\n') + line.text;
  }, '');
}

/** Parts of a font size. */
const LEVEL = 0.2;
const JOINED = 0.3;
const GAP_AT_WALL = 0.08;
/** The middle of a digit or a Chinese character above its baseline. */
const MIDDLE = 0.36;
/** Points. 1.9 mm is what Word and WPS leave at each side unless told otherwise. */
const MOST_PADDING = 5.7;
const SLACK = 0.5;
