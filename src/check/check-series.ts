import { CROSS_YEAR_IDENTITIES } from '../catalogue/identities.js';
import type { Finding, Outcome } from '../model/finding.js';
import type { Neighbours, UnitSeries, UnitYearChecks } from '../model/series.js';
import type { LocalRules } from '../model/source.js';
import { addUp, mergedFrom } from './add-up.js';
import { applicableTables } from './applicable-tables.js';
import { checkPublication } from './check-publication.js';
import { checkUnitYear } from './check-unit-year.js';
import { describeExplanation } from './describe-explanation.js';
import { explainTables, type TableExplanation } from './explain-table.js';
import { type FigureIndex, findInAnyTable, indexFigures } from './figure-index.js';
import { judgeIdentity } from './judge-identity.js';
import type { Answers } from './quality/ask.js';
import { rollUp } from './roll-up.js';
import { NO_NEIGHBOURS, NO_RULES } from './unit-year/year-view.js';

export interface Surroundings {
  readonly neighboursIn: (year: number) => Neighbours;
  readonly rules: LocalRules;
}

/** Checks one unit over its years. `today` is `YYYY-MM-DD`; `around` is what the caller knows beside it. */
export function checkSeries(
  series: UnitSeries,
  today: string,
  around: Surroundings = NOTHING_AROUND,
): UnitYearChecks[] {
  const indexes = new Map(series.reports.map((r) => [r.reportYear, indexFigures(r.figures)]));
  return yearsOf(series).map((reportYear) => {
    const publication = checkPublication(
      {
        unitName: series.unitName,
        reportYear,
        expectation: series.expectations.find((e) => e.reportYear === reportYear),
        unread: series.unreadYears.includes(reportYear),
        publishedOn: series.reports.find((r) => r.reportYear === reportYear)?.publishedOn,
      },
      today,
    );
    const figures = compareWithYearBefore(reportYear, indexes, series);
    const made = besideOthers(series, reportYear, indexes, around);
    return {
      unitId: series.unitId,
      reportYear,
      findings: [...publication.findings, ...figures.findings, ...made.findings],
      outcomes: rollUp({ ...publication.outcomes, ...figures.outcomes, ...made.outcomes }),
      likeness: {
        previous: made.measured?.['copy-last-year'] ?? null,
        sibling: made.measured?.['copy-sibling'] ?? null,
      },
    };
  });
}

function besideOthers(
  { unitName, unitKind: kind, reports }: UnitSeries,
  year: number,
  indexes: ReadonlyMap<number, FigureIndex>,
  { neighboursIn, rules }: Surroundings,
): Answers {
  const report = reports.find(({ reportYear }) => reportYear === year);
  if (!report) return { findings: [], outcomes: {} };
  const earlier = reports
    .filter(({ reportYear }) => reportYear < year)
    .map((one) => ({ report: one, index: indexes.get(one.reportYear)! }))
    .reverse();
  const neighbours = neighboursIn(year);
  return checkUnitYear({
    year,
    unitName,
    kind,
    report,
    index: indexes.get(year)!,
    earlier,
    neighbours,
    rules,
  });
}

/** Every year with a report, a document that couldn't be read, or an expectation. */
function yearsOf({ reports, expectations, unreadYears }: UnitSeries): number[] {
  const years = [...reports, ...expectations].map(({ reportYear }) => reportYear);
  return [...new Set([...years, ...unreadYears])].sort((a, b) => a - b);
}

/**
 * Runs the cross-year identities of a year: not assessable where the year before isn't held, or where the unit isn't the
 * same as then; what adds up is asked of all units that became one. Carry-over joins 表三 of either form, so a cell of the
 * year before is found in whichever table it has.
 */
function compareWithYearBefore(
  year: number,
  indexes: ReadonlyMap<number, FigureIndex>,
  { unitId, mergedYears = [], mergers = [] }: UnitSeries,
): { findings: Finding[]; outcomes: Record<string, Outcome> } {
  const findings: Finding[] = [];
  const outcomes: Record<string, Outcome> = {};
  const current = indexes.get(year);
  const previous = mergedYears.includes(year) ? undefined : indexes.get(year - 1);
  const merged = mergedFrom(mergers.find((merger) => merger.year === year));
  if (!current) return { findings, outcomes };
  for (const identity of CROSS_YEAR_IDENTITIES) {
    if (year < identity.fromYear) continue;
    const tables = applicableTables(identity, new Set(current.keys()), null);
    if (tables.length === 0) continue;
    const from = identity.addsUp ? merged : null;
    const judgement = judgeIdentity(
      identity,
      tables,
      ({ formTable, key, yearsBack, unitId: of = unitId }) => {
        if (!yearsBack) return current.get(formTable)?.get(key);
        const before = from ? from.indexes.get(of) : previous;
        return before && findInAnyTable(before, key);
      },
      year,
      from ? (instance) => addUp(instance, from.predecessors, unitId) : undefined,
    );
    outcomes[identity.id] = judgement.outcome;
    findings.push(...judgement.findings);
  }
  if (previous) findings.push(...explainByYearBefore(current, previous));
  return { findings, outcomes };
}

/** Only what a report by itself can't know: that a number, a row or a column is still that of the year before. */
function explainByYearBefore(current: FigureIndex, previous: FigureIndex): Finding[] {
  return explainTables(current, previous).filter(restsOnYearBefore).map(describeExplanation);
}

function restsOnYearBefore({ causes: [likeliest] }: TableExplanation): boolean {
  if (!likeliest) return false;
  const { pattern, changes } = likeliest;
  return pattern ? pattern.id === 'last-year-line' : changes.some(({ kind }) => kind.id === 'last-year');
}

const NOTHING_AROUND: Surroundings = { neighboursIn: () => NO_NEIGHBOURS, rules: NO_RULES };
