import { checkSeries } from '../check/check-series.js';
import type { UnitYearChecks } from '../model/series.js';
import { indexSections } from '../store/board/index-sections.js';
import { localRules } from '../store/judgement/local-rules.js';
import { unitSeries } from '../store/judgement/unit-series.js';
import { saveUnitYearChecks } from '../store/judgement/unit-year-checks.js';
import { refreshStatistics } from '../store/postgres/refresh-statistics.js';
import type { JobContext } from './context.js';
import { readNeighbours } from './neighbours.js';
import { today } from './today.js';

/**
 * Judges every unit over its years and beside its neighbours, and readies what was loaded for the board's search. Returns
 * the number of unit-years whose result is new.
 */
export async function checkUnits(context: JobContext, now: Date): Promise<number> {
  const neighbours = await readNeighbours(context);
  const rules = await localRules(context.db);
  let changed = 0;
  let units: string[] = [];
  let checks: UnitYearChecks[] = [];
  const flush = async (): Promise<void> => {
    if (units.length > 0) changed += await saveUnitYearChecks(context.db, checks, { units });
    units = [];
    checks = [];
  };
  for await (const series of unitSeries(context.db)) {
    units.push(series.unitId);
    checks.push(
      ...checkSeries(series, today(now), {
        neighboursIn: (year) => neighbours.of(series.unitId, year),
        rules,
      }),
    );
    if (units.length >= BATCH_UNITS) await flush();
  }
  await flush();
  const indexed = await indexSections(context.db);
  if (changed + indexed > 0) await refreshStatistics(context.db);
  return changed;
}

const BATCH_UNITS = 200;
