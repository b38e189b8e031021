import type { Severity } from '../model/finding.js';
import type { BoardData, BoardUnit, PublicationRow, PublicationStatus } from '../store/board/board-data.js';
import { pageWithin } from './parts/pager.js';
import { type UnitFilter, unitsOf } from './unit-filter.js';

export interface OverviewFilter extends UnitFilter {
  /** One report year, or all. */
  readonly year?: number | undefined;
  readonly status?: string | undefined;
  /** From 1. */
  readonly page: number;
}

export interface OverviewCell extends PublicationRow {
  /** Findings that nobody has settled yet. */
  readonly open: Partial<Readonly<Record<Severity, number>>>;
}

export interface DueDay {
  readonly dueOn: string;
  readonly year: number;
  /** Units of which nothing is published yet, of all that are due that day. */
  readonly waiting: number;
  readonly expected: number;
}

export interface Overview {
  /** Counts by year and status over all units of the filter, whatever the page. */
  readonly totals: readonly {
    readonly year: number;
    readonly status: PublicationStatus;
    readonly count: number;
    /** Of these, how many are proven to be missing. */
    readonly proven: number;
  }[];
  readonly units: readonly BoardUnit[];
  readonly unitCount: number;
  /** That is shown, from 1. */
  readonly page: number;
  readonly cells: readonly OverviewCell[];
  /** Days ahead by which reports are due, soonest first. */
  readonly due: readonly DueDay[];
}

/** Who has published, and what is wrong: the matrix of units and years. */
export function overview(data: BoardData, filter: OverviewFilter, today: string): Overview {
  const chosen = unitsOf(data, filter);
  const rows = data.publications.filter(
    ({ unitId, year }) => chosen.has(unitId) && (filter.year === undefined || year === filter.year),
  );
  const listed = new Set(
    rows.filter(({ status }) => !filter.status || status === filter.status).map(({ unitId }) => unitId),
  );
  const all = [...chosen.values()].filter(({ unitId }) => listed.has(unitId));
  const page = pageWithin(filter.page, UNITS_A_PAGE, all.length);
  const units = all.slice((page - 1) * UNITS_A_PAGE, page * UNITS_A_PAGE);
  return {
    totals: countByStatus(rows),
    units,
    unitCount: all.length,
    page,
    cells: cellsOf(data, rows, new Set(units.map(({ unitId }) => unitId))),
    due: dueAhead(rows, today),
  };
}

function countByStatus(rows: readonly PublicationRow[]): Overview['totals'] {
  const counts = new Map<
    string,
    { year: number; status: PublicationStatus; count: number; proven: number }
  >();
  for (const { year, status, proven } of rows) {
    const held = counts.get(`${year} ${status}`) ?? { year, status, count: 0, proven: 0 };
    held.count += 1;
    if (proven) held.proven += 1;
    counts.set(`${year} ${status}`, held);
  }
  return [...counts.values()].sort((a, b) => b.year - a.year);
}

function cellsOf(
  data: BoardData,
  rows: readonly PublicationRow[],
  shown: ReadonlySet<string>,
): OverviewCell[] {
  const open = new Map<string, Partial<Record<Severity, number>>>();
  for (const { unitId, year, severity, state } of data.findings) {
    if (!shown.has(unitId) || SETTLED.has(state)) continue;
    const key = `${unitId} ${year}`;
    const counts = open.get(key) ?? {};
    counts[severity] = (counts[severity] ?? 0) + 1;
    open.set(key, counts);
  }
  return rows
    .filter(({ unitId }) => shown.has(unitId))
    .map((row) => ({ ...row, open: open.get(`${row.unitId} ${row.year}`) ?? {} }));
}

function dueAhead(rows: readonly PublicationRow[], today: string): DueDay[] {
  const days = new Map<string, { dueOn: string; year: number; waiting: number; expected: number }>();
  for (const { dueOn, year, status } of rows) {
    if (dueOn === null || dueOn < today) continue;
    const day = days.get(`${dueOn} ${year}`) ?? { dueOn, year, waiting: 0, expected: 0 };
    day.expected += 1;
    if (status === 'not_yet_due') day.waiting += 1;
    days.set(`${dueOn} ${year}`, day);
  }
  return [...days.values()].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)).slice(0, MOST_DAYS);
}

export const UNITS_A_PAGE = 100;
const SETTLED: ReadonlySet<string> = new Set(['disputed', 'done']);
const MOST_DAYS = 12;
