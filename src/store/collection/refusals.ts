import { sql } from 'kysely';
import type { RefusedDocument } from '../../model/loading.js';
import { storableText } from '../postgres/copy-text.js';
import { type Database, inTransaction } from '../postgres/database.js';
import { deleteChildren } from '../reports/delete-children.js';

/**
 * Records documents that could not become reports. What an older parser version made of them goes: stored is what the
 * latest reading says. Idempotent; gives the number of refusals that are new or changed.
 */
export async function saveRefusals(db: Database, refusals: readonly RefusedDocument[]): Promise<number> {
  const byDocument = new Map(refusals.map((refusal) => [refusal.documentSha256, refusal]));
  const documents = [...byDocument.keys()].sort();
  if (documents.length === 0) return 0;
  return inTransaction(db, async (tx) => {
    const gone = await tx.kysely
      .deleteFrom('core.report')
      .where('document_sha256', '=', sql<string>`any(${documents}::text[])`)
      .returning(['unit_id', 'report_id'])
      .execute();
    if (gone.length > 0) {
      await deleteChildren(
        tx,
        gone.map((row) => row.unit_id),
        gone.map((row) => row.report_id),
      );
    }
    const rows = documents.map((document) => byDocument.get(document)!);
    const saved = await tx.kysely
      .insertInto('core.refusal')
      .values(
        rows.map((row) => ({
          document_sha256: row.documentSha256,
          parser_version: row.parserVersion,
          code: row.code,
          message: storableText(row.message),
        })),
      )
      .onConflict((c) =>
        c
          .column('document_sha256')
          .doUpdateSet((e) => ({
            parser_version: e.ref('excluded.parser_version'),
            code: e.ref('excluded.code'),
            message: e.ref('excluded.message'),
            refused_at: new Date(),
          }))
          .where(sql<boolean>`(refusal.parser_version, refusal.code, refusal.message)
            is distinct from (excluded.parser_version, excluded.code, excluded.message)`),
      )
      .returning('document_sha256')
      .execute();
    return saved.length;
  });
}

/** Whether a document was read and is no report: an error page, say. */
export async function isNotAReport(db: Database, documentSha256: string): Promise<boolean> {
  const row = await db.kysely
    .selectFrom('core.refusal')
    .select('code')
    .where('document_sha256', '=', documentSha256)
    .where('code', '=', 'recognise/not-a-report')
    .executeTakeFirst();
  return row !== undefined;
}
