import { readFile } from 'node:fs/promises';
import type { CorrectionRequest } from '../../model/correction.js';
import { decodeText } from '../decode-text.js';
import { type CsvRow, readCsvRows } from './csv-rows.js';

/** A corrections file with a mistake: nothing of it is recorded. */
export class CorrectionsFileError extends Error {
  override readonly name = 'CorrectionsFileError';
}

/** Corrections from a CSV: unit_id, report_year, indicator, applicant, value, by, why. `withdraw` as value takes one back. */
export async function readCorrectionsFile(path: string): Promise<readonly CorrectionRequest[]> {
  const rows = readRows(path, await readText(path));
  return rows.map((row, place) => readCorrection(row, `${path}:${place + 2}`));
}

/** @throws CorrectionsFileError naming the place, the column, what was expected and what is there. */
export function readCorrection(row: CsvRow, place: string): CorrectionRequest {
  const need = (column: string): string => {
    const value = row[column]?.trim();
    if (!value) throw new CorrectionsFileError(`${place}: ${column}: expected a value, got nothing`);
    return value;
  };
  const year = Number(need('report_year'));
  if (!(Number.isInteger(year) && year >= 2000 && year <= 2099))
    throw new CorrectionsFileError(`${place}: report_year: expected 2000 to 2099, got "${row.report_year}"`);
  const value = row.value?.trim() ?? '';
  const withdrawn = value === WITHDRAW;
  if (value !== '' && !withdrawn && !/^-?\d{1,15}(\.\d{1,6})?$/.test(value)) {
    throw new CorrectionsFileError(
      `${place}: value: expected a number, nothing (no number there), or ${WITHDRAW}, got "${value}"`,
    );
  }
  return {
    unitId: need('unit_id'),
    reportYear: year,
    indicator: need('indicator'),
    applicant: row.applicant?.trim() || null,
    value: value === '' || withdrawn ? null : value,
    withdrawn,
    by: need('by'),
    why: need('why'),
  };
}

async function readText(path: string): Promise<string> {
  try {
    return decodeText(await readFile(path));
  } catch (cause) {
    throw new CorrectionsFileError(`${path}: can't be read: ${(cause as Error).message}`, { cause });
  }
}

function readRows(path: string, text: string): readonly CsvRow[] {
  try {
    return readCsvRows(text, COLUMNS);
  } catch (cause) {
    throw new CorrectionsFileError(`${path}: ${(cause as Error).message}`, { cause });
  }
}

export const WITHDRAW = 'withdraw';
const COLUMNS = ['unit_id', 'report_year', 'indicator', 'applicant', 'value', 'by', 'why'];
