import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Ink } from './ink.js';

type Element = DefaultTreeAdapterTypes.Element;

/** What an element's own tag and style say of how its text stands on the page. */
export interface Style {
  /** What isn't displayed leaves no place: the next cell takes it. */
  readonly isDisplayed: boolean;
  readonly isBlock: boolean;
  readonly ink: Ink | 'visible' | undefined;
}

/** `sheet`: what the page's style sheets say of it, where they are to be heard. */
export function readStyle(element: Element, sheet = ''): Style {
  const byTag = INK_OF_TAGS[element.tagName];
  if (element.attrs.length === 0 && byTag === undefined) return PLAIN_STYLE;
  const css = `${sheet}${attribute(element, 'style') ?? ''}`;
  const isHidden = attribute(element, 'hidden') !== null;
  if (!isHidden && !TELLING.test(css) && byTag === undefined) return PLAIN_STYLE;
  return {
    isDisplayed: !isHidden && !NOT_DISPLAYED.test(css),
    isBlock: DISPLAYED_AS_BLOCK.test(css) && !TABLE_PARTS.has(element.tagName),
    ink: INKS.find(({ pattern }) => pattern.test(css))?.ink ?? unseen(element, css) ?? byTag,
  };
}

/** Too small, too clear or too far away to be seen; of text alone, because elements within may be set otherwise. */
function unseen(element: Element, css: string): Ink | undefined {
  const isText = UNSEEN.test(css) && element.childNodes.every((child) => child.nodeName === '#text');
  return isText ? 'invisible' : undefined;
}

/** Invisible text keeps its place: the cell stays, without what is printed in it. Visible may stand in invisible. */
export function inkWithin(around: Ink, own: Ink | 'visible' | undefined): Ink {
  if (own === undefined) return around;
  if (own === 'visible') return around === 'invisible' ? 'plain' : around;
  return own === 'invisible' || around === 'plain' ? own : around;
}

export function attribute(element: Element, name: string): string | null {
  for (const attr of element.attrs) if (attr.name === name) return attr.value;
  return null;
}

const PLAIN_STYLE: Style = { isDisplayed: true, isBlock: false, ink: undefined };
/** Most styles are of fonts and margins. */
const TELLING =
  /display|visibility|mso-hide|line-through|vertical-align|font-size\s*:\s*0(?![.\d])|opacity|text-indent\s*:\s*-|transparent|left\s*:\s*-/i;
const UNSEEN =
  /(?:^|;)\s*(?:(?:font-size|opacity)\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)|(?:text-indent|left)\s*:\s*-\d{3,}|color\s*:\s*transparent)/i;
const NOT_DISPLAYED = /(?:^|;)\s*display\s*:\s*none/i;
const DISPLAYED_AS_BLOCK = /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|list-item|table)/i;
const INKS: readonly { readonly pattern: RegExp; readonly ink: Ink | 'visible' }[] = [
  { pattern: /(?:^|;)\s*(?:visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)/i, ink: 'invisible' },
  { pattern: /(?:^|;)\s*visibility\s*:\s*visible/i, ink: 'visible' },
  { pattern: /(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*line-through/i, ink: 'struck' },
  { pattern: /(?:^|;)\s*vertical-align\s*:\s*(?:super|sub)\b/i, ink: 'raised' },
];
const INK_OF_TAGS: Readonly<Record<string, Ink>> = {
  s: 'struck',
  strike: 'struck',
  sup: 'raised',
  sub: 'raised',
};
/** Laid out as a table whatever their style says, short of not being displayed. */
const TABLE_PARTS: ReadonlySet<string> = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th']);

/** Emblems, codes and spacers, as far as the page gives their size. */
export function isSmallPicture(element: Element): boolean {
  const sides = ['width', 'height'].map((side) => Number.parseInt(attribute(element, side) ?? '', 10));
  return sides.some((side) => side < SMALL_PICTURE);
}

const SMALL_PICTURE = 60;
