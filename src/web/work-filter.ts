import type { BoardData, FindingRow } from '../store/board/board-data.js';
import type { BoardContext } from './board.js';
import { oneOf, textOf, yearOf } from './query.js';
import { type UnitFilter, unitsOf } from './unit-filter.js';
import { SEVERITIES, STATES } from './words.js';

export interface WorkFilter extends UnitFilter {
  readonly unitId?: string | undefined;
  readonly year?: number | undefined;
  readonly check?: string | undefined;
  readonly severity?: string | undefined;
  readonly state?: string | undefined;
}

/** What an address asks of the findings. */
export function workFilterOf(c: BoardContext): WorkFilter {
  return {
    year: yearOf(c),
    county: textOf(c, 'county'),
    kind: textOf(c, 'kind'),
    name: textOf(c, 'name'),
    unitId: textOf(c, 'unit'),
    check: textOf(c, 'check'),
    severity: oneOf(c, 'severity', SEVERITIES),
    state: oneOf(c, 'state', STATES),
  };
}

/** The same as an address asks it. */
export function workQuery({ unitId, ...rest }: WorkFilter) {
  return { ...rest, unit: unitId };
}

/** The findings of units and year, whatever their check, severity and state. */
export function findingsOfUnits(data: BoardData, filter: WorkFilter): readonly FindingRow[] {
  const chosen = unitsOf(data, filter);
  const { unitId, year } = filter;
  return data.findings.filter(
    (row) =>
      (unitId === undefined || row.unitId === unitId) &&
      (year === undefined || row.year === year) &&
      (chosen === data.units || chosen.has(row.unitId)),
  );
}

/** Of these, the ones that the filter is left with. */
export function fits(row: FindingRow, { check, severity, state }: WorkFilter): boolean {
  return (
    (check === undefined || row.check === check) &&
    (severity === undefined || row.severity === severity) &&
    (state === undefined || row.state === state)
  );
}
