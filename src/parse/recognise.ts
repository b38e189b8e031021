import { FORM_TABLES } from '../catalogue/forms.js';
import type { FormSubject } from '../model/form.js';
import { extractTable, type TableReading } from './extract-table.js';
import { type FormIndex, indexForm } from './form-index.js';
import type { Grid } from './grid.js';

/**
 * Finds the statutory tables among a document's grids: one by one, by their words, never by the year.
 * A grid may hold several tables, a table may be split over several grids, and a report may mix forms.
 */
export function recognise(grids: readonly Grid[]): readonly TableReading[] {
  const readings: TableReading[] = [];
  for (const grid of grids) {
    for (const candidates of BY_SUBJECT.values()) {
      const best = readBest(grid, candidates, readings);
      if (best) readings.push(best);
    }
  }
  return readings;
}

function readBest(
  grid: Grid,
  candidates: readonly FormIndex[],
  earlier: readonly TableReading[],
): TableReading | null {
  const readings = candidates
    .map((index) => extractTable(grid, index, earlier.findLast((reading) => reading.index === index) ?? null))
    .filter((reading) => reading.claims.length > 0 || isLikelyTable(reading));
  return readings.reduce<TableReading | null>(
    (best, next) => (best && !isBetter(next, best) ? best : next),
    null,
  );
}

/** More cells read; where that ties, more labels that fit word for word. */
function isBetter(reading: TableReading, than: TableReading): boolean {
  if (reading.claims.length !== than.claims.length) return reading.claims.length > than.claims.length;
  return reading.exact > than.exact;
}

/** So many rows of the form that it must be the table, though no cell of it could be read: a finding, not a gap. */
function isLikelyTable(reading: TableReading): boolean {
  return new Set(reading.rowKeys).size >= LIKELY_ROWS;
}

const LIKELY_ROWS = 3;

const BY_SUBJECT: ReadonlyMap<FormSubject, readonly FormIndex[]> = groupBySubject();

function groupBySubject(): ReadonlyMap<FormSubject, readonly FormIndex[]> {
  const groups = new Map<FormSubject, FormIndex[]>();
  for (const form of FORM_TABLES)
    groups.set(form.subject, [...(groups.get(form.subject) ?? []), indexForm(form)]);
  return groups;
}
