import { toSimplified } from '../../catalogue/traditional-characters.js';

/**
 * Folds a printed label for comparison: white space, full width, compatibility forms (Kangxi radicals),
 * numbering, bracketed notes, quotes and separators do not tell labels apart.
 * `三、本年度办理结果` and `（三） 本年度办理结果` fold alike; nothing is guessed.
 */
export function foldLabel(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const printed = toSimplified(text)
    .replace(RAISED, '')
    .normalize('NFKC')
    .replace(RADICALS, (c) => RADICAL_FORMS[c]!);
  const plain = (OTHER_SCRIPTS.test(printed) ? inChinese(printed) : printed).replace(SPACE, '');
  const unnumbered = plain.replace(NUMBERING, '') || plain;
  const unnoted = unnumbered.replace(NOTE, '');
  const result = (unnoted || unnumbered.replace(/[()[\]〔〕【】]/g, ''))
    .replace(SEPARATORS, '')
    .replaceAll('其它', '其他');
  if (folded.size > CACHE_ENTRIES) folded.clear();
  if (text.length <= CACHED_LENGTH) folded.set(text, result);
  return result;
}

/** Labels in two languages say the same twice; of two signs or more in Chinese, the Chinese is the label. */
function inChinese(text: string): string {
  const chinese = text.replace(FOREIGN, ' ');
  return TWO_HAN.test(chinese) ? chinese : text;
}

/** The same few hundred labels come in every report. */
const folded = new Map<string, string>();
const CACHE_ENTRIES = 20_000;
const CACHED_LENGTH = 120;

/** Footnote marks, before NFKC makes digits of them: raised ones, and circled ones at the end. */
const RAISED = /[\u00b9\u00b2\u00b3\u2070-\u207f]+|[\u2460-\u2473\u2776-\u277f※†‡]+\s*$/g;

/** Words of other scripts, the single letter aside (二O二一). */
const FOREIGN =
  /(?:[\p{Script=Latin}\p{Script=Cyrillic}]{2,}[\s.,'’&/-]*)+|[\p{Script=Tibetan}\p{Script=Mongolian}\p{Script=Arabic}\p{Script=Hangul}\p{Script=Yi}\p{Script=Tai_Le}\p{Script=New_Tai_Lue}]+/gu;
const OTHER_SCRIPTS =
  /[\p{Script=Latin}\p{Script=Cyrillic}]{2}|[\p{Script=Tibetan}\p{Script=Mongolian}\p{Script=Arabic}\p{Script=Hangul}\p{Script=Yi}\p{Script=Tai_Le}\p{Script=New_Tai_Lue}]/u;
const TWO_HAN = /\p{Script=Han}.*\p{Script=Han}/su;

const SPACE = /[\s\u00a0\u3000\u200b-\u200f\u2060\ufeff\u00ad]+/g;

/** 一、 （一） (1) 1. 1、 ① ㈠: NFKC has made ASCII brackets and digits of the enclosed forms. */
const NUMBERING =
  /^(?:\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)[、.,:]?|[一二三四五六七八九十]{1,3}[、.,:]|\d{1,2}(?!\d)[、.,):]?)+/;

/** A bracketed note or year, unless it is only a number: 第二十条第(一)项 keeps its own. */
const NOTE =
  /\((?![一二三四五六七八九十\d]{1,2}\))[^()]*(?:\([^()]*\)[^()]*)*\)|〔[^〕]*〕|\[[^\]]*\]|【[^】]*】/g;

const SEPARATORS = /["'“”‘’「」『』《》〈〉<>、，。；：·,.;:!?/\\|\-—–_~*]/g;

/** CJK Radicals Supplement has no compatibility mapping, so NFKC leaves it (EquivalentUnifiedIdeograph.txt). */
const RADICAL_FORMS: Readonly<Record<string, string>> = {
  '⺠': '民',
  '⻔': '门',
  '⻓': '长',
  '⻅': '见',
  '⻋': '车',
  '⻉': '贝',
  '⻚': '页',
  '⻛': '风',
  '⻢': '马',
  '⻬': '齐',
  '⻰': '龙',
  '⺟': '母',
  '⻄': '西',
  '⻘': '青',
  '⻝': '食',
  '⻜': '飞',
};
const RADICALS = new RegExp(`[${Object.keys(RADICAL_FORMS).join('')}]`, 'g');
