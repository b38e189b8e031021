import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Extraction } from '../../src/model/extraction.js';
import { parseBytes } from '../../src/parse/parse.js';
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

const read = (file: string): Buffer => readFileSync(`${SHARED}reports/${file}`);
const truthOf = (file: string): Truth =>
  JSON.parse(readFileSync(`${SHARED}truth/${basename(file, extname(file))}.json`, 'utf8')) as Truth;

if (REPORTS.length === 0) {
  test.skip(`real reports: skipped, for there is no ${SHARED}reports`, () => {});
}

describe.skipIf(REPORTS.length === 0)('real reports', () => {
  describe.each(REPORTS)('%s', (file) => {
    const truth = truthOf(file);
    let extraction: Extraction;
    beforeAll(async () => {
      extraction = await parseBytes(read(file));
    });

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

  test('the blank official form has figures, all of them blank, and is refused as a report', async () => {
    const { figures, findings } = await parseBytes(read('official-template-2021.docx'));
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.filter(({ state, value }) => state !== 'blank' || value !== null)).toEqual([]);
    expect(findings.map(({ check }) => check)).toContain('recognise/not-a-report');
  });

  test.each(
    REPORTS.filter((file) => file !== 'official-template-2021.docx'),
  )('%s is a report', async (file) => {
    const { findings } = await parseBytes(read(file));
    expect(findings.map(({ check }) => check)).not.toContain('recognise/not-a-report');
  });
});
