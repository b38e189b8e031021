import type { DefaultTreeAdapterTypes } from 'parse5';
import type { StyleSheet } from '../css/style-sheet.js';
import { attribute } from './html-attribute.js';
import { readStyle, type Style } from './html-style.js';
import { PLAIN_SIGHT, type Sight } from './sight.js';

type Element = DefaultTreeAdapterTypes.Element;

/**
 * A part of the page that isn't to be seen as the page stands, but that scripts or readers open (a tab, a foldable part)
 * or that is a copy (for print, for telephones): its tables count only where no other table says the same.
 */
export function isAside(element: Element, style: Style | null, sheet: StyleSheet): boolean {
  if (element.tagName === 'details' && attribute(element, 'open') === null) return true;
  if (style?.sight.gone) return true;
  return sheet.of(element) !== null && readStyle(element, sheet, PLAIN_SIGHT)?.isDisplayed === false;
}

/** Outside of a table's rows, being too small, clear or far out is believed of text alone: what stands within may be set otherwise. */
export function sightOutside(element: Element, style: Style | null, around: Sight): Sight {
  if (!style) return around;
  const isText = element.childNodes.every((child) => child.nodeName === '#text');
  const { tiny, clear, gone } = isText ? style.sight : around;
  return { ...style.sight, tiny, clear, gone, doubt: null };
}
