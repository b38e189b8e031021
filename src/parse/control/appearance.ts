import type { PageElement } from './collect-tables.js';

/** How an element's text is shown: `absent` takes no place, `invisible` keeps its place without text. */
export type Appearance = 'plain' | 'raised' | 'struck' | 'invisible' | 'absent';

/** By the element's own name, attributes and style, and by what it stands in. */
export function appearanceOf(element: PageElement, around: Exclude<Appearance, 'absent'>): Appearance {
  const { name, attribs } = element;
  if (attribs.hidden !== undefined) return 'absent';
  const style =
    attribs.style !== undefined && TELLING.test(attribs.style) ? declarations(attribs.style) : NONE;
  if (style.get('display') === 'none') return 'absent';
  const visibility = style.get('visibility');
  if (visibility === 'hidden' || visibility === 'collapse' || style.get('mso-hide') === 'all')
    return 'invisible';
  if (around === 'invisible') return visibility === 'visible' ? 'plain' : 'invisible';
  if (around === 'struck' || name === 's' || name === 'strike' || isStruck(style)) return 'struck';
  const raised = name === 'sup' || name === 'sub' || /^su(?:per|b)$/.test(style.get('vertical-align') ?? '');
  return raised ? 'raised' : around;
}

/** A raised digit or a struck character is another character (Unicode), so that no stage takes it for a plain one. */
export function printAs(text: string, appearance: Appearance): string {
  switch (appearance) {
    case 'raised':
      return [...text].map((c) => ('0' <= c && c <= '9' ? '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(c)) : c)).join('');
    case 'struck':
      return [...text].map((c) => (c.trim() === '' ? c : `${c}\u0336`)).join('');
    case 'invisible':
    case 'absent':
      return '';
    case 'plain':
      return text;
  }
}

function isStruck(style: ReadonlyMap<string, string>): boolean {
  const line = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`;
  return line.includes('line-through');
}

/** CSS declarations, names and values in lower case; the last of a name wins. */
function declarations(style: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const value = declaration.slice(colon + 1).replace('!important', '');
    found.set(declaration.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase());
  }
  return found;
}

/** Most inline styles say nothing of this; they are not taken apart. */
const TELLING = /display|visibility|mso-hide|decoration|vertical-align/i;
const NONE: ReadonlyMap<string, string> = new Map();
