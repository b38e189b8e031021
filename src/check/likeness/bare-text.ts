import type { Section } from '../../model/extraction.js';

/** A sentence of 一 or 五 with its place, and what is left of it to compare. */
export interface BareSentence {
  readonly bare: string;
  readonly section: number;
  readonly start: number;
  readonly end: number;
}

/**
 * What a unit wrote itself in 一 and 五 (or in the codes given): without headings, citations, digits, dates, set phrases
 * and names, so that only wording is compared.
 */
export function bareSentences(
  sections: readonly Section[],
  names: readonly string[],
  codes: readonly string[] = WRITTEN,
): readonly BareSentence[] {
  const masked = [...names].filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  return sections.flatMap(({ code, text }, section) => {
    if (!codes.includes(code)) return [];
    return [...text.matchAll(SENTENCE)].flatMap((match) => {
      const [printed] = match;
      if (isHeading(printed)) return [];
      const bare = bareOf(printed, masked);
      return bare === '' ? [] : [{ bare, section, start: match.index, end: match.index + printed.length }];
    });
  });
}

/** A unit as its reports call it: 辉渠镇人民政府, 辉渠镇. */
export function namesOf(...units: readonly (string | null | undefined)[]): string[] {
  return units.flatMap((name) => (name ? [name, name.replace(OFFICE, '')] : []));
}

function bareOf(sentence: string, names: readonly string[]): string {
  let text = sentence.normalize('NFKC').replace(CITATION, '');
  for (const name of names) if (text.includes(name)) text = text.replaceAll(name, '');
  return text.replace(SELF, '').replace(SET_PHRASE, '').replace(NOT_WORDS, '');
}

function isHeading(line: string): boolean {
  return line.length <= LONGEST_HEADING && !/[，,。；;]/.test(line);
}

const WRITTEN = ['overview', 'problems'];
const SENTENCE = /[^。；;！\n]+[。；;！]?/g;
const LONGEST_HEADING = 25;
const OFFICE = /(?:人民政府|街道办事处|办事处|管理委员会|管委会)$/;
const CITATION = /《[^》]{0,80}》/g;
const SELF = /(?:本|我)(?:机关|单位|部门|镇|乡|街道|局|委|办|县|区|市)/g;
/** 条例 and form make everybody write these. */
const SET_PHRASE =
  /(?:根据|按照|依据|对照)?(?:中华人民共和国)?政府信息公开条例(?:的?(?:有关)?(?:规定|要求))?|政府信息公开工作|政府信息公开|现将.{0,20}报告如下|以.{0,20}思想为指导|深入(?:学习)?贯彻(?:落实)?/g;
/** Digits, Chinese numerals of lists, punctuation, Latin letters. */
const NOT_WORDS = /[^\p{Script=Han}]|[一二三四五六七八九十](?=是)|年度?|月|日/gu;
