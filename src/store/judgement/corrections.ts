import { sql } from 'kysely';
import type { CorrectionRequest } from '../../model/correction.js';
import { storableText } from '../postgres/copy-text.js';
import { type Database, inTransaction, type Transaction } from '../postgres/database.js';

/** A decision on a cell that no current report has. */
export class UnknownFigureError extends Error {
  override readonly name = 'UnknownFigureError';
}

/**
 * Records decisions on cells of current reports, all or none. What was reported stays as it is. `alongside` is done in
 * the same transaction.
 */
export async function saveCorrections(
  db: Database,
  requests: readonly CorrectionRequest[],
  at: Date,
  alongside: (kysely: Transaction['kysely']) => Promise<void> = async () => {},
): Promise<void> {
  await inTransaction(db, async (tx) => {
    for (const request of requests) await saveOne(tx, request, at);
    await alongside(tx.kysely);
  });
}

async function saveOne(tx: Transaction, request: CorrectionRequest, at: Date): Promise<void> {
  const { rows } = await sql`
    insert into core.correction
      (document_sha256, indicator, applicant, corrected_at, table_no, row_no, column_no, raw, value, withdrawn, corrected_by, reason)
    select document_sha256, indicator, coalesce(applicant, ''), ${at}::timestamptz, table_no, row_no, column_no, raw,
      ${request.value}::numeric, ${request.withdrawn}, ${storableText(request.by)}, ${storableText(request.why)}
    from mart.figure
    where unit_id = ${request.unitId} and report_year = ${request.reportYear}
      and indicator = ${request.indicator} and applicant is not distinct from ${request.applicant}::text
    on conflict (document_sha256, indicator, applicant, corrected_at) do update set
      value = excluded.value, withdrawn = excluded.withdrawn, corrected_by = excluded.corrected_by, reason = excluded.reason
    returning document_sha256`.execute(tx.kysely);
  if (rows.length === 0) {
    const cell = request.applicant === null ? request.indicator : `${request.indicator}@${request.applicant}`;
    throw new UnknownFigureError(
      `${request.unitId} ${request.reportYear}: the current report has no figure ${cell}; mart.figure lists those that it has`,
    );
  }
}
