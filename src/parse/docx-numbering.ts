import { chineseNumeral } from './chinese-numeral.js';
import { streamXml, type XmlAttributes } from './docx-xml.js';

/** Automatic numbers of a .docx (ECMA-376 §17.9): the heading 一、 that stands in no text run. */
export interface Numbering {
  /** The next number of a list level as printed, '' for bullets and unknown lists. Counts as it is asked. */
  readonly next: (numId: string, level: number) => string;
}

interface Level {
  start: number;
  format: string;
  text: string;
  suffix: string;
}

interface AbstractList {
  readonly levels: Map<number, Level>;
}

interface List {
  readonly abstractId: string;
  readonly starts: Map<number, number>;
}

export function readNumbering(part: Buffer | null): Numbering {
  const { abstracts, lists } = part ? parseNumbering(part) : { abstracts: new Map(), lists: new Map() };
  const counters = new Map<string, number[]>();
  return {
    next: (numId, level) => {
      const list = lists.get(numId);
      const abstract = list && abstracts.get(list.abstractId);
      const definition = abstract?.levels.get(level);
      if (!list || !abstract || !definition) return '';
      // Lists made from one abstract list count on together, unless they start anew (§17.9.26 startOverride).
      const counter = counters.get(counterKey(numId, list)) ?? [];
      counter.length = level + 1;
      counter[level] = (counter[level] ?? (list.starts.get(level) ?? definition.start) - 1) + 1;
      counters.set(counterKey(numId, list), counter);
      return print(abstract, list, counter, definition);
    },
  };
}

function counterKey(numId: string, list: List): string {
  return list.starts.size > 0 ? `num ${numId}` : `abstract ${list.abstractId}`;
}

function print(abstract: AbstractList, list: List, counter: readonly number[], definition: Level): string {
  if (definition.format === 'bullet' || definition.format === 'none') return '';
  const number = definition.text.replace(/%(\d)/g, (_, digit: string) => {
    const level = Number(digit) - 1;
    const value = counter[level] ?? list.starts.get(level) ?? abstract.levels.get(level)?.start ?? 1;
    return formatNumber(value, abstract.levels.get(level)?.format ?? 'decimal');
  });
  return definition.suffix === 'space' ? `${number} ` : number;
}

function formatNumber(value: number, format: string): string {
  return (FORMATS[format] ?? String)(value);
}

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  chineseCounting: chineseNumeral,
  chineseCountingThousand: chineseNumeral,
  japaneseCounting: chineseNumeral,
  taiwaneseCounting: chineseNumeral,
  taiwaneseCountingThousand: chineseNumeral,
  ideographDigital: (value) =>
    [...String(value)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join(''),
  decimalFullWidth: (value) =>
    String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  decimalEnclosedCircle: (value) => (value <= 20 ? String.fromCharCode(0x2460 + value - 1) : String(value)),
  decimalEnclosedCircleChinese: (value) =>
    value <= 20 ? String.fromCharCode(0x2460 + value - 1) : String(value),
  decimalEnclosedParen: (value) => `(${value})`,
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperLetter: (value) => String.fromCharCode(64 + value),
  lowerLetter: (value) => String.fromCharCode(96 + value),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
};

function roman(value: number): string {
  let rest = value;
  return ROMAN.map(([size, letters]) => {
    const times = Math.floor(rest / size);
    rest -= times * size;
    return letters.repeat(times);
  }).join('');
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function parseNumbering(part: Buffer): { abstracts: Map<string, AbstractList>; lists: Map<string, List> } {
  const abstracts = new Map<string, AbstractList>();
  const lists = new Map<string, List>();
  let abstract: AbstractList | null = null;
  let level: Level | null = null;
  let numId = '';
  let overrideLevel = 0;
  const open: Readonly<Record<string, (a: XmlAttributes) => void>> = {
    'w:abstractNum': (a) => {
      abstract = { levels: new Map() };
      abstracts.set(a['w:abstractNumId'] ?? '', abstract);
    },
    'w:lvl': (a) => {
      level = { start: 1, format: 'decimal', text: '', suffix: 'tab' };
      abstract?.levels.set(Number(a['w:ilvl']), level);
    },
    'w:start': (a) => level && Object.assign(level, { start: Number(a['w:val']) }),
    'w:numFmt': (a) => level && Object.assign(level, { format: a['w:val'] }),
    'w:lvlText': (a) => level && Object.assign(level, { text: a['w:val'] ?? '' }),
    'w:suff': (a) => level && Object.assign(level, { suffix: a['w:val'] }),
    'w:num': (a) => {
      abstract = null;
      numId = a['w:numId'] ?? '';
    },
    'w:abstractNumId': (a) => lists.set(numId, { abstractId: a['w:val'] ?? '', starts: new Map() }),
    'w:lvlOverride': (a) => {
      overrideLevel = Number(a['w:ilvl']);
    },
    'w:startOverride': (a) => lists.get(numId)?.starts.set(overrideLevel, Number(a['w:val'])),
  };
  streamXml(part, { open: (name, attributes) => open[name]?.(attributes) });
  return { abstracts, lists };
}
