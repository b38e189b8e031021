import type { ClaimQualifier } from '../../model/claim.js';
import { chineseCount } from './chinese-count.js';
import { CHINESE_SUFFIX, FACTORS, NOT_A_UNIT, SUFFIX } from './count-units.js';

/** A number with its unit, wherever it stands in a text. */
export interface CountedNumber {
  readonly value: number;
  readonly unit: string;
  readonly qualifier: ClaimQualifier | null;
  readonly start: number;
  readonly end: number;
  /** 约, 近 … before it begin here; else `start`. */
  readonly wordsStart: number;
  /** A fraction of what is counted one by one: printed so, but no count. */
  readonly doubtful: boolean;
}

/**
 * Every number that counts something, in order: those with a unit of UNITS. Years, days, articles, document numbers,
 * telephones and numbers of paragraphs have none. One pass: each digit is read once, whatever the text.
 */
export function findNumbers(plain: string): CountedNumber[] {
  const found: CountedNumber[] = [];
  let pending: Token | null = null;
  NUMBER.lastIndex = 0;
  for (let match = NUMBER.exec(plain); match; match = NUMBER.exec(plain)) {
    const token = readToken(plain, match[0], match.index);
    NUMBER.lastIndex = match.index + match[0].length;
    const from: Token | null = pending;
    pending = null;
    if (!token) continue;
    const suffix = readSuffix(plain, token);
    if (!suffix) {
      pending = rangeGoesOn(plain, token) ? token : null;
      continue;
    }
    const range = from !== null && RANGE_ONLY.test(plain.slice(from.end, token.start));
    if (range && from.first === '') found.push(...ends(plain, from, token, suffix));
    else if (!range) found.push(...count(plain, token, suffix));
    NUMBER.lastIndex = suffix.end;
  }
  return found;
}

interface Token {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** What forbids it to be a count: 第, a letter …; empty where nothing does. */
  readonly first: string;
  readonly chinese: boolean;
  readonly fraction: boolean;
}

interface Suffix {
  readonly unit: string;
  readonly factor: number;
  readonly over: boolean;
  readonly end: number;
}

function readToken(plain: string, text: string, at: number): Token | null {
  if (text.length > MOST_CHARACTERS) return null;
  const chinese = text.charCodeAt(0) > 0x39;
  const listed = chinese ? null : LIST_NUMBER.exec(text);
  // 2.3条建议: the 2 numbers the paragraph.
  const skipped = listed && beginsParagraph(plain, at) ? listed[0].length : 0;
  const digits = text.slice(skipped).replaceAll(/[,，]/g, '');
  const value = chinese ? chineseCount(text) : Number(digits);
  if (value === null || digits.length > EXACT_DIGITS) return null;
  const start = at + skipped;
  const first =
    skipped > 0
      ? ''
      : ((chinese ? CHINESE_FORBIDDEN : FORBIDDEN).exec(plain.slice(Math.max(0, start - 2), start))?.[0] ??
        '');
  return { value, start, end: at + text.length, first, chinese, fraction: digits.includes('.') };
}

function beginsParagraph(plain: string, at: number): boolean {
  return (
    /(?:^|[\n。；：:])\s*$/.test(plain.slice(Math.max(0, at - 3), at)) &&
    (at < 4 || /[\n。；：: ]/.test(plain[at - 1]!))
  );
}

function readSuffix(plain: string, token: Token): Suffix | null {
  const pattern = token.chinese ? CHINESE_SUFFIX : SUFFIX;
  pattern.lastIndex = token.end;
  const match = pattern.exec(plain);
  if (!match || token.first !== '') return null;
  const [whole, over, factor, overToo, unit] = match;
  const end = token.end + whole.length;
  if (NOT_A_UNIT[unit!]?.test(plain.slice(end, end + 3))) return null;
  return { unit: unit!, factor: FACTORS[factor ?? ''] ?? 1, over: Boolean(over || overToo), end };
}

function rangeGoesOn(plain: string, token: Token): boolean {
  return token.first === '' && RANGE_AHEAD.test(plain.slice(token.end, token.end + 3));
}

function count(plain: string, token: Token, suffix: Suffix): CountedNumber[] {
  // 一次性, 统一条目: a bare 一 counts only where the words end behind it, or 申请 and the like follow.
  const next = plain.slice(suffix.end, suffix.end + 2);
  if (token.chinese && token.value === 1 && !/^(?:$|[，。；;、）)\n]|申请|政府|信息|依申|行政)/.test(next))
    return [];
  const { qualifier, wordsStart } = qualify(plain, token, suffix);
  const value = scaled(token.value, suffix.factor);
  const doubtful = !Number.isInteger(value) && !MAY_BE_FRACTION.test(suffix.unit);
  return [{ value, unit: suffix.unit, qualifier, start: token.start, end: suffix.end, wordsStart, doubtful }];
}

/** 3至5件: a claim for either end. */
function ends(plain: string, low: Token, high: Token, suffix: Suffix): CountedNumber[] {
  const { wordsStart } = qualify(plain, low, suffix);
  return [low, high].map(({ value, start, end }, place) => ({
    value: scaled(value, suffix.factor),
    unit: suffix.unit,
    qualifier: 'range',
    start,
    end: place === 0 ? end : suffix.end,
    wordsStart,
    doubtful: false,
  }));
}

/** Without binary rounding: 1.13万 is 11300. */
function scaled(value: number, factor: number): number {
  return factor === 1 ? value : Number((value * factor).toFixed(4));
}

function qualify(
  plain: string,
  token: Token,
  suffix: Suffix,
): { qualifier: ClaimQualifier | null; wordsStart: number } {
  const ahead = QUALIFIER_BEFORE.exec(plain.slice(Math.max(0, token.start - 5), token.start));
  const behind = QUALIFIER_BEHIND.exec(plain.slice(suffix.end, suffix.end + 3))?.[0];
  const word = ahead?.[1];
  const wordsStart = token.start - (ahead?.[0].length ?? 0);
  const said = word ? QUALIFIERS[word]! : null;
  const last = behind ? QUALIFIERS[behind]! : null;
  return { qualifier: suffix.over ? 'over' : (said ?? last), wordsStart };
}

const NUMBER =
  /\d{1,3}(?:[,，]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|[零〇一二三四五六七八九十两][零〇一二三四五六七八九十百千两万]*/g;
/** 第12条, 〔2021〕, A4, 1万2千. */
const FORBIDDEN = /[第〔［每逐万亿千百周届][ ]*$|[A-Za-z_./\\-]$/;
/** Also 几十, 数百, 统一, 同一: a numeral inside another word. */
const CHINESE_FORBIDDEN = /[第〔［每逐万亿千百周届同统唯任某数几之专其][ ]*$|[A-Za-z]$/;
const LIST_NUMBER = /^\d{1,2}\.(?=\d)/;
const MOST_CHARACTERS = 24;
/** Doubles hold 15 decimal digits exactly; the point is one more character. */
const EXACT_DIGITS = 16;

const MAY_BE_FRACTION = /元|%|百分点|倍/;
const RANGE_AHEAD = /^ ?(?:[-－—~～至到]{1,2}) ?[\d一二三四五六七八九十两]?/;
const RANGE_ONLY = /^ ?[-－—~～至到]{1,2} ?$/;
const QUALIFIER_BEFORE =
  /(大约|约|(?<![最附新])将?近|超过|超|逾|突破|不足|不到|不少于|至少)(?:达到?|为|了)? *$/;
const QUALIFIER_BEHIND = /^(?:以上|左右|上下|以下|以内)/;
const QUALIFIERS: Readonly<Record<string, ClaimQualifier>> = {
  大约: 'about',
  约: 'about',
  左右: 'about',
  上下: 'about',
  近: 'under',
  将近: 'under',
  不足: 'under',
  不到: 'under',
  以下: 'under',
  以内: 'under',
  超过: 'over',
  超: 'over',
  逾: 'over',
  突破: 'over',
  不少于: 'over',
  至少: 'over',
  以上: 'over',
};
