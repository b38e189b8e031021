import type { Ink } from '../ink.js';
import { isGround, isPale, isTinySize } from './docx-colour.js';
import { streamXml, type XmlAttributes } from './docx-xml.js';

/** What a paragraph or character style says that the reader needs, with what it inherits (ECMA-376 §17.7). */
export interface DocxStyle {
  readonly basedOn: string | null;
  readonly outlineLevel: number | null;
  readonly numId: string | null;
  readonly listLevel: number | null;
  readonly hidden: boolean;
  /** Of a character style: how its text stands beside the other text of its line. */
  readonly ink: Exclude<Ink, 'invisible'>;
  /** White, or too small to be seen; null where the style says nothing of it. */
  readonly pale: boolean | null;
  readonly tiny: boolean | null;
  /** It paints a ground behind something. */
  readonly shaded: boolean;
}

export function readStyles(part: Buffer | null): (styleId: string) => DocxStyle {
  const own = part ? parseStyles(part) : new Map<string, Partial<Record<string, string>>>();
  const resolved = new Map<string, DocxStyle>();
  const resolve = (styleId: string, depth: number): DocxStyle => {
    const known = resolved.get(styleId);
    if (known) return known;
    const style = own.get(styleId);
    const parent = style?.basedOn && depth < MAX_INHERITANCE ? resolve(style.basedOn, depth + 1) : PLAIN;
    const result = inherit(style ?? {}, parent);
    resolved.set(styleId, result);
    return result;
  };
  return (styleId) => resolve(styleId, 0);
}

function inherit(own: Partial<Record<string, string>>, parent: DocxStyle): DocxStyle {
  const flag = (name: string): boolean | null => (own[name] ? own[name] === 'true' : null);
  return {
    basedOn: own.basedOn ?? null,
    outlineLevel: own.outline ? Number(own.outline) : parent.outlineLevel,
    numId: own.numId ?? parent.numId,
    listLevel: own.listLevel ? Number(own.listLevel) : parent.listLevel,
    hidden: flag('hidden') ?? parent.hidden,
    ink: (own.ink as DocxStyle['ink'] | undefined) ?? parent.ink,
    pale: flag('pale') ?? parent.pale,
    tiny: flag('tiny') ?? parent.tiny,
    shaded: flag('shaded') ?? parent.shaded,
  };
}

/** `<w:vanish/>` is on; `w:val="0"` switches it off again. */
export function isOn(attributes: XmlAttributes): boolean {
  return !['0', 'false', 'off'].includes(attributes['w:val'] ?? 'true');
}

/** `w:vertAlign`, and `w:position`, which writers use for the same; a few half-points only centre a line. */
export function isRaised(name: 'w:vertAlign' | 'w:position', attributes: XmlAttributes): boolean {
  const value = attributes['w:val'] ?? '';
  return name === 'w:vertAlign' ? /^su[bp]/.test(value) : Math.abs(Number(value)) >= RAISED_HALF_POINTS;
}

function parseStyles(part: Buffer): Map<string, Partial<Record<string, string>>> {
  const styles = new Map<string, Partial<Record<string, string>>>();
  let style: Partial<Record<string, string>> = {};
  const set = (key: string) => (a: XmlAttributes) => {
    style[key] = a['w:val'] ?? '';
  };
  const ink = (kind: DocxStyle['ink'], is: boolean): void => {
    style.ink = is ? kind : 'plain';
  };
  const open: Readonly<Record<string, (a: XmlAttributes) => void>> = {
    'w:style': (a) => {
      style = {};
      styles.set(a['w:styleId'] ?? '', style);
    },
    'w:basedOn': set('basedOn'),
    'w:outlineLvl': set('outline'),
    'w:numId': set('numId'),
    'w:ilvl': set('listLevel'),
    'w:vanish': (a) => {
      style.hidden = String(isOn(a));
    },
    'w:color': (a) => {
      style.pale = String(isPale(a));
    },
    'w:sz': (a) => {
      style.tiny = String(isTinySize(a));
    },
    'w:shd': (a) => {
      if (isGround(a)) style.shaded = 'true';
    },
    'w:strike': (a) => ink('struck', isOn(a)),
    'w:dstrike': (a) => ink('struck', isOn(a)),
    'w:vertAlign': (a) => ink('raised', isRaised('w:vertAlign', a)),
    'w:position': (a) => ink('raised', isRaised('w:position', a)),
  };
  streamXml(part, { open: (name, attributes) => open[name]?.(attributes) });
  return styles;
}

const PLAIN: DocxStyle = {
  basedOn: null,
  outlineLevel: null,
  numId: null,
  listLevel: null,
  hidden: false,
  ink: 'plain',
  pale: null,
  tiny: null,
  shaded: false,
};
const RAISED_HALF_POINTS = 4;
const MAX_INHERITANCE = 20;
