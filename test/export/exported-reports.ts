import type { Database } from '../../src/store/postgres/database.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { saveReports } from '../../src/store/reports/save-reports.js';
import { capture, extraction, loadable, saveCounty, tableFigures } from '../store/reports.js';

export const TEXT = '第一段，"引号"\n第二段 <&>';
export const FORMULA = '=1+2';

/** Three towns of two counties with three years each: nine reports of ten figures, the first cell blank. */
export async function saveExportedReports(db: Database): Promise<void> {
  await migrate(db);
  await saveCounty(db, 'county-a', ['town-a', 'town-b']);
  await saveCounty(db, 'county-b', ['town-c']);
  const first = tableFigures('t2021.proactive', 0)[0]!;
  const figures = tableFigures('t2021.proactive', 0, (indicator) =>
    indicator === first.indicator
      ? { raw: '', value: null, state: 'blank' }
      : { raw: '43.788', value: 43.788 },
  );
  const sections = extraction().sections.map((section) => ({ ...section, heading: FORMULA, text: TEXT }));
  const reports = ['town-a', 'town-b', 'town-c'].flatMap((unit) =>
    [2019, 2020, 2021].map((year) => loadable(unit, year, `${unit} ${year}`, { figures, sections })),
  );
  for (const report of reports) await capture(db, report, '2022-02-01');
  await saveReports(db, reports);
}
