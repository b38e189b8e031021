import { APPLICANTS } from '../../catalogue/applicants.js';
import { INDICATOR_BY_CODE } from '../../catalogue/indicators.js';
import type { Finding } from '../../model/finding.js';
import type { FormCell, FormSubject } from '../../model/form.js';
import { SUBJECT_NAMES } from './leftovers.js';
import type { TableReading } from './table-reading.js';
import { findUnlabelled } from './unlabelled.js';

/**
 * Cells of a form that was recognised, but that no cell of the document was read as: a row left out, cut off or
 * worded as no one has it yet. A table that the document doesn't have at all is not missing cells.
 */
export function findMissingCells(readings: readonly TableReading[]): readonly Finding[] {
  const subjects = new Set(readings.map(({ index }) => index.form.subject));
  return [...subjects].flatMap((subject) => missingOf(subject, readings));
}

function missingOf(subject: FormSubject, readings: readonly TableReading[]): Finding[] {
  const own = readings.filter(({ index }) => index.form.subject === subject);
  // Where nothing could be read, the finding about the table says so, and which form it is isn't certain.
  if (own.every(({ claims }) => claims.length === 0)) return [];
  const read = new Set(own.flatMap(({ claims }) => claims.map(({ slot }) => keyOf(slot))));
  const main = own.reduce((a, b) => (b.rowKeys.length > a.rowKeys.length ? b : a));
  const found = new Set(own.flatMap(({ rowKeys }) => rowKeys));
  const missing = main.index.form.cells.filter((cell) => !read.has(keyOf(cell)));
  const cells = missing.map(
    ({ rowKey, indicator, applicant }): Finding => ({
      check: 'extract/missing-cell',
      // A row that was found and could not be read has a warning of its own.
      severity: found.has(rowKey) ? 'info' : 'warning',
      message: `${SUBJECT_NAMES[subject]}没有读到“${nameOf(indicator, applicant)}”`,
      indicator,
      applicant,
      table: main.grid.table.ordinal,
    }),
  );
  return missing.length === 0 ? [] : [...cells, ...own.flatMap(findUnlabelled)];
}

const keyOf = ({ indicator, applicant }: FormCell): string => `${indicator}@${applicant ?? ''}`;

function nameOf(indicator: string, applicant: string | null): string {
  const label = INDICATOR_BY_CODE.get(indicator)?.labelZh ?? indicator;
  const column = APPLICANTS.find(({ code }) => code === applicant)?.labelZh;
  return column ? `${label}（${column}）` : label;
}
