import type { Glyph } from './pdf-marks.js';
import { IDENTITY, type Matrix, multiply, place } from './pdf-matrix.js';

/** The part of a font that moves the pen. */
export interface PdfFont {
  readonly fontMatrix?: readonly number[];
  readonly vertical?: boolean;
  readonly defaultVMetrics?: readonly number[];
}

/** A glyph as the operator list shows it; a number between glyphs moves the pen back. */
export interface ShownGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | null;
}

/** Text state, kept by `q` and `Q` (PDF 32000-1 §9.3). */
export interface TextState {
  font: PdfFont | null;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
}

export const INITIAL_TEXT: TextState = {
  font: null,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
};

export interface Pen {
  matrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

export const newPen = (matrix: Matrix = IDENTITY): Pen => ({ matrix, x: 0, y: 0, lineX: 0, lineY: 0 });

export interface PlacedGlyph extends Glyph {
  /** Quarter turns clockwise against upright text; null for text aslant. */
  readonly turns: number | null;
}

/** Where each glyph of one show operation comes to stand; moves the pen (PDF 32000-1 §9.4.4). */
export function showGlyphs(
  shown: readonly (ShownGlyph | number)[],
  state: TextState,
  pen: Pen,
  current: Matrix,
  run: number,
): PlacedGlyph[] {
  const { font, size, scale } = state;
  if (!font || size === 0) return [];
  const text = multiply(current, pen.matrix);
  const placed: PlacedGlyph[] = [];
  for (const glyph of shown) {
    if (typeof glyph === 'number') {
      const back = (-glyph * size) / 1000;
      advance(pen, font.vertical ? 0 : back * scale, font.vertical ? back : 0);
    } else placed.push({ ...showOne(glyph, font, state, pen, text), run });
  }
  return placed;
}

function showOne(
  glyph: ShownGlyph,
  font: PdfFont,
  { size, scale, rise, charSpacing, wordSpacing }: TextState,
  pen: Pen,
  text: Matrix,
): Omit<PlacedGlyph, 'run'> {
  const unit = size * (font.fontMatrix?.[0] ?? 0.001);
  const spacing = charSpacing + (glyph.isSpace ? wordSpacing : 0);
  const width = glyph.width * unit * scale;
  const [down, offX, offY] = font.vertical ? verticalMetrics(glyph, font) : [0, 0, 0];
  const at = { x: pen.x - offX * unit * scale, y: pen.y - offY * unit + rise };
  if (font.vertical) advance(pen, 0, down * unit - spacing);
  else advance(pen, width + spacing * scale, 0);
  return stand(glyph.unicode, text, at, width, size);
}

function advance(pen: Pen, x: number, y: number): void {
  pen.x += x;
  pen.y += y;
}

/** Advance downwards (negative), then the way from the glyph's horizontal origin to its vertical one. */
function verticalMetrics(glyph: ShownGlyph, font: PdfFont): readonly [number, number, number] {
  const metric = glyph.vmetric ?? font.defaultVMetrics;
  return [metric?.[0] ?? -1000, glyph.vmetric ? (metric?.[1] ?? 0) : glyph.width / 2, metric?.[2] ?? 880];
}

function stand(
  unicode: string,
  text: Matrix,
  at: { readonly x: number; readonly y: number },
  width: number,
  size: number,
): Omit<PlacedGlyph, 'run'> {
  const start = place(text, at.x, at.y);
  const end = place(text, at.x + width, at.y);
  const up = place(text, at.x, at.y + size);
  return {
    text: unicode,
    left: Math.min(start.x, end.x),
    right: Math.max(start.x, end.x),
    baseline: start.y,
    size: Math.hypot(up.x - start.x, up.y - start.y),
    turns: turnsOf(up.x - start.x, up.y - start.y),
  };
}

/** By where the top of a glyph points; the page's y runs downwards. */
function turnsOf(x: number, y: number): number | null {
  const turns = Math.atan2(x, -y) / (Math.PI / 2);
  const nearest = Math.round(turns);
  return Math.abs(turns - nearest) < ASLANT ? (nearest + 4) % 4 : null;
}

/** About four degrees: a scan's text layer may lean that much. */
const ASLANT = 0.05;
