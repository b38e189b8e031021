import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute } from './html-attribute.js';

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
  return textIn(chosen ?? options[0] ?? element);
}

/** A formula that is a number and no more. */
function formulaText(element: Element): string {
  const isPlain = elementsIn(element).every(({ tagName }) => NUMBER_PARTS.has(tagName));
  return isPlain ? textIn(element) : '';
}

function elementsIn(element: Element): readonly Element[] {
  return element.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elementsIn(child)] : []));
}

function textIn(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : '';
}

const WRITTEN = /^(?:text|number|tel|search|url)?$/i;
const NUMBER_PARTS: ReadonlySet<string> = new Set(['mn', 'mrow', 'mstyle', 'semantics']);
const TEXT_OF: Readonly<Record<string, (element: Element) => string>> = {
  input: inputText,
  select: chosenText,
  textarea: textIn,
  button: textIn,
  math: formulaText,
};
