import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/parse/parse.js';
import { type ExpectedFigure, figureLines } from './compare-figures.js';

interface SampleReport {
  readonly file: string;
  readonly unit_id: string;
  readonly year: number;
  readonly publishedOn: string;
  readonly title: string;
  readonly table2: string;
  readonly table3: string;
  readonly figures: readonly (ExpectedFigure & { readonly unit: string | null })[];
}

const SAMPLE = new URL('../../fixtures/sample/', import.meta.url);
const { reports } = JSON.parse(readFileSync(new URL('expected.json', SAMPLE), 'utf8')) as {
  readonly reports: readonly SampleReport[];
};
/** By the words of its unit id. */
const UNIT_WORDS: Readonly<Record<string, string>> = namesOfUnits();

function namesOfUnits(): Record<string, string> {
  const [head, ...rows] = readFileSync(new URL('units.csv', SAMPLE), 'utf8').trim().split(/\r?\n/);
  const columns = head!.split(',');
  const at = (row: string, name: string): string => row.split(',')[columns.indexOf(name)]!;
  return Object.fromEntries(rows.map((row) => [at(row, 'unit_id'), at(row, 'name')]));
}

test('the sample holds both forms and both file formats', () => {
  expect(reports.length).toBeGreaterThan(5);
  expect(new Set(reports.map(({ table3 }) => table3))).toEqual(new Set(['t2019', 't2021']));
  expect(new Set(reports.map(({ file }) => file.split('.').at(-1)))).toEqual(new Set(['html', 'docx']));
});

describe.each(reports.map((report) => [report.file, report] as const))('%s', (file, report) => {
  const { identity, figures, findings, template } = parse(readFileSync(new URL(file, SAMPLE)));

  test('every figure is read exactly, with its unit', () => {
    expect(figureLines(figures)).toEqual(figureLines(report.figures));
    const units = (list: readonly { indicator: string; applicant: string | null; unit: string | null }[]) =>
      list.map(({ indicator, applicant, unit }) => `${indicator} ${applicant} ${unit}`).sort();
    expect(units(figures)).toEqual(units(report.figures));
  });

  test('unit, year, title and form are read, and nothing is doubted', () => {
    const name = UNIT_WORDS[report.unit_id]!;
    expect(identity.unit?.endsWith(name), `${identity.unit} for ${name}`).toBe(true);
    expect(identity).toMatchObject({ year: report.year, title: report.title });
    expect(template).toBe(report.table3);
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test('the date of publication is the page’s or the signature’s', () => {
    expect(identity.publishedOn).toBe(report.publishedOn);
  });

  test('each figure stands where the document prints it', () => {
    for (const figure of figures) {
      expect(figure.row).toBeGreaterThan(0);
      expect(figure.column).toBeGreaterThanOrEqual(0);
    }
    const places = figures.map(({ table, row, column }) => `${table} ${row} ${column}`);
    expect(new Set(places).size).toBe(figures.length);
    const tables = new Set(figures.map(({ formTable, table }) => `${formTable} ${table}`));
    expect(tables.size).toBe(3);
  });
});
