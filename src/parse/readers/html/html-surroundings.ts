import type { DefaultTreeAdapterTypes } from 'parse5';
import { shadeOf } from '../css/colour.js';
import { type CssDeclaration, readDeclarations } from '../css/read-rules.js';
import type { StyleSheet } from '../css/style-sheet.js';
import { attribute } from './html-attribute.js';
import { innerText } from './html-inner-text.js';

type Element = DefaultTreeAdapterTypes.Element;

/** Other text is printed in the cell. False for a cell itself, and outside of cells. */
export function isBesideOthers(element: Element): boolean {
  let cell: Element | null = element;
  while (cell && cell.tagName !== 'td' && cell.tagName !== 'th') cell = parentOf(cell);
  if (cell === null || cell === element) return false;
  let signs = signsOfCells.get(cell);
  if (signs === undefined) {
    signs = signsIn(cell);
    signsOfCells.set(cell, signs);
  }
  return signs > signsIn(element);
}

/** Something coloured is painted behind the element, as far as the page itself says. */
export function isOnGround(element: Element, sheet: StyleSheet | null): boolean {
  let at: Element | null = element;
  for (let steps = 0; at && steps < MOST_STEPS; steps++) {
    if (hasGround(at, sheet)) return true;
    at = parentOf(at);
  }
  return false;
}

function hasGround(element: Element, sheet: StyleSheet | null): boolean {
  if (attribute(element, 'background') !== null) return true;
  const own = readDeclarations(attribute(element, 'style') ?? '');
  const colour = attribute(element, 'bgcolor')?.toLowerCase() ?? '';
  return [...(sheet?.of(element)?.declarations ?? []), ...own].some(isGround) || shadeOf(colour) === 'seen';
}

/** A colour that isn't the paper's, or a picture. */
function isGround({ name, value }: CssDeclaration): boolean {
  if (name === 'background-image') return value !== 'none';
  if (name !== 'background-color' && name !== 'background') return false;
  return value.includes('url(') || value.includes('gradient(') || shadeOf(value.split(' ')[0]!) === 'seen';
}

/** Characters that are no white space. */
function signsIn(element: Element): number {
  return innerText(element).replace(/\s+/g, '').length;
}

function parentOf({ parentNode }: Element): Element | null {
  return parentNode && 'tagName' in parentNode ? parentNode : null;
}

/** Of a cell with ten thousand white spans each asks. */
const signsOfCells = new WeakMap<Element, number>();
/** Ancestors of a table's cell are rarely more. */
const MOST_STEPS = 200;
