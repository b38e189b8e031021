import { fillCatalogueTables } from './catalogue-tables.js';
import { type Database, inTransaction, type Transaction } from './database.js';
import { codeOf, DatabaseUnavailableError } from './database-unavailable.js';
import { takeMigratorTurn } from './migrator-turn.js';
import { grantReader } from './reader-role.js';
import { digestOfTexts, readSqlFiles, type SqlFile } from './sql-files.js';

export interface Migration {
  /** Names of the migrations that this call applied. */
  readonly applied: readonly string[];
  /** What could not be done and does no harm, for the log. */
  readonly notes: readonly string[];
}

/** The database was made by a newer version of this program. */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError';
}

/**
 * Brings the database to this version: migrations, reference tables from the catalogue, public views, reader role. Safe
 * to call from several processes at once; what is up to date stays untouched.
 */
export async function migrate(db: Database): Promise<Migration> {
  const migrations = await readSqlFiles('migrations');
  const views = await readSqlFiles('views');
  const applied: string[] = [];
  try {
    for (const file of migrations) {
      if (await inTransaction(db, (tx) => applyOnce(db, tx, file, migrations.at(-1)!.number))) {
        applied.push(`${String(file.number).padStart(4, '0')}_${file.name}`);
      }
    }
    await inTransaction(db, async (tx) => {
      await takeMigratorTurn(tx.client);
      await ifChanged(tx, 'views', digestOfTexts([...views, ...migrations].map((v) => v.text)), () =>
        rebuildViews(tx, views),
      );
      await fillCatalogueTables(tx, (digest, fill) => ifChanged(tx, 'catalogue', digest, fill));
    });
  } catch (error) {
    if (codeOf(error) !== '42501') throw error;
    const words =
      'the user may not create schemas or tables. Grant it CREATE on the database, or use its owner';
    throw new DatabaseUnavailableError(`${db.place}: ${words}`, { cause: error });
  }
  return { applied, notes: await grantReader(db) };
}

/** True if this call applied it; another process may have been faster. */
async function applyOnce(db: Database, tx: Transaction, file: SqlFile, newest: number): Promise<boolean> {
  await takeMigratorTurn(tx.client);
  await tx.client.execute(OWN_TABLES);
  const done = await tx.kysely.selectFrom('ops.migration').select('number').execute();
  const held = Math.max(0, ...done.map((row) => row.number));
  if (held > newest) throw new NewerDatabaseError(newerMessage(db.place, held, newest));
  if (done.some((row) => row.number === file.number)) return false;
  await tx.kysely.insertInto('ops.migration').values({ number: file.number, name: file.name }).execute();
  // A migration may change what views look at; they come back at the end.
  await dropViews(tx);
  await tx.client.execute(file.text);
  return true;
}

function newerMessage(place: string, held: number, newest: number): string {
  return (
    `${place} was written by a newer nianbao (its schema is number ${held}, this version knows ${newest}). ` +
    'Install that version or a later one, or use another database; nothing was changed'
  );
}

async function ifChanged(tx: Transaction, name: string, digest: string, build: () => Promise<void>) {
  const held = await tx.kysely
    .selectFrom('ops.built')
    .select('digest')
    .where('name', '=', name)
    .executeTakeFirst();
  if (held?.digest === digest) return;
  await build();
  await tx.kysely
    .insertInto('ops.built')
    .values({ name, digest })
    .onConflict((c) => c.column('name').doUpdateSet({ digest, built_at: new Date() }))
    .execute();
}

async function rebuildViews(tx: Transaction, views: readonly SqlFile[]): Promise<void> {
  await dropViews(tx);
  await tx.client.execute(`create schema mart; comment on schema mart is '${MART_COMMENT}'`);
  for (const view of views) await tx.client.execute(view.text);
}

async function dropViews(tx: Transaction): Promise<void> {
  await tx.client.execute('drop schema if exists mart cascade');
  const { rows } = await tx.client.query<{ name: string }>(CORE_VIEWS);
  for (const { name } of rows) await tx.client.execute(`drop view if exists ${name} cascade`);
  await tx.client.execute("delete from ops.built where name = 'views'");
}

const OWN_TABLES = `
  create schema if not exists ops;
  create table if not exists ops.migration (
    number integer primary key, name text not null, applied_at timestamptz not null default now());
  create table if not exists ops.built (
    name text primary key, digest text not null, built_at timestamptz not null default now())`;

const CORE_VIEWS = `
  select format('%I.%I', n.nspname, c.relname) as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'core' and c.relkind = 'v'`;

const MART_COMMENT = '对外提供的只读视图；其他模式（raw、core、ops）为内部结构，可能变动';
