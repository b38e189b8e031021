import type { View, ViewColumn } from '../../store/view-columns.js';
import { codesOf } from './codes-of.js';

/** import.do: reads every CSV of the package, labels variables and codes in Chinese, and saves one .dta a table. */
export function stataDo(views: readonly View[]): string {
  return [HEAD, ...views.map(tableDo)].join('\n');
}

function tableDo({ name, comment, columns }: View): string {
  const texts = columns.flatMap(({ type }, index) => (NUMERIC.has(type) ? [] : [index + 1]));
  return [
    `* ${name}`,
    `import delimited using "data/csv/${name}.csv", clear varnames(1) case(preserve) encoding("utf-8") ///`,
    `    bindquote(strict) maxquotedrows(unlimited) asdouble stringcols(${texts.join(' ')})`,
    `label data ${quoted(comment)}`,
    ...columns.filter(({ type }) => type === 'date').flatMap(dateDo),
    ...columns.map((column) => `label variable ${variable(column)} ${quoted(column.comment)}`),
    ...columns.filter(({ type }) => type === 'string').flatMap((column) => codesDo(name, column)),
    `save "${name}.dta", replace`,
    '',
  ].join('\n');
}

function dateDo(column: ViewColumn): string[] {
  const name = variable(column);
  return [
    `generate long nb_date = date(${name}, "YMD")`,
    `drop ${name}`,
    `rename nb_date ${name}`,
    `format ${name} %td`,
  ];
}

/** Value labels belong to numbers: a coded text gets a numbered twin, NAME_zh. */
function codesDo(view: string, column: ViewColumn): string[] {
  const codes = [...codesOf(column.comment)];
  if (codes.length === 0) return [];
  const twin = `${variable(column).slice(0, LONGEST_NAME - 3)}_zh`;
  const label = `${view}_${twin}`.slice(0, LONGEST_NAME);
  return [
    `generate int ${twin} = .`,
    ...codes.map(([code], index) => `replace ${twin} = ${index + 1} if ${variable(column)} == "${code}"`),
    `label define ${label} ${codes.map(([, text], index) => `${index + 1} ${quoted(text)}`).join(' ')}, replace`,
    `label values ${twin} ${label}`,
    `label variable ${twin} ${quoted(column.comment)}`,
  ];
}

function variable({ name }: ViewColumn): string {
  return name.slice(0, LONGEST_NAME);
}

/** A text in Stata's compound quotes, at the length of a label. */
function quoted(text: string): string {
  const plain = text.replace(/[`"'$\\\s]+/g, ' ').trim();
  return `\`"${plain.length > LONGEST_LABEL ? `${plain.slice(0, LONGEST_LABEL - 1)}…` : plain}"'`;
}

const HEAD = `* 政府信息公开工作年度报告数据集：读入全部数据表。请先用 cd 进入本文件所在的文件夹。
version 14
`;
const NUMERIC: ReadonlySet<string> = new Set(['integer', 'bigint', 'number']);
/** Stata's limits. */
const LONGEST_NAME = 32;
const LONGEST_LABEL = 80;
