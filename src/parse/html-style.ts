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
  const byTag = INK_OF_TAGS.get(element.tagName);
  if (element.attrs.length === 0 && byTag === undefined) return PLAIN_STYLE;
  const css = `${sheet}${attribute(element, 'style') ?? ''}${colorOf(element)}`;
  const isHidden = attribute(element, 'hidden') !== null;
  if (!isHidden && !TELLING.test(css) && byTag === undefined) return PLAIN_STYLE;
  return {
    isDisplayed: !isHidden && !NOT_DISPLAYED.test(css),
    isBlock: DISPLAYED_AS_BLOCK.test(css) && !TABLE_PARTS.has(element.tagName),
    ink: INKS.find(({ pattern }) => pattern.test(css))?.ink ?? unseen(element, css) ?? byTag,
  };
}

/** <font color=…>, before CSS. */
function colorOf(element: Element): string {
  const color = element.tagName === 'font' ? attribute(element, 'color') : null;
  return color === null ? '' : `;color:${color}`;
}

/** Too small, too clear or too far away to be seen; of text alone, because elements within may be set otherwise. */
function unseen(element: Element, css: string): Ink | undefined {
  const isUnseen =
    UNSEEN.test(css) || (CUT_OFF.test(css) && NO_SIZE.test(css)) || (WHITE.test(css) && isOnWhite(element));
  const isText = isUnseen && element.childNodes.every((child) => child.nodeName === '#text');
  return isText ? 'invisible' : undefined;
}

/** White beside other text of its cell: digits that only align the others. A cell that is white throughout has a ground. */
function isOnWhite(element: Element): boolean {
  let at: Element = element;
  for (; at.tagName !== 'td' && at.tagName !== 'th'; at = at.parentNode as Element) {
    if (!at.parentNode || !('tagName' in at.parentNode) || hasGround(at)) return false;
  }
  return !hasGround(at) && /\S/.test(printed(at).replace(printed(element), ''));
}

function hasGround(element: Element): boolean {
  return /background/i.test(attribute(element, 'style') ?? '') || attribute(element, 'bgcolor') !== null;
}

function printed(element: Element): string {
  return element.childNodes
    .map((child) => ('value' in child ? child.value : 'tagName' in child ? printed(child) : ''))
    .join('');
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
  /display|visibility|mso-hide|line-through|vertical-align|font-size\s*:\s*0(?![.\d])|opacity|text-indent\s*:\s*-|transparent|left\s*:\s*-|overflow|clip|color\s*:\s*(?:#f{3}|white|rgb\(\s*255)/i;
const UNSEEN =
  /(?:^|;)\s*(?:(?:font-size|opacity)\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)|(?:text-indent|left)\s*:\s*-\d{3,}|color\s*:\s*transparent)/i;
const WHITE =
  /(?:^|;)\s*color\s*:\s*(?:#f{3}(?:f{3})?|white|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))\s*(?:;|!|$)/i;
const CUT_OFF = /(?:^|;)\s*(?:overflow\s*:\s*hidden|clip\s*:\s*rect|clip-path\s*:\s*inset)/i;
const NO_SIZE =
  /(?:^|;)\s*(?:(?:max-)?(?:width|height)\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$)|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]|clip-path\s*:\s*inset\(\s*(?:50|100)%)/i;
const NOT_DISPLAYED = /(?:^|;)\s*display\s*:\s*none/i;
const DISPLAYED_AS_BLOCK = /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|list-item|table)/i;
const INKS: readonly { readonly pattern: RegExp; readonly ink: Ink | 'visible' }[] = [
  { pattern: /(?:^|;)\s*(?:visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)/i, ink: 'invisible' },
  { pattern: /(?:^|;)\s*visibility\s*:\s*visible/i, ink: 'visible' },
  { pattern: /(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*line-through/i, ink: 'struck' },
  { pattern: /(?:^|;)\s*vertical-align\s*:\s*(?:super|sub)\b/i, ink: 'raised' },
];
const INK_OF_TAGS: ReadonlyMap<string, Ink> = new Map([
  ['s', 'struck'],
  ['strike', 'struck'],
  ['sup', 'raised'],
  ['sub', 'raised'],
  ['rt', 'raised'],
]);
/** Laid out as a table whatever their style says, short of not being displayed. */
const TABLE_PARTS: ReadonlySet<string> = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th']);

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
