import type { DefaultTreeAdapterTypes } from 'parse5';
import { shadeOf } from '../css/colour.js';
import { readDeclarations } from '../css/read-rules.js';
import type { SheetStyle, StyleSheet } from '../css/style-sheet.js';
import { isFarOut, isNoSize, isNothing, isTiny } from '../css/telling.js';
import { isBesideOthers, isOnGround } from './html-surroundings.js';
import { inkWithin, isOutOfSight, type Sight } from './sight.js';

type Element = DefaultTreeAdapterTypes.Element;

/** What an element's own tag and styles say of how its text stands on the page. */
export interface Style {
  /** What isn't displayed leaves no place: the next cell takes it. */
  readonly isDisplayed: boolean;
  /** Begins and ends a line of its own; null where its tag decides. */
  readonly isBlock: boolean | null;
  /** A style sheet prints text of its own before or behind it. */
  readonly adds: boolean;
  readonly sight: Sight;
}

/** `sheet`: the page's own style sheets, where they are to be heard. Null where nothing changes. */
export function readStyle(element: Element, sheet: StyleSheet | null, around: Sight): Style | null {
  const byTag = INK_OF_TAGS.get(element.tagName);
  const bySheet = sheet?.of(element) ?? null;
  const own = element.attrs.length === 0 ? '' : ownStyle(element);
  const isPlain = bySheet === null && !isOutOfSight(around) && around.doubt === null && !TELLING.test(own);
  if (isPlain && byTag === undefined && element.tagName !== 'bdo') return null;
  const style = cascade(own, bySheet);
  const context = { element, style, bySheet, isOnGround: () => isOnGround(element, sheet) };
  const display = style.get('display') ?? '';
  return {
    isDisplayed: display !== 'none',
    isBlock: TABLE_PARTS.has(element.tagName) ? null : lineOf(display, style),
    adds: bySheet?.adds ?? false,
    sight: sightWithin(around, context, byTag),
  };
}

/** Boxes of a full width stand one below the other, whatever they are called. */
function lineOf(display: string, style: ReadonlyMap<string, string>): boolean | null {
  const isInline = INLINE.test(display) && !(display === 'inline-block' && style.has('width'));
  return isInline ? false : AS_BLOCK.test(display) || null;
}

/** style="…", with <font color=…>, bgcolor and hidden, before CSS, in its words. */
function ownStyle(element: Element): string {
  let own = '';
  for (const { name, value } of element.attrs) {
    if (name === 'style') own += value;
    else if (name === 'hidden') own += ';display:none';
    else if (name === 'color' && element.tagName === 'font') own = `color:${value};${own}`;
  }
  return own;
}

/** The last of a name wins, short of !important. */
function cascade(own: string, sheet: SheetStyle | null): ReadonlyMap<string, string> {
  const style = new Map<string, string>();
  const important = new Set<string>();
  for (const declaration of [...(sheet?.declarations ?? []), ...readDeclarations(own)]) {
    if (important.has(declaration.name) && !declaration.important) continue;
    style.set(declaration.name, declaration.value);
    if (declaration.important) important.add(declaration.name);
  }
  return style;
}

interface Context {
  readonly element: Element;
  readonly style: ReadonlyMap<string, string>;
  readonly bySheet: SheetStyle | null;
  readonly isOnGround: () => boolean;
}

function sightWithin(around: Sight, context: Context, byTag: Sight['ink'] | undefined): Sight {
  const { element, style } = context;
  const sight = {
    ink: inkWithin(around.ink, inkOf(element, style) ?? byTag),
    hidden: isHidden(style) ?? around.hidden,
    tiny: isSmall(style, around) ?? around.tiny,
    ...colourWithin(around, context),
    gone: around.gone || isGone(element, style),
  };
  const isNew = context.bySheet !== null && isOutOfSight({ ...around, ...sight }) && !isOutOfSight(around);
  return { ...sight, bySheet: around.bySheet || isNew };
}

function isHidden(style: ReadonlyMap<string, string>): boolean | null {
  const visibility = style.get('visibility');
  if (visibility !== undefined) return /^(?:hidden|collapse)$/.test(visibility);
  return style.get('mso-hide') === 'all' || null;
}

/** 100% of nothing is nothing. */
function isSmall(style: ReadonlyMap<string, string>, { tiny }: Sight): boolean | null {
  const size = style.get('font-size') ?? 'inherit';
  return size === 'inherit' || (tiny && /(?:%|[^r]em)$/.test(size)) ? null : isTiny(size);
}

function colourWithin(around: Sight, context: Context): Pick<Sight, 'clear' | 'doubt'> {
  const { element, style } = context;
  const shade = shadeOf(style.get('color') ?? '');
  const doubt = doubtOf(context);
  if (shade === null) return { clear: around.clear, doubt: doubt ?? around.doubt };
  const isWhite = shade === 'pale' && !context.isOnGround();
  const isClear = shade === 'clear' || (isWhite && isBesideOthers(element)) || isOfItsGround(style);
  const kept = around.doubt === WHITE ? null : around.doubt;
  return { clear: isClear, doubt: doubt ?? (isWhite ? WHITE : kept) };
}

function isOfItsGround(style: ReadonlyMap<string, string>): boolean {
  return style.get('color') === (style.get('background-color') ?? style.get('background'));
}

function inkOf(element: Element, style: ReadonlyMap<string, string>): Sight['ink'] | undefined {
  const line = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`;
  if (line.includes('line-through')) return 'struck';
  if (TABLE_PARTS.has(element.tagName)) return undefined;
  const align = style.get('vertical-align') ?? '';
  if (/^su(?:per|b)$/.test(align)) return 'raised';
  const shift = style.get('position') === 'relative' ? (style.get('top') ?? '') : align;
  const isShifted = Math.abs(Number.parseFloat(shift)) >= LEAST_SHIFT || /^text-top$|^top$/.test(align);
  const isSmall = /^[\d.]+(?:px|pt|em|rem|%)$|small/.test(style.get('font-size') ?? '');
  return isShifted && (isSmall || style.has('mso-text-raise')) && isBesideOthers(element)
    ? 'raised'
    : undefined;
}

function isGone(element: Element, style: ReadonlyMap<string, string>): boolean {
  const value = (name: string): string => style.get(name) ?? '';
  // What fades in is shown in the end.
  if (isNothing(value('opacity'))) return !style.has('animation') && !style.has('transition');
  if (TABLE_PARTS.has(element.tagName)) return false;
  const isPlaced = /^(?:absolute|fixed|relative)$/.test(value('position'));
  const isAway = FAR.some(
    (name) => isFarOut(value(name)) && (isPlaced || !/^(?:left|right|top)$/.test(name)),
  );
  const isCut = /^hidden/.test(value('overflow')) && SIZES.some((name) => isNoSize(value(name)));
  const isClipped =
    /rect\(\s*[01](?:px)?[\s,]/.test(value('clip')) || /inset\(\s*(?:50|100)%/.test(value('clip-path'));
  return isAway || isCut || isClipped || /scale[xy]?\(\s*0(?![.\d])/.test(value('transform'));
}

/** Why a person may read the text otherwise than it stands in the page. */
function doubtOf({ element, style, bySheet }: Context): string | null {
  if (bySheet?.adds) return ADDED;
  const isOpen = [...style].some(([name, value]) => HIDING.test(name) && value.includes('var('));
  if (bySheet?.unsure || isOpen) return '可能被样式表隐藏';
  const isTurned = element.tagName === 'bdo' || /override/.test(style.get('unicode-bidi') ?? '');
  if (isTurned) return '的文字方向是反的';
  const isMoved = style.get('float') === 'right' || style.has('order');
  const isReversed = /reverse/.test(style.get('flex-direction') ?? '');
  return isReversed || (isMoved && isBesideOthers(element)) ? '的文字换过前后次序' : null;
}

export const ADDED = '前后有样式表加上的文字';
const WHITE = '是白色的字，不一定看得见';
const HIDING = /^(?:display|visibility|opacity|color|font-size)$/;
/** Most styles are of fonts and margins. */
const TELLING =
  /display|visibility|mso-hide|mso-text-raise|line-through|vertical-align|font-size\s*:\s*(?:0(?:\.0+)?(?![.\d])|[0-2](?:\.\d+)?p[xt])|opacity\s*:\s*0|text-indent\s*:\s*-|transparent|(?:left|right|top)\s*:\s*-|overflow|clip|scale|color\s*:\s*(?:#[ef]|white|snow|ivory|rgb|hsl|var)|bidi|float\s*:\s*right|order\s*:\s*-?\d|reverse|var\(/i;
const FAR = ['left', 'right', 'top', 'margin-left', 'text-indent'] as const;
const SIZES = ['width', 'height', 'max-width', 'max-height'] as const;
/** Points or pixels; a less shift centres a line. */
const LEAST_SHIFT = 2;
const AS_BLOCK = /^(?:block|flex|grid|list-item|table)/;
const INLINE = /^(?:inline|contents)/;
const INK_OF_TAGS: ReadonlyMap<string, Sight['ink']> = new Map([
  ['s', 'struck'],
  ['strike', 'struck'],
  ['sup', 'raised'],
  ['sub', 'raised'],
  ['rt', 'raised'],
]);
/** Laid out as a table whatever their style says, short of not being displayed. */
const TABLE_PARTS: ReadonlySet<string> = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th']);
