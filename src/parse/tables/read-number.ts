import { toSimplified } from '../../catalogue/traditional-characters.js';
import type { FigureState } from '../../model/extraction.js';
import type { Indicator } from '../../model/form.js';
import { OBJECT_SIGN } from '../readers/object-sign.js';

/** What one cell's text says, in the indicator's unit. */
export interface Reading {
  readonly value: number | null;
  readonly unit: string | null;
  readonly state: FigureState;
  /** What had to be decided, in Chinese; absent when the cell is plain. */
  readonly note?: { readonly check: string; readonly severity: 'info' | 'warning'; readonly message: string };
}

/**
 * Reads a cell by the grammar of spec §2.0. Blank and placeholder are never 0; what isn't certainly one number is
 * not a number. `headerUnit` is the unit that the column's header prints, or null.
 */
export function readNumber(text: string, indicator: Indicator, headerUnit: string | null): Reading {
  if (PLAIN.test(text))
    return convert({ digits: text, cellUnit: null, annotated: false }, indicator, headerUnit);
  const plain = toSimplified(text).normalize('NFKC').replace(ZERO_WIDTH, '').trim();
  const unit = indicator.unit ?? headerUnit;
  if (plain === '') return { value: null, unit, state: 'blank' };
  if (PLACEHOLDER.test(plain)) return { value: null, unit, state: 'placeholder' };
  if (plain === OBJECT_SIGN) return withheld('单元格里是图片或控件，没有可读的文字，未采用', unit);
  const marked = FOOTNOTE_MARK.exec(text.trim())?.groups;
  if (marked) return withFootnote(readNumber(marked.number!, indicator, headerUnit), text.trim(), unit);
  const parts = MARKED.test(text) ? null : takeApart(plain, indicator);
  if (!parts) return unreadable(plain, unit);
  return convert(parts, indicator, headerUnit);
}

/** 5¹, 5①: a mark behind a plain number points to a note, which a person should read. */
function withFootnote(reading: Reading, printed: string, unit: string | null): Reading {
  if (reading.state !== 'number') return unreadable(printed.normalize('NFKC'), unit);
  const message = `“${printed}”后有注号，按注号前的数读取，请看注释`;
  return {
    ...reading,
    state: 'annotated',
    note: { check: 'extract/footnote-mark', severity: 'info', message },
  };
}

interface Parts {
  /** Sign, digits and point, separators removed. */
  readonly digits: string;
  readonly cellUnit: string | null;
  /** The cell prints more than a number. */
  readonly annotated: boolean;
}

function takeApart(plain: string, indicator: Indicator): Parts | null {
  const note = NOTE_AFTER.exec(plain)?.[0] ?? '';
  const noteUnit = UNIT_IN_NOTE.exec(note)?.groups?.unit ?? '';
  if (note !== '' && noteUnit === '' && !isAside(note)) return null;
  const stripped = plain.slice(0, plain.length - note.length).trim() + noteUnit;
  const signed = indicator.type === 'signed_int';
  if (signed && stripped === '持平') return { digits: '0', cellUnit: null, annotated: true };
  const { word, sign, number, unit } = CELL.exec(stripped)?.groups ?? {};
  const hasSign = word !== undefined || sign !== undefined;
  const digits = number === undefined ? null : plainDigits(number, indicator);
  if (digits === null || (hasSign && !signed) || (word && sign)) return null;
  return {
    digits: withSign(digits, word, sign),
    cellUnit: unit ?? null,
    annotated: word !== undefined || unit !== undefined || note !== '',
  };
}

/** Null where the digits are not one certain number: 007 or 000 may be three cells run together, 1.5 counts nothing. */
function plainDigits(number: string, indicator: Indicator): string | null {
  const [whole = '', fraction = ''] = number.replaceAll(',', '').split('.');
  if (/^0\d/.test(whole) || whole.length + fraction.length > EXACT_DIGITS) return null;
  if (indicator.type === 'decimal') return fraction === '' ? whole : `${whole}.${fraction}`;
  return /^0{0,2}$/.test(fraction) ? whole : null;
}

/** A note beside a number explains it; one of digits, of money or of another year makes it another number. */
function isAside(note: string): boolean {
  return HAN.test(note) && !OTHER_QUANTITY.test(note) && !A_YEAR.test(note);
}

/** -0 is 0. */
function withSign(digits: string, word: string | undefined, sign: string | undefined): string {
  const negative = word === undefined ? sign !== undefined && sign !== '+' : NEGATIVE_WORD.test(word);
  return negative && /[1-9]/.test(digits) ? `-${digits}` : digits;
}

/** Text that holds no digit is text; digits that are not one certain number are withheld. */
function unreadable(plain: string, unit: string | null): Reading {
  if (!/\d/.test(plain)) return { value: null, unit, state: 'text' };
  return withheld(`单元格“${plain.replaceAll('\n', ' ')}”不能确定是哪一个数，未采用`, unit);
}

function withheld(message: string, unit: string | null): Reading {
  const note = { check: 'extract/uncertain-number', severity: 'warning', message } as const;
  return { value: null, unit, state: 'withheld', note };
}

function convert(parts: Parts, indicator: Indicator, headerUnit: string | null): Reading {
  const state = parts.annotated ? 'annotated' : 'number';
  const printed = parts.cellUnit ?? headerUnit;
  if (indicator.type !== 'decimal') return countReading(parts, indicator, state);
  if (indicator.unit === null || printed === null || printed === indicator.unit) {
    if (printed !== null && !(printed in MONEY)) return unreadable(parts.digits + printed, indicator.unit);
    return { value: Number(parts.digits), unit: printed ?? indicator.unit, state };
  }
  const shift = (MONEY[printed] ?? Number.NaN) - MONEY[indicator.unit]!;
  if (Number.isNaN(shift)) return unreadable(parts.digits + printed, indicator.unit);
  return {
    value: Number(shiftPoint(parts.digits, shift)),
    unit: indicator.unit,
    state,
    note: {
      check: 'extract/unit-converted',
      severity: 'warning',
      message: `印为 ${parts.digits}${printed}，已精确换算为 ${shiftPoint(parts.digits, shift)}${indicator.unit}`,
    },
  };
}

/** Counts: 件, 项, 条 … all count one by one; an amount of money among counts is not one. */
function countReading(parts: Parts, indicator: Indicator, state: FigureState): Reading {
  const { cellUnit } = parts;
  if (cellUnit !== null && cellUnit in MONEY) return unreadable(parts.digits + cellUnit, indicator.unit);
  const value = Number(parts.digits);
  if (cellUnit === null || cellUnit === indicator.unit) return { value, unit: indicator.unit, state };
  const message = `单元格的单位“${cellUnit}”与格式规定的“${indicator.unit}”不同，按个数读取`;
  return {
    value,
    unit: indicator.unit,
    state,
    note: { check: 'extract/unit-differs', severity: 'info', message },
  };
}

/** Moves the decimal point on the text, so that no digit is lost to binary fractions. */
function shiftPoint(digits: string, places: number): string {
  const negative = digits.startsWith('-');
  const [whole = '', fraction = ''] = digits.replace('-', '').split('.');
  const all = places >= 0 ? whole + fraction.padEnd(places, '0') : whole.padStart(1 - places, '0') + fraction;
  const point = places >= 0 ? whole.length + places : Math.max(whole.length, 1 - places) + places;
  const moved = `${all.slice(0, point)}.${all.slice(point)}`.replace(/^0+(?=\d)/, '').replace(/\.?0*$/, '');
  return (negative ? '-' : '') + moved;
}

/** What most cells print: nothing of it needs to be taken apart. */
const PLAIN = /^(?:0|[1-9]\d{0,14})$/;
/** Powers of ten against one 元. */
const MONEY: Readonly<Record<string, number>> = { 元: 0, 百元: 2, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 };
const MONEY_UNITS = '百万元|亿元|万元|千元|百元|元';
const COUNT_UNITS = '件次|人次|件|项|条|次|个|宗|份|篇|部|人|起|例|场|期|处|家|名';
/** A word that counts things one by one. */
export const COUNT_UNIT = new RegExp(`^(?:${COUNT_UNITS})$`);
const CELL = new RegExp(
  `^(?<word>增加|减少|新增|增|减|上升|下降)?\\s*(?<sign>[-+−﹣])?(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)\\s*(?<unit>${MONEY_UNITS}|${COUNT_UNITS})?$`,
);
const NEGATIVE_WORD = /^(减少|减|下降)$/;
/** 22（其中修订16件）: NFKC has made the brackets ASCII. */
const NOTE_AFTER = /\s*[([〔【][^()[\]]*[)\]〕】]$/;
const UNIT_IN_NOTE = new RegExp(`^\\s*[(\\[](?:单位:?)?(?<unit>${MONEY_UNITS}|${COUNT_UNITS})[)\\]]$`);
const OTHER_QUANTITY = /元|(?<!含.{0,4})(?:历年|累计|上年|上一年|去年|同比|环比)/;
/** （2022年） beside a number says whose year it is of. */
const A_YEAR = /^\s*[([](?:19|20)\d{2}年?度?[)\]]$/;
const HAN = /[一-鿿]/;
const PLACEHOLDER = /^(?:[-–—―─‐‑/\\*·.…?_~\s]+|无|不适用|N\/A|NA|null)$/i;
const ZERO_WIDTH = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;
/** Raised, lowered, circled, fractional and struck-through digits: NFKC would make a footnote mark part of the number. */
const MARKED =
  /\u0336|[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209f\u2150-\u218b\u2460-\u24ff\u2776-\u2793\u3200-\u33ff]/;
/** A number with no more than a raised, circled or bracketed mark, or a star, behind it. */
const FOOTNOTE_MARK = new RegExp(
  `^(?<number>[-+−]?[\\d０-９,，.]+)[ \\u00a0]?(?:${[
    '注?[\\u00b9\\u00b2\\u00b3\\u2070\\u2074-\\u2079]{1,2}',
    '[\\u2460-\\u2473\\u2776-\\u277f]',
    '[*＊]{1,3}',
    '[※†‡]',
    '\\[(?:注?\\d{1,2}|注|[\\u00b9\\u00b2\\u00b3\\u2070\\u2074-\\u2079]{1,2})\\]',
  ].join('|')})$`,
);
/** Doubles hold 15 decimal digits exactly. */
const EXACT_DIGITS = 15;
