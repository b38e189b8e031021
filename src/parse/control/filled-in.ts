import type { PageElement } from './collect-tables.js';

/** What is filled in where a form shows it: an input's value, the option that is chosen. */
export const FILLED_IN: ReadonlyMap<string, (element: PageElement) => string> = new Map([
  ['input', inputValue],
  ['textarea', words],
  ['button', words],
  ['select', chosen],
]);

function inputValue({ attribs }: PageElement): string {
  return /^(?:text|number|tel|search|url)?$/i.test(attribs.type ?? '') ? (attribs.value ?? '') : '';
}

function chosen(element: PageElement): string {
  const options = element.children.flatMap((node) => ('attribs' in node && 'name' in node ? [node] : []));
  const selected = options.filter(({ attribs }) => attribs.selected !== undefined);
  return words(selected.at(-1) ?? options[0] ?? element);
}

function words(element: PageElement): string {
  return element.children
    .map((node) =>
      node.type === 'text' ? node.data : 'attribs' in node && 'name' in node ? words(node) : '',
    )
    .join('');
}
