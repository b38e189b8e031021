import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Database, inTransaction, openDatabase } from '../../src/store/postgres/database.js';
import { asUnavailable, DatabaseUnavailableError } from '../../src/store/postgres/database-unavailable.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { ask } from './ask.js';
import { onEachDatabase } from './databases.js';
import { saveCounty } from './reports.js';

onEachDatabase('a database', (database) => {
  beforeAll(() => migrate(database().db));

  test('gives values of the same shape whichever it is', async () => {
    const { db } = database();
    const sql = `select 1::int8 as a, 9007199254740993::int8 as b, date '2021-01-25' as c, 0.10::numeric as d,
      '{1,NULL}'::int[] as e, '{"x":[1,null]}'::jsonb as f, timestamptz '2021-01-25 00:00+08' as g, null::text as h,
      '-infinity'::date as i`;
    expect(await ask(db, sql)).toEqual([
      {
        ...{ a: 1, b: '9007199254740993', c: '2021-01-25', d: '0.10', e: [1, null], f: { x: [1, null] } },
        ...{ g: new Date('2021-01-24T16:00:00Z'), h: null, i: '-infinity' },
      },
    ]);
  });

  test('a transaction that fails leaves nothing, and the next one works', async () => {
    const { db } = database();
    const work = inTransaction(db, async (tx) => {
      await tx.kysely.insertInto('core.unit').values({ unit_id: 'half' }).execute();
      throw new Error('interrupted');
    });
    await expect(work).rejects.toThrow('interrupted');
    expect(await ask(db, "select from core.unit where unit_id = 'half'")).toEqual([]);
  });

  test('what was stored is there after closing and opening again', async () => {
    const { db, options, kind } = database();
    await saveCounty(db, 'kept', []);
    if (kind === 'embedded') return; // Its folder is held by this suite: see the next describe.
    const again = await openDatabase(options);
    expect(await ask(again, 'select unit_id from mart.unit')).toEqual([{ unit_id: 'kept' }]);
    await again.close();
  });

  test('the reader role sees mart and nothing else', async () => {
    const { db } = database();
    const asReader = (sql: string) =>
      inTransaction(db, async ({ client }) => {
        await client.execute('set local role nianbao_reader');
        return (await client.query(sql)).rows;
      });
    const views = await ask<{ view: string }>(
      db,
      "select viewname as view from pg_views where schemaname = 'mart'",
    );
    expect(views.length).toBeGreaterThanOrEqual(16);
    for (const { view } of views) await asReader(`select * from mart.${view} limit 1`);
    for (const table of ['core.report', 'core.unit', 'raw.document', 'ops.run', 'core.current_report']) {
      await expect(asReader(`select * from ${table}`)).rejects.toThrow(/permission denied/);
    }
    await expect(asReader("insert into mart.indicator values ('x')")).rejects.toThrow(/permission denied/);
  });

  test('big tables have unit_id in their key and no identity column, so that they can be spread by unit', async () => {
    const { db } = database();
    const big = [
      'report',
      'table_reading',
      'local_table',
      'section',
      'report_finding',
      'unit_year_checks',
      'unit_year_finding',
    ];
    const keys = await ask<{ name: string; first: string }>(
      db,
      `select c.relname as name, a.attname as first from pg_index i
       join pg_class c on c.oid = i.indrelid
       join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where i.indisunique and c.relnamespace = 'core'::regnamespace and c.relname = any($1::text[])`,
      [big],
    );
    expect(keys.map((key) => key.name).sort()).toEqual([...big].sort());
    expect(keys.every((key) => key.first === 'unit_id')).toBe(true);
    const identities =
      "select from pg_attribute a join pg_class c on c.oid = a.attrelid where a.attidentity <> ''";
    expect(await ask(db, identities)).toEqual([]);
  });

  test('a server that lacks the database, or refuses the user, is named', async () => {
    const { kind, options } = database();
    if (kind === 'embedded') return;
    const url = new URL(options.url!);
    url.pathname = '/nowhere';
    await expect(openDatabase({ ...options, url: url.href })).rejects.toThrow(
      /\/nowhere: there is no database of this name/,
    );
    url.username = 'stranger';
    await expect(openDatabase({ ...options, url: url.href })).rejects.toThrow(DatabaseUnavailableError);
  });

  test('the tables that the code names are the tables that there are', async () => {
    const { db } = database();
    const names = await ask<{ name: string }>(
      db,
      `select table_schema || '.' || table_name as name from information_schema.tables
       where table_schema in ('raw', 'core', 'ops') and table_type = 'BASE TABLE'`,
    );
    for (const { name } of names) await ask(db, `select * from ${name} limit 0`);
    expect(names.map((n) => n.name).sort()).toEqual([
      ...[
        'core.cell_layout',
        'core.check_setting',
        'core.check_weight',
        'core.correction',
        'core.decision',
        'core.division',
        'core.expectation',
        'core.form_slot',
        'core.indicator',
        'core.local_rule',
        'core.local_table',
        'core.narrative_subject',
        'core.outcome_set',
      ],
      ...[
        'core.refusal',
        'core.report',
        'core.report_finding',
        'core.section',
        'core.section_gram',
        'core.series',
        'core.series_grade',
        'core.series_term',
        'core.table_reading',
        'core.unit',
      ],
      ...['core.unit_event', 'core.unit_record', 'core.unit_year_checks', 'core.unit_year_finding'],
      ...[
        'ops.audit',
        'ops.built',
        'ops.firing',
        'ops.host_rest',
        'ops.migration',
        'ops.run',
        'raw.capture',
        'raw.conversion',
        'raw.crawl',
        'raw.document',
        'raw.fetch',
        'raw.list_page',
        'raw.listing',
        'raw.source',
      ],
    ]);
  });
});

describe('a database that is not there', () => {
  const refused = async (options: { url?: string; dataFolder?: string }): Promise<string> => {
    const opening = openDatabase({ dataFolder: '/nonexistent', ...options });
    const error = await opening.then(
      async (db: Database) => {
        await db.close();
        return null;
      },
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(DatabaseUnavailableError);
    const { message } = error as Error;
    expect(message).not.toMatch(/\n|secret/);
    return message;
  };

  test('is named by host, port and database, without the password, with what to do', async () => {
    const message = await refused({ url: 'postgresql://me:secret@127.0.0.1:1/reports' });
    expect(message).toBe(
      'PostgreSQL at 127.0.0.1:1/reports: nothing answers there. Start the server or correct DATABASE_URL',
    );
    expect(await refused({ url: 'postgresql://me:secret@no-such-host.invalid/reports' })).toContain(
      'no-such-host.invalid:5432',
    );
    expect(await refused({ url: 'mysql://me:secret@host/reports' })).toContain(
      'not an address of a PostgreSQL server',
    );
    expect(await refused({ url: 'secret' })).toContain('not an address of a PostgreSQL server');
  });

  test('is named where its folder is a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-file-'));
    writeFileSync(join(folder, 'file'), '');
    expect(await refused({ dataFolder: join(folder, 'file') })).toContain('that is a file, not a folder');
    rmSync(folder, { recursive: true });
  });

  test.skipIf(process.getuid?.() === 0)('is named where its folder may not be written', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-closed-'));
    chmodSync(folder, 0o500);
    expect(await refused({ dataFolder: folder })).toContain('may not write there');
  });

  test('a certificate that is not trusted is named with what makes it so', () => {
    const told = (code: string) =>
      (asUnavailable(Object.assign(new Error('tls'), { code }), 'the place') as Error).message;
    expect(told('DEPTH_ZERO_SELF_SIGNED_CERT')).toContain('sslrootcert=FILE in DATABASE_URL');
    expect(told('CERT_HAS_EXPIRED')).toContain('has expired');
    expect(told('ERR_TLS_CERT_ALTNAME_INVALID')).toContain('for another host');
  });

  test('a full disk is named as such, on either database', () => {
    const full = [
      Object.assign(new Error('could not extend file'), { code: '53100' }),
      Object.assign(new Error('write'), { code: 'ENOSPC' }),
    ];
    for (const error of full) {
      expect(asUnavailable(error, 'the place')).toMatchObject({
        name: 'DatabaseUnavailableError',
        message: expect.stringMatching(/^the place: the disk is full\. Free some space/),
      });
    }
  });
});

test('the embedded database keeps what was stored', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'nianbao-kept-'));
  try {
    const first = await openDatabase({ dataFolder });
    await migrate(first);
    await saveCounty(first, 'kept', []);
    await first.close();
    const second = await openDatabase({ dataFolder });
    expect(await ask(second, 'select unit_id from mart.unit')).toEqual([{ unit_id: 'kept' }]);
    await second.close();
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
});
