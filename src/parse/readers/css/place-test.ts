import type { DefaultTreeAdapterTypes } from 'parse5';
import { siblingsOf } from './siblings.js';

type Element = DefaultTreeAdapterTypes.Element;

/** `first-child`, `last-child`, `nth-child(2n+1)` … as a test of an element; null for every other pseudo-class. */
export function placeTest(pseudo: string): ((element: Element) => boolean) | null {
  const [, name = '', formula = ''] = /^([\w-]+)(?:\(\s*(.*?)\s*\))?$/.exec(pseudo.toLowerCase()) ?? [];
  const place = PLACES[name];
  if (!place) return null;
  const wanted = name.startsWith('nth') ? parseFormula(formula) : ([0, 1] as const);
  if (!wanted) return null;
  const [step, offset] = wanted;
  return (element) => {
    const distance = place(element) - offset;
    return step === 0 ? distance === 0 : distance % step === 0 && distance / step >= 0;
  };
}

/** an+b */
function parseFormula(formula: string): readonly [step: number, offset: number] | null {
  if (formula === 'odd') return [2, 1];
  if (formula === 'even') return [2, 0];
  const found = /^(?:([+-]?\d*)n)?\s*([+-]?\s*\d+)?$/.exec(formula);
  if (!found || formula === '') return null;
  const [, step, offset = '0'] = found;
  return [step === undefined ? 0 : coefficient(step), Number(offset.replaceAll(' ', ''))];
}

function coefficient(step: string): number {
  return /\d/.test(step) ? Number(step) : Number(`${step}1`);
}

function placeFromStart(element: Element): number {
  return siblingsOf(element).place + 1;
}

function placeFromEnd(element: Element): number {
  const { elements, place } = siblingsOf(element);
  return elements.length - place;
}

const PLACES: Readonly<Record<string, (element: Element) => number>> = {
  'first-child': placeFromStart,
  'nth-child': placeFromStart,
  'last-child': placeFromEnd,
  'nth-last-child': placeFromEnd,
};
