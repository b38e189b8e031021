import { shadeOf } from '../css/colour.js';
import { OBJECT_SIGN } from '../object-sign.js';
import { type Matrix, place } from './pdf-matrix.js';
import type { PlacedGlyph } from './pdf-text-state.js';

interface Ground {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly colour: string;
}

/** Areas that were painted, in their order, to tell text that nobody sees: white on paper, of its ground's colour, too small. */
export class PdfGrounds {
  readonly #grounds: Ground[] = [];

  /** `bounds` of a path that was filled: left, bottom, right and top before `matrix`. */
  fill(bounds: unknown, matrix: Matrix, colour: string): void {
    const [x1, y1, x2, y2] =
      bounds instanceof Object ? [...(bounds as ArrayLike<number> & Iterable<number>)] : [];
    if (![x1, y1, x2, y2].every(Number.isFinite)) return;
    const corners = [
      place(matrix, x1!, y1!),
      place(matrix, x2!, y2!),
      place(matrix, x1!, y2!),
      place(matrix, x2!, y1!),
    ];
    const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
    const [left, top, right, bottom] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    // Rules are no ground.
    if (right - left < LEAST_SIDE || bottom - top < LEAST_SIDE) return;
    this.#grounds.push({ left, top, right, bottom, colour });
  }

  /** The glyph, or the sign of something that is no text in its place: what is under it isn't blank for certain. */
  seen(glyph: PlacedGlyph, colour: string): PlacedGlyph {
    const isBlank = glyph.text.trim() === '';
    return !isBlank && (glyph.size < SMALLEST || this.#isHidden(glyph, colour))
      ? { ...glyph, text: OBJECT_SIGN }
      : glyph;
  }

  #isHidden({ left, right, baseline, size }: PlacedGlyph, colour: string): boolean {
    const shade = shadeOf(colour);
    if (shade === 'clear') return true;
    const isPale = shade === 'pale';
    if (!isPale && (this.#grounds.length === 0 || colour === BLACK)) return false;
    const [x, y] = [(left + right) / 2, baseline - size / 3];
    const ground = this.#grounds.findLast((g) => g.left < x && x < g.right && g.top < y && y < g.bottom);
    return ground ? ground.colour === colour || (isPale && shadeOf(ground.colour) === 'pale') : isPale;
  }
}

export const BLACK = '#000000';
/** Points. */
const LEAST_SIDE = 4;
const SMALLEST = 1.6;
