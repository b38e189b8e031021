import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import type { ExportOptions } from '../../src/export/export.js';
import { exportDatasets } from '../../src/export/export-datasets.js';
import { exportedFigures } from '../../src/export/exported-figures.js';
import { EXPORTS } from '../../src/export/exports.js';
import { codesOf } from '../../src/export/package/codes-of.js';
import { stataDo } from '../../src/export/package/stata-do.js';
import { stataNames } from '../../src/export/package/stata-names.js';
import { withoutClock } from '../../src/export/package/without-clock.js';
import { saveCorrections } from '../../src/store/judgement/corrections.js';
import { saveReports } from '../../src/store/reports/save-reports.js';
import { readViews } from '../../src/store/views/view-stream.js';
import { onEachDatabase } from '../store/databases.js';
import { capture, loadable, printed, tableFigures } from '../store/reports.js';
import { saveExportedReports } from './exported-reports.js';

onEachDatabase('a package', (database) => {
  const root = mkdtempSync(join(tmpdir(), 'nianbao-package-'));
  const run = (out: string, options: Partial<ExportOptions> = {}) =>
    exportDatasets(database().db, EXPORTS.package!, { out: join(root, out), ...options });
  const files = (out: string): string[] =>
    readdirSync(join(root, out), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(root, out).length + 1))
      .sort();
  const read = (out: string, name: string): string => readFileSync(join(root, out, name), 'utf8');
  const rows = (out: string, name: string): Record<string, string>[] =>
    parse(read(out, name), { columns: true });
  const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

  beforeAll(async () => {
    await saveExportedReports(database().db);
    const client = await database().db.pool.connect();
    await client.execute(`
      update core.report set template = 't2019' where report_year = 2019;
      insert into core.unit_year_finding (unit_id, report_year, ordinal, check_id, severity, outcome, message)
      values ('town-a', 2020, 1, 'xy-carry', 'error', 'fail', '上年结转不符'),
        ('town-a', 2020, 2, 'late-publication', 'info', 'fail', '晚发布')`);
    client.release();
    await run('first');
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('has the same bytes when it is made again, and when the same reports were read at another time', async () => {
    const client = await database().db.pool.connect();
    await client.execute("update core.report set parsed_at = parsed_at + interval '1 day'");
    client.release();
    await run('second');
    expect(files('second')).toEqual(files('first'));
    const differing = files('first').filter((name) => !same(name, 'second'));
    expect(differing).toEqual([]);
  });
  const same = (name: string, other: string): boolean =>
    readFileSync(join(root, 'first', name)).equals(readFileSync(join(root, other, name)));

  test('lists the hash of every file of it, and nothing else', () => {
    const listed = read('first', 'SHA256SUMS')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('  '));
    expect(listed.map(([, name]) => name)).toEqual(files('first').filter((name) => name !== 'SHA256SUMS'));
    for (const [hash, name] of listed) expect(sha256(join(root, 'first', name!)), name).toBe(hash);
  });

  test('describes itself as Data Package v2 asks, truly', () => {
    const descriptor = DATA_PACKAGE.parse(JSON.parse(read('first', 'datapackage.json')));
    for (const { name, path, hash, bytes, schema } of descriptor.resources) {
      for (const file of [path].flat()) expect(existsSync(join(root, 'first', file)), file).toBe(true);
      if (!schema || typeof path !== 'string') continue;
      expect(hash).toBe(`sha256:${sha256(join(root, 'first', path))}`);
      expect(bytes).toBe(readFileSync(join(root, 'first', path)).length);
      const [head] = parse(read('first', path), { to: 1 }) as string[][];
      expect(schema.fields.map((field) => field.name)).toEqual(head);
      const keys = rows('first', path).map((row) =>
        JSON.stringify(schema.primaryKey?.map((key) => row[key])),
      );
      if (schema.primaryKey) expect(new Set(keys).size, name).toBe(keys.length);
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const known = new Set(
          rows('first', `data/csv/${reference.resource}.csv`).map((row) => row[reference.fields[0]!]),
        );
        expect(rows('first', path).filter((row) => !known.has(row[fields[0]!]!))).toEqual([]);
      }
    }
  });

  test('names every original with address, hash and time, breaks and known problems, and carries no clock', () => {
    const documents = rows('first', 'data/csv/source_document.csv');
    expect(documents).toHaveLength(9);
    expect(documents[0]!.source_url).toBe('http://localhost/town-a/2019');
    expect(documents[0]!.document_sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(documents[0]!.collected_at).toMatch(/^\d{4}-/);
    expect(rows('first', 'data/csv/report.csv')[0]).not.toHaveProperty('parsed_at');
    const breaks = rows('first', 'data/csv/unit_year.csv').filter((row) => row.series_break === 'true');
    expect(breaks).not.toEqual([]);
    expect(rows('first', 'breaks.csv')).toEqual(breaks);
    const serious = rows('first', 'data/csv/finding.csv').filter(
      ({ severity }) => severity === 'error' || severity === 'blocker',
    );
    expect(serious).not.toEqual([]);
    expect(rows('first', 'known-problems.csv')).toEqual(serious);
    expect(read('first', 'README.md')).toContain(`序列断点：${breaks.length} 处`);
    expect(read('first', 'README.md')).toContain(`已知问题：${serious.length} 条`);
    expect(read('first', 'CITATION.cff')).toMatch(
      /^cff-version: 1\.2\.0\n[\s\S]*date-released: \d{4}-\d\d-\d\d\n$/,
    );
    expect(read('first', 'codebook.md')).toContain('| `reported_value` | 小数 | 年报所载数值 |');
  });

  test('is read by Stata and R with Chinese labels', () => {
    const stata = read('first', 'import.do');
    expect(stata).toContain('import delimited using "data/csv/figure.csv"');
    expect(stata).toContain('label variable reported_value `"年报所载数值"\'');
    expect(stata).toMatch(/label define state_zh 1 `"数字"' 2 `"带单位或注释的数字"'/);
    const r = read('first', 'import.R');
    expect(r).toContain('reported_value = "numeric"');
    expect(r).toContain(
      'reported_value = "\\U00005e74\\U000062a5\\U00006240\\U00008f7d\\U00006570\\U0000503c"',
    );
    expect(r).toMatch(/^[\n\x20-\x7e]*$/);
  });

  test('keeps to the limits of Stata: names of 32 characters, each once in a table, labels of 80', async () => {
    const views = await readViews(database().db, {}, async (reader) => withoutClock(reader).views);
    // As if no table were empty: empty ones aren't read.
    const [head, ...tables] = tablesOfDo(stataDo(views, new Map()));
    expect(head).toContain('version 14');
    expect(tables).toHaveLength(views.length);
    const seen = new Map<string, string[]>();
    for (const [index, table] of tables.entries()) {
      const { name, columns } = views[index]!;
      const lines = table.replaceAll(/ \/\/\/\n\s+/g, ' ').split('\n');
      const made = lines.flatMap(
        (line) => /^(?:rename v\d+|generate (?:int|long)) (\w+)/.exec(line)?.[1] ?? [],
      );
      const read80 = [...table.matchAll(/`"(.*?)"'/g)].map((match) => match[1]!);
      seen.set(name, made);
      expect(table).toMatch(new RegExp(`^${name}\n`));
      expect(lines.filter((line) => /^(rename|generate long) /.test(line))).toHaveLength(columns.length);
      expect(new Set(made).size, name).toBe(made.length);
      expect(made.filter((variable) => !/^[a-z][a-z0-9_]{0,31}$/.test(variable))).toEqual([]);
      expect(made.filter((variable) => ['if', 'in', 'int', 'using', 'with'].includes(variable))).toEqual([]);
      expect(read80.filter((label) => [...label].length > 80 || /[`"'$\\]/.test(label))).toEqual([]);
      for (const line of lines.slice(1)) expect(line).toMatch(STATA_LINE);
    }
    expect(seen.get('unit_year')).toContain('ground_share_not_processed_exces');
    expect(read('first', 'import.do')).toContain(
      'notes ground_share_not_processed_exces: ground_share_not_processed_excessive_repeated',
    );
  });

  test('has Stata read the tables that have rows, and no other', () => {
    for (const table of tablesOfDo(read('first', 'import.do')).slice(1)) {
      const name = /^[a-z_]+/.exec(table)![0];
      const empty = rows('first', `data/csv/${name}.csv`).length === 0;
      expect(/^[a-z_]+：没有数据，不读入。\s*$/.test(table), name).toBe(empty);
    }
  });
  const tablesOfDo = (text: string): string[] => text.split(/^\* (?=[a-z_]+(?:\n|：))/m);

  test('replaces an earlier package alone, and no folder with anything else in it', async () => {
    await run('replaced');
    await run('replaced', { years: { from: 2021, to: 2021 } });
    expect(readdirSync(join(root, 'replaced', 'data/parquet/figure'))).toEqual(['year=2021']);
    writeFileSync(join(root, 'replaced', 'notes.txt'), 'mine');
    const before = files('replaced');
    await expect(run('replaced')).rejects.toThrow(/holds notes.txt, which is no part of a package/);
    expect(files('replaced')).toEqual(before);
  });

  test('that was being replaced when its process was killed is put back by the next export', async () => {
    const dead = 999_999_999;
    const sealed = read('first', 'SHA256SUMS');
    cpSync(join(root, 'first'), join(root, `.moved.old-${dead}`), { recursive: true });
    cpSync(join(root, 'first'), join(root, `.moved.part-${dead}`), { recursive: true });
    await expect(run('moved', { under: 'nobody' })).rejects.toThrow(/no unit nobody/);
    await run('moved');
    expect(read('moved', 'SHA256SUMS')).toBe(sealed);
    expect(readdirSync(root).filter((name) => name.startsWith('.moved'))).toEqual([]);
  });

  test('is none without its checksums, for --against and for verify', async () => {
    cpSync(join(root, 'first'), join(root, 'unsealed'), { recursive: true });
    rmSync(join(root, 'unsealed', 'SHA256SUMS'));
    await expect(run('never', { against: join(root, 'unsealed') })).rejects.toThrow(/no package there/);
    expect(() => exportedFigures(join(root, 'unsealed'))).toThrow(/SHA256SUMS is missing/);
  });

  test('against an earlier one: lists what is new, different and gone, and why', async () => {
    const { db } = database();
    const before = 'first';
    await run('same', { against: join(root, before) });
    expect(rows('same', 'changes.csv')).toEqual([]);
    expect(read('same', 'SHA256SUMS')).toContain('changes.csv');

    const figures = (value: number) => tableFigures('t2021.proactive', 0, () => printed(value)).slice(1);
    const revised = loadable('town-a', 2021, 'revised', { figures: figures(7) });
    const added = loadable('town-b', 2022, 'added', { figures: figures(8) });
    const reread = {
      ...loadable('town-c', 2019, 'town-c 2019', { figures: figures(9) }),
      parserVersion: '2-test',
    };
    await capture(db, revised, '2022-03-01', 'http://localhost/town-a/2021');
    await capture(db, added, '2023-02-01');
    await saveReports(db, [revised, added, reread]);
    const corrected = tableFigures('t2021.proactive', 0)[1]!;
    await saveCorrections(
      db,
      [
        {
          unitId: 'town-b',
          reportYear: 2020,
          indicator: corrected.indicator,
          applicant: null,
          value: '5',
          withdrawn: false,
          by: '某人',
          why: '看错',
        },
      ],
      new Date('2023-03-01T00:00:00Z'),
    );
    await run('after', { against: join(root, before) });
    const changes = rows('after', 'changes.csv');
    const count = (wanted: Record<string, string>): number =>
      changes.filter((row) => Object.entries(wanted).every(([name, value]) => row[name] === value)).length;
    expect(count({ change: 'changed', why: 'revised', unit_id: 'town-a', report_year: '2021' })).toBe(9);
    expect(count({ change: 'gone', why: 'revised', unit_id: 'town-a' })).toBe(1);
    expect(count({ change: 'added', why: 'new_report', unit_id: 'town-b', report_year: '2022' })).toBe(9);
    expect(count({ why: 'parser', unit_id: 'town-c', report_year: '2019' })).toBe(10);
    expect(changes.filter(({ why }) => why === 'correction')).toMatchObject([
      {
        unit_id: 'town-b',
        report_year: '2020',
        old_value: '43.788',
        new_value: '5',
        new_corrected_by: '某人',
      },
    ]);
    expect(changes).toHaveLength(9 + 1 + 9 + 10 + 1);
    await run('part', { against: join(root, before), under: 'county-b' });
    expect(new Set(rows('part', 'changes.csv').map((row) => row.unit_id))).toEqual(new Set(['town-c']));

    // As when its unit or year turns out to be another.
    await sql`delete from core.report where unit_id = 'town-b' and report_year = 2022`.execute(db.kysely);
    await run('gone', { against: join(root, 'after') });
    const gone = rows('gone', 'changes.csv').filter(({ unit_id }) => unit_id === 'town-b');
    expect(gone).toHaveLength(9);
    expect(new Set(gone.map(({ change, why }) => `${change} ${why}`))).toEqual(new Set(['gone report_gone']));
  });

  test('against a folder that is no package, or a damaged one: refused before anything is written', async () => {
    await expect(run('never', { against: root })).rejects.toThrow(/no package there/);
    cpSync(join(root, 'first'), join(root, 'damaged'), { recursive: true });
    writeFileSync(join(root, 'damaged', 'data/csv/figure.csv'), 'unit_id\n');
    await expect(run('never', { against: join(root, 'damaged') })).rejects.toThrow(/doesn't fit SHA256SUMS/);
    expect(existsSync(join(root, 'never'))).toBe(false);
  });

  test('against one that lacks a column, as of another version: refused, with the column', async () => {
    const old = join(root, 'other-version');
    cpSync(join(root, 'first'), old, { recursive: true });
    const file = join(old, 'data/csv/figure.csv');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^(.*),corrected_by,/, '$1,corrected,'));
    const sealed = readFileSync(join(old, 'SHA256SUMS'), 'utf8');
    writeFileSync(
      join(old, 'SHA256SUMS'),
      sealed.replace(
        /^\w+(?= {2}data\/csv\/figure\.csv$)/m,
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ),
    );
    await expect(run('never', { against: old })).rejects.toThrow(
      /figure.csv has no column corrected_by, so another version of nianbao wrote it/,
    );
    expect(existsSync(join(root, 'never'))).toBe(false);
  });

  test('takes no other export into its folder', async () => {
    const before = files('first');
    await expect(
      exportDatasets(database().db, EXPORTS.csv!, { out: join(root, 'first'), tables: ['unit'] }),
    ).rejects.toThrow(/holds a package/);
    expect(files('first')).toEqual(before);
    await expect(exportDatasets(database().db, EXPORTS.csv!, { out: ' ' })).rejects.toThrow(/name a folder/);
  });
});

test('codes come from a comment that lists them, and from no other', () => {
  expect([...codesOf('状态：number 数字，blank 空白；其他不算，x 某')]).toEqual([
    ['number', '数字'],
    ['blank', '空白'],
  ]);
  expect(codesOf('发布日期：文中日期，没有则取列表页日期').size).toBe(0);
});

test('long names that Stata would cut to the same are told apart', () => {
  const long = 'ground_share_denied_state_secret';
  expect([...stataNames([`${long}_n`, long, `${long}_of`, 'if', 'x'])]).toEqual([
    [long, long],
    ['x', 'x'],
    [`${long}_n`, 'ground_share_denied_state_sec_2'],
    [`${long}_of`, 'ground_share_denied_state_sec_3'],
    ['if', 'if_2'],
  ]);
});

/** The commands that an import may hold, each on a line of its own. */
const STATA_LINE = new RegExp(
  [
    '^import delimited using "data/csv/[a-z_]+\\.csv", clear varnames\\(nonames\\) rowrange\\(2:\\) encoding\\("utf-8"\\) delimiters\\(","\\) bindquote\\(strict\\) maxquotedrows\\(unlimited\\) asdouble stringcols\\([\\d ]+\\)$',
    '^label data `"[^"]+"\'$',
    '^rename v\\d+ \\w+$',
    '^generate long \\w+ = date\\(v\\d+, "YMD"\\)$',
    '^order \\w+, after\\(v\\d+\\)$',
    '^drop v\\d+$',
    '^format \\w+ %td$',
    '^label variable \\w+ `"[^"]+"\'$',
    '^notes \\w+: \\w+$',
    '^generate int \\w+_zh = \\.$',
    '^replace \\w+_zh = \\d+ if \\w+ == "[a-z0-9_.]+"$',
    '^label define \\w+( \\d+ `"[^"]+"\')+, replace$',
    '^label values \\w+ \\w+$',
    '^save "[a-z_]+\\.dta", replace$',
    '^$',
  ].join('|'),
);

/** The rules of https://datapackage.org/profiles/2.0/ that this package comes under. */
const PATH = z.string().regex(/^(?=[^./~])(?!file:)((?!\/\.\.\/)(?!\\)(?!:\/\/).)*$/);
const FIELD = z.object({
  name: z.string().min(1),
  type: z.enum(['string', 'number', 'integer', 'boolean', 'date', 'datetime', 'array', 'any']),
  format: z.string().optional(),
  description: z.string().min(1),
});
const KEY = z.array(z.string()).min(1);
const RESOURCE = z.object({
  name: z.string().regex(/^[a-z0-9._-]+$/),
  path: z.union([PATH, z.array(PATH).min(1)]),
  type: z.literal('table').optional(),
  format: z.string(),
  mediatype: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  bytes: z.int().optional(),
  hash: z
    .string()
    .regex(/^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$/)
    .optional(),
  schema: z
    .object({
      fields: z.array(FIELD).min(1),
      missingValues: z.array(z.string()),
      primaryKey: KEY.optional(),
      foreignKeys: z
        .array(z.object({ fields: KEY, reference: z.object({ resource: z.string(), fields: KEY }) }))
        .min(1)
        .optional(),
    })
    .optional(),
});
const DATA_PACKAGE = z.object({
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: z.string(),
  id: z.string(),
  version: z.string(),
  resources: z
    .array(RESOURCE)
    .min(1)
    .refine((resources) => new Set(resources.map(({ name }) => name)).size === resources.length),
});
