import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Metadatum } from '../../../model/document.js';
import { attribute } from './html-attribute.js';

type Element = DefaultTreeAdapterTypes.Element;

/** `<title>` and `<meta>`: what a page says of itself. */
export function noteMetadata(element: Element, metadata: Metadatum[]): void {
  if (element.tagName === 'title')
    metadata.push({ name: 'title', value: textOf(element).replace(/\s+/g, ' ').trim() });
  if (element.tagName !== 'meta') return;
  const name = attribute(element, 'name') ?? attribute(element, 'property');
  const value = attribute(element, 'content');
  if (name && value) metadata.push({ name: name.toLowerCase(), value: value.trim() });
}

export function textOf(element: Element): string {
  return element.childNodes.map((n) => ('value' in n ? n.value : '')).join('');
}
