import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Figure } from '../../src/model/extraction.js';

export interface ExpectedReport {
  readonly file: string;
  readonly url: string;
  readonly unit_id: string;
  readonly year: number;
  readonly publishedOn: string;
  readonly figures: readonly Pick<Figure, 'indicator' | 'applicant' | 'raw' | 'value' | 'unit' | 'state'>[];
}

export const SAMPLE = fileURLToPath(new URL('../../fixtures/sample', import.meta.url));

export const EXPECTED: readonly ExpectedReport[] = JSON.parse(
  readFileSync(join(SAMPLE, 'expected.json'), 'utf8'),
).reports;

/** A copy of the sample that a test may change. */
export function copySample(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-sample-'));
  cpSync(SAMPLE, folder, { recursive: true });
  return folder;
}
