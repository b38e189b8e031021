import type { Database } from '../../src/store/postgres/database.js';

/**
 * Copies every stored report `copies` times, in the database itself: each copy under units, reports, originals and addresses
 * of its own, with all its readings, sections and findings. The towns of a copy stand below a county of their own.
 */
export async function multiplyReports(
  db: Database,
  copies: { readonly from: number; readonly to: number },
): Promise<void> {
  const client = await db.pool.connect();
  try {
    await client.execute(
      `insert into core.unit select 'copy-county-' || n from generate_series(${copies.from}, ${copies.to}) n;
       insert into core.unit_record (unit_id, name, kind, valid_from, valid_to)
       select 'copy-county-' || n, '第' || n || '县人民政府', 'government', '-infinity', 'infinity'
       from generate_series(${copies.from}, ${copies.to}) n`,
    );
    for (const table of TABLES) {
      const { rows } = await client.query<{ name: string }>(COLUMNS, [table]);
      const values = rows.map(({ name }) => REPLACED[`${table}.${name}`] ?? REPLACED[name] ?? `t.${name}`);
      await client.execute(
        `insert into ${table} (${rows.map(({ name }) => name).join(', ')})
         select ${values.join(', ')}
         from generate_series(${copies.from}, ${copies.to}) n, ${table} t
         where ${ORIGINAL[table] ?? "t.unit_id like 'bench-%'"}`,
      );
    }
    await client.execute('analyze');
  } finally {
    client.release();
  }
}

/** Parents before those whose foreign keys name them. */
const TABLES = [
  'raw.document',
  'raw.capture',
  'core.unit',
  'core.unit_record',
  'core.report',
  'core.table_reading',
  'core.section',
  'core.report_finding',
  'core.local_table',
  'core.expectation',
  'core.unit_year_checks',
  'core.unit_year_finding',
] as const;

/** What a copy has of its own; all else is as in the report that it copies. */
const REPLACED: Readonly<Record<string, string>> = {
  unit_id: "'copy-' || n || '-' || t.unit_id",
  report_id: "md5(t.report_id || '-' || n)::uuid",
  document_sha256: "encode(sha256((t.document_sha256 || '-' || n)::bytea), 'hex')",
  'raw.document.sha256': "encode(sha256((t.sha256 || '-' || n)::bytea), 'hex')",
  'raw.capture.url': "t.url || '?copy=' || n",
  'core.report.source_url': "t.source_url || '?copy=' || n",
  'core.unit_record.parent_id': "'copy-county-' || n",
};

const ORIGINAL: Readonly<Record<string, string>> = {
  'raw.document': "t.sha256 in (select document_sha256 from raw.capture where unit_id like 'bench-%')",
};

const COLUMNS = `
  select attname as name from pg_attribute
  where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''
  order by attnum`;
