import { sql } from 'kysely';
import { storableText } from '../postgres/copy-text.js';
import type { Database, Transaction } from '../postgres/database.js';
import { inTransaction } from '../postgres/database.js';
import { type Act, recordAct } from './audit.js';

/** What a person decides of one finding of today. */
export interface DecisionRequest {
  readonly unitId: string;
  readonly reportYear: number;
  readonly findingKey: string;
  readonly state: 'open' | 'accepted' | 'disputed' | 'sent_back' | 'done';
  readonly note: string;
}

/** Who acts, for the audit log. */
export type Actor = Pick<Act, 'actor' | 'role' | 'address'>;

/** Records decisions and the acts of deciding, all or none. Gives how many of the findings were still there to decide. */
export async function saveDecisions(
  db: Database,
  requests: readonly DecisionRequest[],
  by: Actor,
  at: Date,
): Promise<number> {
  return inTransaction(db, async (tx) => {
    let saved = 0;
    for (const request of requests) if (await saveOne(tx, request, by, at)) saved += 1;
    return saved;
  });
}

async function saveOne(tx: Transaction, request: DecisionRequest, by: Actor, at: Date): Promise<boolean> {
  const { rows } = await sql<{ check_id: string; message: string }>`
    insert into core.decision
      (unit_id, report_year, finding_key, document_sha256, decided_at, state, note, decided_by, check_id, severity, message)
    select distinct on (finding_key, coalesce(document_sha256, ''))
      unit_id, report_year, finding_key, coalesce(document_sha256, ''), ${at}::timestamptz, ${request.state},
      ${storableText(request.note)}, ${storableText(by.actor)}, check_id, severity, message
    from mart.finding
    where unit_id = ${request.unitId} and report_year = ${request.reportYear} and finding_key = ${request.findingKey}
    on conflict (unit_id, report_year, finding_key, document_sha256, decided_at) do update set
      state = excluded.state, note = excluded.note, decided_by = excluded.decided_by
    returning check_id, message`.execute(tx.kysely);
  const [found] = rows;
  if (!found) return false;
  await recordAct(tx.kysely, {
    ...by,
    at,
    action: `decide:${request.state}`,
    unitId: request.unitId,
    reportYear: request.reportYear,
    detail: `${found.check_id}：${found.message}${request.note ? `｜${request.note}` : ''}`,
  });
  return true;
}
