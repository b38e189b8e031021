import { shadeOf } from '../css/colour.js';
import type { XmlAttributes } from './docx-xml.js';

/** `w:color`: white, or so light that it can't be told from it. */
export function isPale(attributes: XmlAttributes): boolean {
  const colour = attributes['w:val'] ?? '';
  const first = colour[0];
  return (first === 'F' || first === 'f') && shadeOf(`#${colour.toLowerCase()}`) === 'pale';
}

/** `w:sz`, in half-points. */
export function isTinySize(attributes: XmlAttributes): boolean {
  return TINY.has(attributes['w:val'] ?? '');
}

/** `w:shd`, `w:highlight`: a ground that isn't the paper's. */
export function isGround(attributes: XmlAttributes): boolean {
  const fill = attributes['w:fill'];
  if (fill === undefined) return !/^(?:none|white|clear|nil)?$/.test(attributes['w:val'] ?? '');
  const isPattern = !/^(?:clear|nil)?$/.test(attributes['w:val'] ?? '');
  return isPattern || attributes['w:themeFill'] !== undefined || shadeOf(`#${fill.toLowerCase()}`) === 'seen';
}

/** Two points at most. */
const TINY: ReadonlySet<string> = new Set(['0', '1', '2', '3', '4']);
