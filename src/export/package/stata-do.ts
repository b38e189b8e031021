import type { View, ViewColumn } from '../../store/views/view-columns.js';
import { codesOf } from './codes-of.js';
import { stataNames } from './stata-names.js';

/**
 * import.do: reads every CSV of the package, labels variables and codes in Chinese, and saves one .dta a table. `rows`: of
 * each table; Stata reads none from a file of a head alone.
 */
export function stataDo(views: readonly View[], rows: ReadonlyMap<string, number>): string {
  return [HEAD, ...views.map((view) => (rows.get(view.name) === 0 ? emptyDo(view) : tableDo(view)))].join(
    '\n',
  );
}

function emptyDo({ name }: View): string {
  return `* ${name}：没有数据，不读入。\n`;
}

/** Variables are named here, column by column: Stata would cut long names, and two to the same. */
function tableDo({ name: table, comment, columns }: View): string {
  const texts = columns.flatMap(({ type }, index) => (NUMERIC.has(type) ? [] : [index + 1]));
  const held = new Set(columns.map(({ name }) => name));
  const coded = columns.filter((column) => isCoded(column) && !held.has(twinOf(column)));
  const names = stataNames([...held, ...coded.map(twinOf)]);
  return [
    `* ${table}`,
    `import delimited using "data/csv/${table}.csv", clear varnames(nonames) rowrange(2:) encoding("utf-8") ///`,
    `    delimiters(",") bindquote(strict) maxquotedrows(unlimited) asdouble ///`,
    `    stringcols(${texts.join(' ')})`,
    `label data ${quoted(comment)}`,
    ...columns.flatMap((column, index) => variableDo(column, index + 1, names.get(column.name)!)),
    ...coded.flatMap((column) => codesDo(column, names.get(column.name)!, names.get(twinOf(column))!)),
    `save "${table}.dta", replace`,
    '',
  ].join('\n');
}

function variableDo({ name, type, comment }: ViewColumn, no: number, variable: string): string[] {
  return [
    ...(type === 'date'
      ? [
          `generate long ${variable} = date(v${no}, "YMD")`,
          `order ${variable}, after(v${no})`,
          `drop v${no}`,
          `format ${variable} %td`,
        ]
      : [`rename v${no} ${variable}`]),
    `label variable ${variable} ${quoted(comment)}`,
    ...(variable === name ? [] : [`notes ${variable}: ${name}`]),
  ];
}

function isCoded({ type, comment }: ViewColumn): boolean {
  return type === 'string' && codesOf(comment).size > 0;
}

/** Value labels belong to numbers: a coded text gets a numbered twin, NAME_zh, unless the table has its Chinese already. */
function codesDo({ comment }: ViewColumn, variable: string, twin: string): string[] {
  const codes = [...codesOf(comment)];
  return [
    `generate int ${twin} = .`,
    ...codes.map(([code], index) => `replace ${twin} = ${index + 1} if ${variable} == "${code}"`),
    `label define ${twin} ${codes.map(([, text], index) => `${index + 1} ${quoted(text)}`).join(' ')}, replace`,
    `label values ${twin} ${twin}`,
    `label variable ${twin} ${quoted(comment)}`,
  ];
}

function twinOf({ name }: ViewColumn): string {
  return `${name}_zh`;
}

/** A text in Stata's compound quotes, at the length of a label. */
function quoted(text: string): string {
  const plain = text.replace(/[`"'$\\\s]+/g, ' ').trim();
  const characters = [...plain];
  return `\`"${characters.length > LONGEST_LABEL ? `${characters.slice(0, LONGEST_LABEL - 1).join('')}…` : plain}"'`;
}

const HEAD = `* 政府信息公开工作年度报告数据集：读入全部数据表。请先用 cd 进入本文件所在的文件夹。
* 超过 32 个字符的列名已缩短，原名在 notes 中。
version 14
`;
const NUMERIC: ReadonlySet<string> = new Set(['integer', 'bigint', 'number']);
/** Stata's limit, of a data or variable label. */
const LONGEST_LABEL = 80;
