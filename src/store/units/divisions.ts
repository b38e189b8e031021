import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import type { Division } from '../../model/division.js';
import { copyRow } from '../postgres/copy-text.js';
import { type Database, inTransaction } from '../postgres/database.js';
import { packageFolder } from '../postgres/sql-files.js';

/** A unit that the newest edition of the list doesn't know as the registry has it. */
export interface UnmatchedUnit {
  readonly unit_id: string;
  readonly name: string;
  readonly code: string | null;
  readonly division_name: string | null;
  readonly outcome: 'no_code' | 'other_name' | 'no_name';
}

/** The edition that ships with the program (sql/reference/README.md says where it is from). */
export async function bundledDivisions(): Promise<{ readonly edition: string; readonly csv: Buffer }> {
  const file = new URL(`sql/reference/divisions-${BUNDLED_EDITION}.csv.gz`, packageFolder());
  return { edition: BUNDLED_EDITION, csv: gunzipSync(await readFile(file)) };
}

/** Writes one edition whole; the same edition again takes its place. */
export async function saveDivisions(
  db: Database,
  edition: string,
  divisions: readonly Division[],
): Promise<void> {
  const rows = divisions.map(({ code, name, level, parentCode }) =>
    copyRow([edition, code, name, level, parentCode]),
  );
  await inTransaction(db, async (tx) => {
    await tx.kysely.deleteFrom('core.division').where('edition', '=', edition).execute();
    await tx.client.copy('core.division', COLUMNS, Buffer.from(rows.join('')));
  });
}

export async function holdsDivisions(db: Database): Promise<boolean> {
  return (
    (await db.kysely.selectFrom('core.division').select('code').limit(1).executeTakeFirst()) !== undefined
  );
}

/** Governments, towns, streets and zones that the newest edition has no division for; of all units or of the given ones. */
export async function compareWithDivisions(
  db: Database,
  unitIds: readonly string[],
): Promise<{
  readonly edition: string | null;
  readonly matched: number;
  readonly unmatched: UnmatchedUnit[];
}> {
  const { rows } = await sql<Omit<UnmatchedUnit, 'outcome'> & { edition: string | null; outcome: string }>`
    select unit_id, name, edition, code, division_name, outcome from core.unit_division
    where unit_id = any(${[...unitIds]}::text[])
    order by unit_id`.execute(db.kysely);
  return {
    edition: rows[0]?.edition ?? null,
    matched: rows.filter(({ outcome }) => outcome === 'matched').length,
    unmatched: rows.filter((row): row is typeof row & UnmatchedUnit => row.outcome !== 'matched'),
  };
}

const BUNDLED_EDITION = '2023-06-30';
const COLUMNS = ['edition', 'code', 'name', 'level', 'parent_code'];
