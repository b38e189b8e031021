import { ReadError } from '../read-error.js';
import { formatNumber } from './docx-number-formats.js';
import { isOn } from './docx-styles.js';
import { streamXml, type XmlAttributes } from './docx-xml.js';

/** Automatic numbers of a .docx (ECMA-376 §17.9): the heading 一、 that stands in no text run. */
export interface Numbering {
  /** The next number of a list level as printed, '' for bullets and unknown lists. Counts as it is asked. */
  readonly next: (numId: string, level: number) => string;
  /** The list level that a paragraph style is linked to (§17.9.23 pStyle); null where none is. */
  readonly levelOfStyle: (numId: string, styleId: string | null) => number | null;
}

interface Level {
  start: number;
  format: string;
  text: string;
  suffix: string;
  /** All numbers in decimal (§17.9.4 isLgl). */
  legal: boolean;
}

interface AbstractList {
  readonly levels: Map<number, Level>;
  /** Paragraph style → level. */
  readonly styles: Map<string, number>;
  /** The numbering style that it defines (§17.9.27), or that defines it (§17.9.21). */
  styleLink: string | null;
  numStyleLink: string | null;
}

interface List {
  readonly abstractId: string;
  readonly starts: Map<number, number>;
  /** Levels that the list defines anew (§17.9.8 lvlOverride). */
  readonly levels: Map<number, Level>;
}

interface Lists {
  readonly abstracts: ReadonlyMap<string, AbstractList>;
  readonly lists: ReadonlyMap<string, List>;
}

export function readNumbering(part: Buffer | null): Numbering {
  const all: Lists = part ? parseNumbering(part) : { abstracts: new Map(), lists: new Map() };
  const counters = new Map<string, number[]>();
  const known = new Map<string, AbstractList | undefined>();
  const abstractOf = (numId: string) => {
    if (!known.has(numId)) known.set(numId, findAbstract(numId, all));
    return known.get(numId);
  };
  return {
    levelOfStyle: (numId, styleId) =>
      (styleId === null ? null : abstractOf(numId)?.styles.get(styleId)) ?? null,
    next: (numId, level) => {
      const list = all.lists.get(numId);
      const abstract = abstractOf(numId);
      if (!list || !abstract) return '';
      const levels = new Map([...abstract.levels, ...list.levels]);
      const definition = levels.get(level);
      if (!definition) return '';
      // Lists made from one abstract list count on together, unless they start anew (§17.9.26 startOverride).
      const counter = counters.get(counterKey(numId, list)) ?? [];
      counter.length = level + 1;
      counter[level] = (counter[level] ?? (list.starts.get(level) ?? definition.start) - 1) + 1;
      counters.set(counterKey(numId, list), counter);
      return print(levels, list, counter, definition);
    },
  };
}

/** The abstract list of a list, by way of the numbering style where it is only a link to one. */
function findAbstract(numId: string, { abstracts, lists }: Lists): AbstractList | undefined {
  const own = abstracts.get(lists.get(numId)?.abstractId ?? '');
  if (!own || own.numStyleLink === null) return own;
  return [...abstracts.values()].find(({ styleLink }) => styleLink === own.numStyleLink) ?? own;
}

function counterKey(numId: string, list: List): string {
  return list.starts.size > 0 ? `num ${numId}` : `abstract ${list.abstractId}`;
}

function print(
  levels: ReadonlyMap<number, Level>,
  list: List,
  counter: readonly number[],
  definition: Level,
): string {
  if (definition.format === 'bullet' || definition.format === 'none') return '';
  const number = definition.text.replace(/%(\d)/g, (_, digit: string) => {
    const level = Number(digit) - 1;
    const value = counter[level] ?? list.starts.get(level) ?? levels.get(level)?.start ?? 1;
    return formatNumber(value, definition.legal ? 'decimal' : (levels.get(level)?.format ?? 'decimal'));
  });
  return definition.suffix === 'space' ? `${number} ` : number;
}

function parseNumbering(part: Buffer): Lists {
  const abstracts = new Map<string, AbstractList>();
  const lists = new Map<string, List>();
  let abstract: AbstractList | null = null;
  let list: List | null = null;
  let level: Level | null = null;
  let levelPlace = 0;
  const setLevel = (values: (a: XmlAttributes) => Partial<Level>) => (a: XmlAttributes) =>
    void (level && Object.assign(level, values(a)));
  const setLink = (key: 'styleLink' | 'numStyleLink') => (a: XmlAttributes) =>
    void (abstract && Object.assign(abstract, { [key]: a['w:val'] ?? null }));
  const open: Readonly<Record<string, (a: XmlAttributes) => void>> = {
    'w:abstractNum': (a) => {
      abstract = { levels: new Map(), styles: new Map(), styleLink: null, numStyleLink: null };
      abstracts.set(a['w:abstractNumId'] ?? '', abstract);
    },
    'w:styleLink': setLink('styleLink'),
    'w:numStyleLink': setLink('numStyleLink'),
    'w:lvl': (a) => {
      level = { start: 1, format: 'decimal', text: '', suffix: 'tab', legal: false };
      levelPlace = Number(a['w:ilvl']);
      if (LEVELS.has(levelPlace)) (abstract ?? list)?.levels.set(levelPlace, level);
    },
    'w:start': setLevel((a) => ({ start: Number(a['w:val']) || 0 })),
    'w:numFmt': setLevel((a) => ({ format: a['w:val'] ?? 'decimal' })),
    'w:lvlText': setLevel((a) => ({ text: checkedText(a['w:val'] ?? '') })),
    'w:suff': setLevel((a) => ({ suffix: a['w:val'] ?? 'tab' })),
    'w:isLgl': setLevel((a) => ({ legal: isOn(a) })),
    'w:pStyle': (a) => abstract?.styles.set(a['w:val'] ?? '', levelPlace),
    'w:num': (a) => {
      abstract = null;
      level = null;
      list = { abstractId: '', starts: new Map(), levels: new Map() };
      lists.set(a['w:numId'] ?? '', list);
    },
    'w:abstractNumId': (a) => list && Object.assign(list, { abstractId: a['w:val'] ?? '' }),
    'w:lvlOverride': (a) => {
      levelPlace = Number(a['w:ilvl']);
    },
    'w:startOverride': (a) => list?.starts.set(levelPlace, Number(a['w:val']) || 0),
  };
  streamXml(part, { open: (name, attributes) => open[name]?.(attributes) });
  return { abstracts, lists };
}

/** It is printed before every paragraph of its level: a long one would multiply into gigabytes. */
function checkedText(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  throw new ReadError('read/too-large', `.docx 的自动编号格式有 ${text.length} 个字符，疑为恶意文件，未读取`);
}

/** ECMA-376 §17.9.3: nine levels. */
const LEVELS: ReadonlySet<number> = new Set([0, 1, 2, 3, 4, 5, 6, 7, 8]);
/** As long as Word's own dialog takes. */
const LONGEST_TEXT = 255;
