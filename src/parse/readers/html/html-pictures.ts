import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute } from './html-attribute.js';

type Element = DefaultTreeAdapterTypes.Element;

/** Emblems, codes and spacers, as far as the page gives their size. */
export function isSmallPicture(element: Element): boolean {
  return isSmaller(element, SMALL_PICTURE);
}

/** Something is to be seen: a control that isn't hidden, a picture of more than a few dots. */
export function isSeen(element: Element): boolean {
  return !/^hidden$/i.test(attribute(element, 'type') ?? '') && !isSmaller(element, SPACER);
}

function isSmaller(element: Element, size: number): boolean {
  const sides = ['width', 'height'].map((side) => Number.parseInt(attribute(element, side) ?? '', 10));
  return sides.some((side) => side < size);
}

const SMALL_PICTURE = 60;
/** Narrower than a digit. */
const SPACER = 4;
