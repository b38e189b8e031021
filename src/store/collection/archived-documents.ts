import type { Database } from '../postgres/database.js';

/** The hash of every original that is recorded, in order, a page at a time. */
export async function* archivedDocuments(db: Database): AsyncGenerator<string> {
  let after = '';
  for (;;) {
    const rows = await db.kysely
      .selectFrom('raw.document')
      .select('sha256')
      .where('sha256', '>', after)
      .orderBy('sha256')
      .limit(PAGE_ROWS)
      .execute();
    for (const { sha256 } of rows) yield sha256;
    if (rows.length < PAGE_ROWS) return;
    after = rows.at(-1)!.sha256;
  }
}

const PAGE_ROWS = 1000;
