import type { DefaultTreeAdapterTypes } from 'parse5';

export function attribute(element: DefaultTreeAdapterTypes.Element, name: string): string | null {
  for (const attr of element.attrs) if (attr.name === name) return attr.value;
  return null;
}
