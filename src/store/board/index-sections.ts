import { sql } from 'kysely';
import { type Database, inTransaction } from '../postgres/database.js';
import { gramsOf } from './grams-of.js';

interface Unindexed {
  readonly unit_id: string;
  readonly report_id: string;
  readonly digest: string;
  readonly texts: readonly string[];
}

/**
 * Makes the search's index of every report whose reading has none yet; gives how many. Loading doesn't: it would take
 * several times as long, and a search finds what isn't in the index all the same, only slower. Safe to run at any time.
 */
export async function indexSections(db: Database): Promise<number> {
  let indexed = 0;
  let last = { unit_id: '', report_id: NO_REPORT };
  for (;;) {
    const reports = await unindexed(db, last);
    if (reports.length === 0) return indexed;
    await saveGrams(db, reports);
    indexed += reports.length;
    last = reports.at(-1)!;
  }
}

async function unindexed(
  db: Database,
  { unit_id, report_id }: { readonly unit_id: string; readonly report_id: string },
): Promise<readonly Unindexed[]> {
  const { rows } = await sql<Unindexed>`
    select r.unit_id, r.report_id, r.digest,
      array(select s.text from core.section s where s.unit_id = r.unit_id and s.report_id = r.report_id) as texts
    from core.report r
    where (r.unit_id, r.report_id) > (${unit_id}, ${report_id}::uuid)
      and not exists (
        select from core.section_gram g
        where g.unit_id = r.unit_id and g.report_id = r.report_id and g.digest = r.digest)
    order by r.unit_id, r.report_id limit ${BATCH}`.execute(db.kysely);
  return rows;
}

async function saveGrams(db: Database, reports: readonly Unindexed[]): Promise<void> {
  const column = (name: 'unit_id' | 'report_id' | 'digest') => reports.map((report) => report[name]);
  const grams = reports.map(({ texts }) => `{${gramsOf(texts).join(',')}}`);
  await inTransaction(db, ({ kysely }) =>
    sql`
      insert into core.section_gram as held (unit_id, report_id, digest, grams)
      select unit_id, report_id, digest, grams::smallint[]
      from unnest(${column('unit_id')}::text[], ${column('report_id')}::uuid[], ${column('digest')}::uuid[],
        ${grams}::text[]) as made (unit_id, report_id, digest, grams)
      on conflict (unit_id, report_id) do update set digest = excluded.digest, grams = excluded.grams`.execute(
      kysely,
    ),
  );
}

const NO_REPORT = '00000000-0000-0000-0000-000000000000';
/** Reports to a transaction. */
const BATCH = 200;
