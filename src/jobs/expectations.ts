import type { Expectation } from '../model/series.js';
import type { DueRule, SourcesFile } from '../model/source.js';
import type { UnitRecord } from '../model/unit.js';

/**
 * Which report is due of which unit and by which day: every unit of a kind that a due rule names, in every expected
 * year in which the unit stood. The last rule that fits wins, so that a local notice can follow the general rule.
 */
export function expectReports(
  { due, expected }: SourcesFile,
  units: readonly UnitRecord[],
): readonly Expectation[] {
  if (!expected) return [];
  const expectations: Expectation[] = [];
  for (let reportYear = expected.from; reportYear <= expected.to; reportYear++) {
    for (const unit of units.filter((record) => stoodAtEndOf(reportYear, record))) {
      const rule = due.findLast((candidate) => fits(candidate, unit, reportYear));
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

function stoodAtEndOf(year: number, { validFrom, validTo }: UnitRecord): boolean {
  const day = `${year}-12-31`;
  return (validFrom ?? day) <= day && day <= (validTo ?? day);
}
