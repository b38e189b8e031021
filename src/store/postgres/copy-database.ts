import { copyRow } from './copy-text.js';
import { type Database, inSnapshot, inTransaction, type Transaction } from './database.js';

export interface CopiedTable {
  readonly table: string;
  readonly rows: number;
}

/** The database to copy into holds something already. */
export class NotEmptyError extends Error {
  override readonly name = 'NotEmptyError';
}

/**
 * Copies every row of one migrated database into another, both of this version: one unchanging state of the first, one
 * transaction on the second, so that it holds all or nothing. Values go as the database itself writes and reads them. What
 * migrating fills by itself takes the copied contents too.
 */
export async function copyDatabase(
  from: Database,
  to: Database,
  onTable: (copied: CopiedTable) => void = () => {},
): Promise<CopiedTable[]> {
  return inSnapshot(from, (source) =>
    inTransaction(to, async (target) => {
      await source.client.execute(SETTINGS);
      await target.client.execute(SETTINGS);
      const tables = await tablesOf(target);
      await refuseContents(target, to.place);
      const order = parentsFirst(tables);
      for (const { name } of [...order].reverse()) await target.client.execute(`delete from ${name}`);
      const copied: CopiedTable[] = [];
      for (const table of order) {
        const rows = await copyTable(source, target, table);
        copied.push({ table: table.name, rows });
        onTable(copied.at(-1)!);
      }
      return copied;
    }),
  );
}

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** Tables that its foreign keys name. */
  readonly parents: readonly string[];
}

async function tablesOf({ client }: Transaction): Promise<Table[]> {
  const { rows } = await client.query<Table>(TABLES);
  return rows;
}

async function refuseContents({ client }: Transaction, place: string): Promise<void> {
  const { rows } = await client.query<{ held: boolean }>(
    'select exists (select from raw.document) or exists (select from core.unit) or exists (select from core.correction) as held',
  );
  if (!rows[0]!.held) return;
  throw new NotEmptyError(
    `${place} holds data already; nothing was changed. Create an empty database (createdb) and name that`,
  );
}

function parentsFirst(tables: readonly Table[]): Table[] {
  const done = new Set<string>();
  const order: Table[] = [];
  while (order.length < tables.length) {
    const ready = tables.filter(
      ({ name, parents }) =>
        !done.has(name) && parents.every((parent) => done.has(parent) || parent === name),
    );
    if (ready.length === 0) throw new Error('the foreign keys of the tables run in a circle');
    for (const table of ready) done.add(table.name);
    order.push(...ready);
  }
  return order;
}

async function copyTable(
  source: Transaction,
  target: Transaction,
  { name, columns }: Table,
): Promise<number> {
  const texts = columns.map((column) => `${column}::text`).join(', ');
  await source.client.execute(`declare ${CURSOR} no scroll cursor for select ${texts} from ${name}`);
  let copied = 0;
  for (;;) {
    const fetched = await source.client.queryOne<(string | null)[]>(`fetch ${FETCH} from ${CURSOR}`, {
      rowMode: 'array',
    });
    if (fetched.rows.length === 0) break;
    await target.client.copy(name, columns, Buffer.from(fetched.rows.map(copyRow).join('')));
    copied += fetched.rows.length;
  }
  await source.client.execute(`close ${CURSOR}`);
  return copied;
}

/** What migrating keeps for itself stays: the second database has its own. */
const TABLES = `
  select format('%I.%I', n.nspname, c.relname) as name,
    array(
      select format('%I', a.attname) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum
    ) as columns,
    array(
      select format('%I.%I', pn.nspname, p.relname)
      from pg_constraint k join pg_class p on p.oid = k.confrelid join pg_namespace pn on pn.oid = p.relnamespace
      where k.conrelid = c.oid and k.contype = 'f'
    ) as parents
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('raw', 'core', 'ops') and c.relkind = 'r'
    and (n.nspname, c.relname) not in (('ops', 'migration'), ('ops', 'built'))
  order by 1`;

const SETTINGS = `set local time zone 'UTC'; set local datestyle to iso; set local extra_float_digits to 3`;
const CURSOR = 'nianbao_copy';
const FETCH = 1000;
