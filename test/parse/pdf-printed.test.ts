import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Extraction } from '../../src/model/extraction.js';
import { parseBytes } from '../../src/parse/parse.js';
import { OFFICE, saveAs } from '../ingest/office.js';
import { EXPECTED, SAMPLE } from '../jobs/sample.js';
import { type ExpectedFigure, figureLines } from './compare-figures.js';

const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));
const REAL = `${SHARED}reports/hongze-district-2023.pdf`;

describe.skipIf(!existsSync(REAL))(`a real report printed by WPS (skipped where ${REAL} is absent)`, () => {
  let read: Extraction;
  beforeAll(async () => {
    read = await parseBytes(readFileSync(REAL));
  });
  const truth = (): {
    readonly unit: string;
    readonly unitAlso: readonly string[];
    readonly year: number;
    readonly publishedOn: string | null;
    readonly figures: readonly ExpectedFigure[];
  } => JSON.parse(readFileSync(`${SHARED}truth/hongze-district-2023.json`, 'utf8'));

  test('every figure has the value, state and text of the truth, and there is no other', () => {
    expect(figureLines(read.figures)).toEqual(figureLines(truth().figures));
  });

  test('unit, year and date are those of the truth', () => {
    const { unit, unitAlso, year, publishedOn } = truth();
    expect([unit, ...unitAlso]).toContain(read.identity.unit);
    expect(read.identity).toMatchObject({ year, publishedOn });
  });

  test('its sections are whole, without page numbers', () => {
    expect(read.sections.map(({ code }) => code)).toEqual([
      ...['preamble', 'overview', 'proactive', 'applications', 'review_litigation', 'problems', 'other'],
    ]);
    expect(read.sections.map(({ text }) => text).join('\n')).not.toMatch(/- \d -/);
    expect(read.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});

const PRINTED = EXPECTED.filter(({ file }) => file.endsWith('.docx'));

describe.skipIf(OFFICE === null)('the sample, printed by LibreOffice (skipped where there is none)', () => {
  let printed: Map<string, Buffer>;
  beforeAll(() => {
    printed = saveAs(
      'pdf',
      PRINTED.map(({ file }) => [basename(file), readFileSync(`${SAMPLE}/${file}`)]),
    );
  });

  test.each(PRINTED)('$file reads as the original does', async ({ file, figures, year, publishedOn }) => {
    const original = await parseBytes(readFileSync(`${SAMPLE}/${file}`));
    const read = await parseBytes(printed.get(basename(file, '.docx'))!);
    expect(figureLines(read.figures)).toEqual(figureLines(figures));
    // Where each of it stands is another place in another format.
    const { evidence, ...said } = read.identity;
    expect(said).toEqual({ ...original.identity, year, publishedOn, evidence: undefined });
    expect(evidence).not.toEqual([]);
    expect(read.sections.map(({ code }) => code)).toEqual(original.sections.map(({ code }) => code));
    expect(read.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});
