import type { DefaultTreeAdapterTypes } from 'parse5';

/** All text below a node, whatever it is shown as; without recursion, for pages may nest tens of thousands deep. */
export function innerText(node: DefaultTreeAdapterTypes.Node): string {
  let text = '';
  const open = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.nodeName === '#text' && 'value' in next) text += next.value;
    else if ('childNodes' in next) for (const child of next.childNodes.toReversed()) open.push(child);
  }
  return text;
}
