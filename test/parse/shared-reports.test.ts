import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/parse/parse.js';
import { ReadError } from '../../src/parse/read-error.js';
import { type ExpectedFigure, figureLines } from './compare-figures.js';

interface Truth {
  readonly unit: string | null;
  readonly unitAlso: readonly string[];
  readonly year: number | null;
  readonly publishedOn: string | null;
  readonly figures: readonly ExpectedFigure[];
}

const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));
const REPORTS = existsSync(`${SHARED}reports`) ? readdirSync(`${SHARED}reports`) : [];
const READABLE = REPORTS.filter((file) => extname(file) !== '.pdf');

const read = (file: string): Buffer => readFileSync(`${SHARED}reports/${file}`);
const truthOf = (file: string): Truth =>
  JSON.parse(readFileSync(`${SHARED}truth/${basename(file, extname(file))}.json`, 'utf8')) as Truth;

if (REPORTS.length === 0) {
  test.skip(`real reports: skipped, for there is no ${SHARED}reports`, () => {});
}

describe.skipIf(REPORTS.length === 0)('real reports', () => {
  describe.each(READABLE)('%s', (file) => {
    const truth = truthOf(file);
    const extraction = parse(read(file));

    test('every figure has the value, state and text of the truth, and there is no other', () => {
      expect(figureLines(extraction.figures)).toEqual(figureLines(truth.figures));
      expect(extraction.figures).toHaveLength(truth.figures.length);
    });

    test('unit, year and date are those of the truth', () => {
      const { unit, year, publishedOn } = extraction.identity;
      expect([truth.unit, ...truth.unitAlso]).toContain(unit);
      expect({ year, publishedOn }).toEqual({ year: truth.year, publishedOn: truth.publishedOn });
    });
  });

  test('the blank official form has figures, all of them blank, and is refused as a report', () => {
    const { figures, findings } = parse(read('official-template-2021.docx'));
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.filter(({ state, value }) => state !== 'blank' || value !== null)).toEqual([]);
    expect(findings.map(({ check }) => check)).toContain('recognise/not-a-report');
  });

  test('no other real report is refused', () => {
    const refused = READABLE.filter((file) => file !== 'official-template-2021.docx').filter((file) =>
      parse(read(file)).findings.some(({ check }) => check === 'recognise/not-a-report'),
    );
    expect(refused).toEqual([]);
  });

  test('a PDF is a document that can not be read yet', () => {
    const pdf = REPORTS.find((file) => extname(file) === '.pdf')!;
    expect(() => parse(read(pdf))).toThrow(ReadError);
    expect(() => parse(read(pdf))).toThrow(expect.objectContaining({ code: 'read/unsupported-pdf' }));
  });
});
