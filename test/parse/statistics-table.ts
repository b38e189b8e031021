/** A statistics table of 2014–2018 as text rows, for tests: heading rows and form rows with numbers by key. */
import { STATISTICS_2014 } from '../../src/catalogue/form-statistics.js';

export interface StatisticsRow {
  /** Key of the form row; null in headings. */
  readonly key: string | null;
  readonly label: string;
  readonly unit: string;
}

/** Every printed row, headings included, in the form's order. */
export function statisticsRows(): StatisticsRow[] {
  const printed = new Set<string>();
  return STATISTICS_2014.rows.flatMap(({ key, path, unit }) => {
    const rowLabels = new Set(STATISTICS_2014.rows.map((row) => row.path.at(-1)!.text));
    const headings = path
      .slice(0, -1)
      .filter(({ text }) => !rowLabels.has(text) && !printed.has(text))
      .map(({ text }) => ({ key: null, label: text, unit: '——' }));
    for (const { label } of headings) printed.add(label);
    return [...headings, { key, label: path.at(-1)!.text, unit: unit! }];
  });
}

/** `数值` of a row by its place: every row prints another number. */
export const valueAt = (key: string): number =>
  STATISTICS_2014.rows.findIndex((row) => row.key === key) + 101;

export type RowEdit = (row: StatisticsRow, place: number) => readonly (readonly string[])[];

/** An HTML page with the table; `edit` says what cells each row prints. */
export function statisticsPage(
  header: readonly (readonly string[])[] = [['统计指标', '单位', '统计数']],
  edit: RowEdit = printRow,
): string {
  const rows = [...header, ...statisticsRows().flatMap(edit)];
  return pageOf(rows);
}

export const printRow: RowEdit = ({ key, label, unit }) => [[label, unit, key ? String(valueAt(key)) : '——']];

export function pageOf(...tables: (readonly (readonly string[])[])[]): string {
  const print = (rows: readonly (readonly string[])[]): string =>
    `<table>${rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`;
  return `<meta charset="utf-8"><body><h1>东园镇人民政府2016年政府信息公开工作年度报告</h1>${tables.map(print).join('<p>续表</p>')}`;
}
