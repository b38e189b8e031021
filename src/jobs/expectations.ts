import type { Expectation } from '../model/series.js';
import type { DueRule, SourcesFile } from '../model/source.js';
import type { UnitRecord } from '../model/unit.js';

/**
 * Which report is due of which unit and by which day: every unit of a kind that a due rule names, and of its place where
 * it names one, in every expected year in which the unit stood. The last rule that fits wins, so that a local notice can
 * follow the general rule.
 */
export function expectReports(
  { due, expected }: SourcesFile,
  units: readonly UnitRecord[],
): readonly Expectation[] {
  if (!expected) return [];
  const expectations: Expectation[] = [];
  for (let reportYear = expected.from; reportYear <= expected.to; reportYear++) {
    const standing = units.filter((record) => stoodAtEndOf(reportYear, record));
    const parents = new Map(standing.map(({ unitId, parentId }) => [unitId, parentId]));
    for (const unit of standing) {
      const rule = due.findLast(
        (candidate) => fits(candidate, unit, reportYear) && isUnder(candidate.under, unit.unitId, parents),
      );
      if (!rule) continue;
      const dueOn = `${reportYear + 1}-${rule.date}`;
      expectations.push({ unitId: unit.unitId, reportYear, dueOn, basis: rule.basis });
    }
  }
  return expectations;
}

function fits(rule: DueRule, unit: UnitRecord, year: number): boolean {
  const inYears = (rule.fromYear ?? year) <= year && year <= (rule.toYear ?? year);
  return inYears && rule.kinds.includes(unit.kind);
}

/** Whether a unit is the place itself or stands below it, by the parents of that year. */
function isUnder(
  place: string | undefined,
  unitId: string,
  parents: ReadonlyMap<string, string | null>,
): boolean {
  if (place === undefined) return true;
  let unit: string | null = unitId;
  for (let step = 0; unit !== null && step < LONGEST_CHAIN; step++) {
    if (unit === place) return true;
    unit = parents.get(unit) ?? null;
  }
  return false;
}

function stoodAtEndOf(year: number, { validFrom, validTo }: UnitRecord): boolean {
  const day = `${year}-12-31`;
  return (validFrom ?? day) <= day && day <= (validTo ?? day);
}

/** Of parents; a circle in the registry ends there. */
const LONGEST_CHAIN = 10;
