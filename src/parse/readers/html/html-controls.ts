import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute } from './html-attribute.js';
import { innerText } from './html-inner-text.js';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** What a control shows as the page stands, as forms that were printed out of a reporting system have it; '' where that is no text. */
export function controlText(element: Element): string {
  return (TEXT_OF[element.tagName]?.(element) ?? '').trim();
}

function inputText(element: Element): string {
  const type = attribute(element, 'type') ?? 'text';
  return WRITTEN.test(type) ? (attribute(element, 'value') ?? '') : '';
}

/** The option that is chosen, else the first (HTML Standard §4.10.7). */
function chosenText(element: Element): string {
  const options = elementsIn(element).filter(({ tagName }) => tagName === 'option');
  const chosen = options.filter((option) => attribute(option, 'selected') !== null).at(-1);
  return innerText(chosen ?? options[0] ?? element);
}

/** A formula that is a number and no more. */
function formulaText(element: Element): string {
  const isPlain = elementsIn(element).every(({ tagName }) => NUMBER_PARTS.has(tagName));
  return isPlain ? innerText(element) : '';
}

/** Without recursion, for pages may nest tens of thousands deep. */
function elementsIn(element: Element): readonly Element[] {
  const found: Element[] = [];
  const open: Node[] = element.childNodes.toReversed();
  for (let next = open.pop(); next; next = open.pop()) {
    if (!('tagName' in next)) continue;
    found.push(next);
    for (const child of next.childNodes.toReversed()) open.push(child);
  }
  return found;
}

const WRITTEN = /^(?:text|number|tel|search|url)?$/i;
const NUMBER_PARTS: ReadonlySet<string> = new Set(['mn', 'mrow', 'mstyle', 'semantics']);
const TEXT_OF: Readonly<Record<string, (element: Element) => string>> = {
  input: inputText,
  select: chosenText,
  textarea: innerText,
  button: innerText,
  math: formulaText,
};
