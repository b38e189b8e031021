import { type RawBuilder, sql } from 'kysely';
import type { CorrectionRequest } from '../../model/correction.js';
import { storableText } from '../postgres/copy-text.js';
import { type Database, inTransaction, type Transaction } from '../postgres/database.js';

/** A decision on a cell that no current report has. */
export class UnknownFigureError extends Error {
  override readonly name = 'UnknownFigureError';
}

/** Taking back a decision where there is none. */
export class NothingToWithdrawError extends Error {
  override readonly name = 'NothingToWithdrawError';
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
  const cells = request.withdrawn ? decidedCells(request) : currentCell(request);
  if ((await record(tx, cells, request, at)) > 0) return;
  const cell = request.applicant === null ? request.indicator : `${request.indicator}@${request.applicant}`;
  const place = `${request.unitId} ${request.reportYear}`;
  if (request.withdrawn)
    throw new NothingToWithdrawError(
      `${place}: there is no decision on ${cell} to take back; mart.correction lists those that there are`,
    );
  throw new UnknownFigureError(
    `${place}: the current report has no figure ${cell}; mart.figure lists those that it has`,
  );
}

function currentCell({ unitId, reportYear, indicator, applicant }: CorrectionRequest): RawBuilder<unknown> {
  return sql`mart.figure c
    where unit_id = ${unitId} and report_year = ${reportYear}
      and indicator = ${indicator} and applicant is not distinct from ${applicant}::text`;
}

/** Also of documents that are not current any more: what has to be judged again can be given up. */
function decidedCells({ unitId, reportYear, indicator, applicant }: CorrectionRequest): RawBuilder<unknown> {
  return sql`core.latest_correction c
    where not withdrawn and indicator = ${indicator} and applicant = coalesce(${applicant}::text, '')
      and document_sha256 in (
        select r.document_sha256 from core.report r
        where r.unit_id = ${unitId} and r.report_year = ${reportYear})`;
}

async function record(
  tx: Transaction,
  cells: RawBuilder<unknown>,
  request: CorrectionRequest,
  at: Date,
): Promise<number> {
  const { rows } = await sql`
    insert into core.correction
      (document_sha256, indicator, applicant, corrected_at, table_no, row_no, column_no, raw, value, withdrawn, corrected_by, reason)
    select c.document_sha256, c.indicator, coalesce(c.applicant, ''), ${at}::timestamptz, c.table_no, c.row_no, c.column_no, c.raw,
      ${request.value}::numeric, ${request.withdrawn}, ${storableText(request.by)}, ${storableText(request.why)}
    from ${cells}
    on conflict (document_sha256, indicator, applicant, corrected_at) do update set
      value = excluded.value, withdrawn = excluded.withdrawn, corrected_by = excluded.corrected_by, reason = excluded.reason
    returning document_sha256`.execute(tx.kysely);
  return rows.length;
}
