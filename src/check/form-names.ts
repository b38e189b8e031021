import { APPLICANTS } from '../catalogue/applicants.js';
import type { FormRow, FormSubject, Label } from '../model/form.js';

/** 表二, 表三, 表四, as officers call them. */
export function nameTable(subject: FormSubject): string {
  return TABLE_NAMES[subject];
}

export function nameApplicant(code: string): string {
  return APPLICANT_NAMES.get(code) ?? code;
}

/** The row's own label without its number and notes; 其他 and 总计 occur under several parents and name theirs. */
export function nameRow(row: FormRow): string {
  const names = row.path.map(shorten);
  const own = names.at(-1) ?? row.key;
  const parent = names.at(-2);
  return parent && AMBIGUOUS.has(own) ? `${parent}（${own}）` : own;
}

const TABLE_NAMES: Readonly<Record<FormSubject, string>> = {
  proactive: '表二',
  applications: '表三',
  review_litigation: '表四',
  statistics: '统计表',
};

const APPLICANT_NAMES: ReadonlyMap<string, string> = new Map(APPLICANTS.map((a) => [a.code, a.labelZh]));

const AMBIGUOUS: ReadonlySet<string> = new Set(['其他', '总计']);

/** 一、 （三） 1. before a label. */
const ITEM_NUMBER = /^(?:[一二三四五六七八九十]、|（[一二三四五六七八九十]）|\d+\.)/;

/** A note in brackets, or the second half of 逾期不补正、行政机关不再处理…, after a label. */
const NOTE = /(?:（[^）]*）|、行政机关不再处理.*)$/;

function shorten({ text }: Label): string {
  return text.replace(ITEM_NUMBER, '').replace(NOTE, '').replaceAll('“', '').replaceAll('”', '');
}
