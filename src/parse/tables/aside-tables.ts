import type { Finding } from '../../model/finding.js';
import { SUBJECT_NAMES } from './leftovers.js';
import type { TableReading } from './table-reading.js';

/**
 * Rows that were read of a table which isn't to be seen as the page stands, where no table that is says the same: a tab
 * that a script opens, most likely, but perhaps an old copy beside a picture. Named row by row, for people to look.
 */
export function findAsideTables(readings: readonly TableReading[]): readonly Finding[] {
  const read = readings.filter(({ claims }) => claims.length > 0);
  const seen = new Set(read.flatMap(({ grid, index }) => (grid.table.aside ? [] : [index.form.subject])));
  return read
    .filter(({ grid, index }) => grid.table.aside && !seen.has(index.form.subject))
    .flatMap(({ grid, index, claims }) =>
      [...new Set(claims.map(({ row }) => row))].map((row) => ({
        check: 'extract/hidden-table',
        severity: 'info' as const,
        message: `${SUBJECT_NAMES[index.form.subject]}第 ${row + 1} 行所在的表格在网页打开时不显示，请核对原文`,
        table: grid.table.ordinal,
        row,
      })),
    );
}
