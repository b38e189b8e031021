import { expect, test } from 'vitest';
import { migrate } from '../../src/store/postgres/migrate.js';
import { ask } from './ask.js';
import { onEachDatabase } from './databases.js';

onEachDatabase('public SQL', (database) => {
  test('has every view and column that others rely on, of its type', async () => {
    const { db } = database();
    await migrate(db);
    const held = await ask<{ view: string; name: string; type: string }>(
      db,
      `select c.relname as view, a.attname as name, format_type(a.atttypid, null) as type
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
       where c.relnamespace = 'mart'::regnamespace and c.relkind = 'v'`,
    );
    const types = new Map(held.map(({ view, name, type }) => [`${view}.${name}`, type]));
    const promised = Object.entries(PROMISED).flatMap(([view, columns]) =>
      columns.split(' ').map((column) => `${view}.${column}`),
    );
    expect(promised.filter((name) => !types.has(name))).toEqual([]);
    const wrong = [...types].filter(([name, type]) => {
      const rule = TYPES.find(([pattern]) => pattern.test(name));
      return rule !== undefined && !rule[1].includes(type);
    });
    expect(wrong).toEqual([]);
  });

  test('explains its functions in Chinese too', async () => {
    const functions = await ask<{ name: string; comment: string | null }>(
      database().db,
      `select p.proname as name, obj_description(p.oid, 'pg_proc') as comment from pg_proc p
       where p.pronamespace = 'mart'::regnamespace order by 1`,
    );
    expect(functions.map(({ name }) => name)).toEqual(['figure_as_of', 'report_as_of']);
    expect(functions.filter(({ comment }) => !/\p{Script=Han}/u.test(comment ?? ''))).toEqual([]);
  });
});

/** The fixed interface: columns may be added, never renamed. */
const PROMISED: Readonly<Record<string, string>> = {
  unit: 'unit_id unit_name unit_kind division_code parent_id county city province',
  report:
    'unit_id unit_name report_year template title published_on source_url document_sha256 collected_at revised_at',
  section: 'unit_id report_year ordinal code heading text document_sha256',
  figure:
    'unit_id report_year indicator applicant value reported_value unit raw state document_sha256 table_no row_no column_no',
  unit_year:
    'unit_id unit_name report_year series_break applications_received caseload disclosure_rate disclosed_total results_total clearance_rate',
  application_outcome: 'unit_id report_year outcome applicant count',
  finding: 'unit_id report_year check_id severity outcome message evidence',
  compliance: 'unit_id report_year check_id outcome',
  coverage: 'parent_id report_year expected published parsed late missing',
  indicator: 'indicator label_zh unit type templates comparability',
};

const TYPES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\.is_/, ['boolean']],
  [/\.(from|to)_units$/, ['text[]']],
  [/\.(report_year|previous_year|table_no|row_no|column_no|ordinal|line_no)$/, ['integer', 'bigint']],
  [/\.(shown_from|shown_to|seen_on|published_on|due_on|valid_from|valid_to|happened_on|edition)$/, ['date']],
  [/_rate(_over_total)?$/, ['numeric']],
  [/(_units|\.units|\.reports|\.expected|\.parsed|\.missing|_n|_of|_total)$/, ['integer', 'bigint']],
  [/\.(value|reported_value|numerator|denominator)$/, ['numeric', 'text']],
];
