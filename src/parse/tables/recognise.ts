import { FORM_TABLES } from '../../catalogue/forms.js';
import type { FormSubject } from '../../model/form.js';
import { foldLabel } from '../labels/fold.js';
import { type FormIndex, indexForm, isLabelOf } from '../labels/form-index.js';
import { extractTable } from './extract-table.js';
import type { Grid } from './grid.js';
import { ownNumbers } from './row-kinds.js';
import type { TableReading } from './table-reading.js';

/**
 * Finds the statutory tables among a document's grids: one by one, by their words, never by the year.
 * A grid may hold several tables, a table may be split over several grids, and a report may mix forms.
 */
export function recognise(grids: readonly Grid[]): readonly TableReading[] {
  const bySubject = [...BY_SUBJECT.values()].map((candidates) => readSubject(grids, candidates));
  return grids.flatMap((_, place) => ownCells(bySubject.flatMap((readings) => readings[place] ?? [])));
}

/** Each grid as the form that reads most of it. */
function readSubject(
  grids: readonly Grid[],
  candidates: readonly FormIndex[],
): readonly (TableReading | null)[] {
  const asForms = candidates
    .filter((index) => mayHoldRows(grids, index))
    .map((index) => ({ index, readings: readAll(grids, index) }))
    .filter(({ index, readings }) => foundRows(readings) >= leastRowsOf(index))
    .map(({ readings }) => readings.map(ofFormAlone));
  const fits = asForms.map((readings) => readings.map(fitOf));
  const totals = fits.map((fit) => fit.reduce((sum, labels) => sum + labels, 0));
  const best = grids.map((_, place) =>
    bestOf(
      asForms.map((readings, form) => ({
        reading: readings[place]!,
        fit: fits[form]![place]!,
        total: totals[form]!,
      })),
    ),
  );
  return withFragments(best, asForms);
}

function bestOf(asForms: readonly Rated[]): TableReading | null {
  const found = asForms.filter(isTable);
  const best = found.reduce<Rated | null>((a, next) => (a && !isBetter(next, a) ? a : next), null);
  return best?.reading ?? null;
}

/** A row of a form that was read elsewhere, in a grid of no table, is part of it if it is found nowhere else: unread, and said so. */
function withFragments(
  best: readonly (TableReading | null)[],
  asForms: readonly (readonly TableReading[])[],
): readonly (TableReading | null)[] {
  const found = new Set(best.flatMap((reading) => reading?.rowKeys ?? []));
  const forms = new Set(best.flatMap((reading) => (reading?.claims.length ? [reading.index] : [])));
  const own = asForms.filter(([first]) => first && forms.has(first.index));
  const isFragment = ({ unplaced, rowKeys }: TableReading): boolean =>
    unplaced.length > 0 && rowKeys.some((key) => !found.has(key));
  return best.map((reading, place) => reading ?? own.map((all) => all[place]!).find(isFragment) ?? null);
}

/** One form over all grids: a table may go on in the grid after. */
function readAll(grids: readonly Grid[], index: FormIndex): readonly TableReading[] {
  let before: TableReading | null = null;
  return grids.map((grid) => {
    const reading: TableReading = extractTable(grid, index, before);
    const isPart = reading.headers.length > 0 || reading.continued || reading.isHeaderAlone;
    // A header alone is that of the next table or of none.
    if (isPart || before?.isHeaderAlone) before = isPart ? reading : null;
    return reading;
  });
}

/** One cell is one table's: the one that more of the grid's labels are of. 部分公开 is a word of two forms. */
function ownCells(readings: readonly TableReading[]): readonly TableReading[] {
  if (readings.length < 2) return readings;
  const byFit = [...readings].sort((a, b) => fitOf(b) - fitOf(a));
  const owners = new Map(
    byFit.toReversed().flatMap((reading) => reading.claims.map(({ cell }) => [cell.cell, reading] as const)),
  );
  const isOwn = (reading: TableReading) => ({
    ...reading,
    claims: reading.claims.filter(({ cell }) => owners.get(cell.cell) === reading),
  });
  return readings
    .map((reading) => isOwn(reading))
    .filter(({ claims }, n) => claims.length > 0 || readings[n]!.claims.length === 0);
}

/** A few labels that other tables print too prove nothing. */
const leastRowsOf = ({ form }: FormIndex): number => form.leastRows ?? 0;

const foundRows = (readings: readonly TableReading[]): number =>
  new Set(readings.flatMap(({ rowKeys }) => rowKeys)).size;

/**
 * A part of such a form is mostly rows of it. A local table beside it (of 2008–2013, beside last year's of the form) that
 * has a row of the same name has other rows as well, and counts by other rules.
 */
function ofFormAlone(reading: TableReading): TableReading {
  const claimed = new Set(reading.claims.map(({ row }) => row)).size;
  if (claimed === 0 || claimed >= leastRowsOf(reading.index)) return reading;
  const numbered = reading.grid.rows.filter((row) => ownNumbers(row).length > 0).length;
  return claimed * 2 < numbered ? { ...reading, claims: [] } : reading;
}

/** Before a form is tried: whether labels of as many of its rows as it needs are printed anywhere. */
function mayHoldRows(grids: readonly Grid[], index: FormIndex): boolean {
  if (leastRowsOf(index) === 0) return true;
  const labels = grids.flatMap(labelsIn);
  const rows = new Set(labels.flatMap((text) => index.rows.find(text).map(({ key }) => key)));
  return rows.size >= leastRowsOf(index);
}

function labelsIn({ rows }: Grid): string[] {
  return rows.flatMap(({ cells }) =>
    cells.flatMap(({ continued, text }) => (!continued && HAN.test(text) ? [text] : [])),
  );
}

interface Rated {
  readonly reading: TableReading;
  /** Different labels of the form in this grid, and in all grids. */
  readonly fit: number;
  readonly total: number;
}

/** A grid of which nothing could be read is told by its labels, wherever they stand: a finding, not a gap. */
function isTable({ reading, fit }: Rated): boolean {
  const { claims, rowKeys, unplaced, headers } = reading;
  const isFragment = unplaced.length > 0 && headers.some(({ at }) => at.some((key) => key));
  return claims.length > 0 || isFragment || new Set(rowKeys).size >= LIKELY_ROWS || fit >= LIKELY_LABELS;
}

/**
 * The form is the one whose labels are printed, not the one that more cells can be read as; where that ties, more
 * labels that fit word for word; then the form of the other parts: the first page of a table that is split over two
 * often fits both forms.
 */
function isBetter(a: Rated, than: Rated): boolean {
  const exact = a.reading.exact - than.reading.exact;
  const cells = a.reading.claims.length - than.reading.claims.length;
  return (a.fit - than.fit || exact || cells || a.total - than.total) > 0;
}

/** Different labels of the form, wherever in the grid they stand; a row of one cell is a title or prose. */
function fitOf({ grid, index }: TableReading): number {
  const labels = new Set<string>();
  for (const { cells } of grid.rows) {
    if (cells.length === 1) continue;
    for (const { text, continued } of cells) {
      if (!continued && HAN.test(text) && isLabelOf(text, index)) labels.add(foldLabel(text));
    }
  }
  return labels.size;
}

const HAN = /[一-鿿]/;
const LIKELY_ROWS = 3;
const LIKELY_LABELS = 6;

const BY_SUBJECT: ReadonlyMap<FormSubject, readonly FormIndex[]> = groupBySubject();

function groupBySubject(): ReadonlyMap<FormSubject, readonly FormIndex[]> {
  const groups = new Map<FormSubject, FormIndex[]>();
  for (const form of FORM_TABLES)
    groups.set(form.subject, [...(groups.get(form.subject) ?? []), indexForm(form)]);
  return groups;
}
