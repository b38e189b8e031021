import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Figure } from '../../src/model/extraction.js';
import type { Evidence, Finding } from '../../src/model/finding.js';
import { storableJson } from '../../src/store/postgres/copy-text.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { saveReports } from '../../src/store/reports/save-reports.js';
import { ask } from './ask.js';
import { onEachDatabase } from './databases.js';
import { blank, capture, loadable, printed, saveCounty, tableFigures } from './reports.js';

const FIGURES: readonly Figure[] = [
  ...tableFigures('t2021.proactive', 0, (indicator) =>
    indicator === 'proactive.fees.amount'
      ? { raw: '437880元', value: 43.788, state: 'annotated' }
      : printed(70_000),
  ),
  ...tableFigures('t2021.applications', 1, (_, applicant) => (applicant === 'total' ? blank : printed(4))),
  // Printed again, with other values: the second part of the same form table.
  ...tableFigures('t2021.applications', 3, () => printed(5)),
  ...tableFigures('review_litigation', 2),
];

const copyOf = ({ indicator, applicant, raw, value, table, row, column }: Figure): Evidence => ({
  ...{ indicator, applicant, raw, value, table, row, column },
});

const EVIDENCE: fc.Arbitrary<Evidence> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...FIGURES.map(copyOf)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...FIGURES).map((figure) => ({ ...copyOf(figure), text: '推测值 5' })),
  },
  { weight: 1, arbitrary: fc.constantFrom(...FIGURES).map((figure) => ({ ...copyOf(figure), year: 2020 })) },
  // Of another reading, place or report: nothing that is stored.
  { weight: 1, arbitrary: fc.constantFrom(...FIGURES).map((figure) => ({ ...copyOf(figure), value: 6 })) },
  { weight: 1, arbitrary: fc.constantFrom(...FIGURES).map((figure) => ({ ...copyOf(figure), row: 99 })) },
  { weight: 1, arbitrary: fc.constant({ indicator: 'results.total', applicant: 'total' }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }).map((text) => ({ text })) },
);

const FINDINGS: fc.Arbitrary<Finding[]> = fc.array(
  fc.record(
    {
      check: fc.constantFrom('t3-balance', 'read/one-reader'),
      severity: fc.constantFrom('error', 'info'),
      message: fc.string(),
      evidence: fc.array(EVIDENCE, { maxLength: 12 }),
    },
    { requiredKeys: ['check', 'severity', 'message'] },
  ) as fc.Arbitrary<Finding>,
  { maxLength: 5 },
);

onEachDatabase('evidence', (database) => {
  beforeAll(async () => {
    await migrate(database().db);
    await saveCounty(database().db, 'anqiu', ['huiqu']);
  });

  const save = async (findings: readonly Finding[]) => {
    const report = loadable('huiqu', 2021, 'evidence', { figures: FIGURES, findings });
    await capture(database().db, report, '2022-02-01');
    expect((await saveReports(database().db, [report])).failed).toEqual([]);
  };

  test('comes out of mart.finding as it went in, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(FINDINGS, async (findings) => {
        await save(findings);
        const shown = await ask(
          database().db,
          'select evidence from core.report_finding_whole order by ordinal',
        );
        const given = findings.map(({ evidence }) => ({
          evidence: evidence ? JSON.parse(storableJson(evidence)) : null,
        }));
        expect(shown).toEqual(given);
        expect(
          (await ask<unknown>(database().db, 'select evidence from mart.finding')).map(textOf).sort(),
        ).toEqual(given.map(textOf).sort());
      }),
      { numRuns: 25 },
    );
  });

  test('counts of four bytes that were stored before are the same after the move to two', async () => {
    const { db } = database();
    await save([]);
    const client = await db.pool.connect();
    const undo = client.execute(`
      drop schema mart cascade;
      do $$
        declare held record;
        begin
          for held in select viewname from pg_views where schemaname = 'core' loop
            execute format('drop view if exists core.%I cascade', held.viewname);
          end loop;
        end
      $$;
      drop function core.counted(jsonb, text, integer), core.counted(jsonb, text, numeric);
      drop function core.finding_key cascade;
      drop table core.decision, ops.audit cascade;
      alter table core.report_finding drop column cells;
      alter table core.table_reading alter column values type integer[];
      update core.table_reading set values[1] = 40000, exceptions = null
        where form_table = 't2021.applications' and part = 0;
      delete from ops.migration where number in (12, 16);
      delete from ops.built`);
    await undo.finally(() => client.release());
    expect((await migrate(db)).applied).toEqual(['0012_compact', '0016_board']);
    const figure = `select raw, value, unit, state from mart.figure
      where form_table = 't2021.applications' and table_no = 1 and row_no = 3 and column_no = 1`;
    expect(await ask(db, figure)).toEqual([{ raw: '40000', value: '40000', unit: '件', state: 'number' }]);
    await save([]);
  });

  test('that repeats figures is stored as their cells', async () => {
    await save([{ check: 't3-balance', severity: 'error', message: '不符', evidence: FIGURES.map(copyOf) }]);
    const [row] = await ask(
      database().db,
      'select evidence is null as bare, cardinality(cells) as cells from core.report_finding',
    );
    expect(row).toEqual({ bare: true, cells: FIGURES.length });
  });
});

function textOf(row: unknown): string {
  return JSON.stringify(row, Object.keys(KEYS));
}

const KEYS = {
  evidence: 0,
  indicator: 0,
  applicant: 0,
  raw: 0,
  value: 0,
  table: 0,
  row: 0,
  column: 0,
  text: 0,
  year: 0,
};
