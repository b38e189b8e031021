import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { storableText } from '../postgres/copy-text.js';
import type { Tables } from '../postgres/tables.js';

/** One act of a person on the board. */
export interface Act {
  readonly at: Date;
  readonly actor: string;
  readonly role: string;
  readonly address: string;
  /** `login`, `login-failed`, `decide:…`, `correct`, `export:…`. */
  readonly action: string;
  readonly unitId: string | null;
  readonly reportYear: number | null;
  readonly detail: string;
}

/** Adds an act to the log; inside the transaction that does what it tells of. */
export async function recordAct(kysely: Kysely<Tables>, act: Act): Promise<void> {
  const { unitId, reportYear, actor, detail, ...rest } = act;
  await kysely
    .insertInto('ops.audit')
    .values({
      audit_id: randomUUID(),
      unit_id: unitId,
      report_year: reportYear,
      actor: storableText(actor),
      detail: storableText(detail),
      ...rest,
    })
    .execute();
}

/** The latest acts, newest first. */
export async function listActs(kysely: Kysely<Tables>, limit: number): Promise<Act[]> {
  const rows = await kysely.selectFrom('ops.audit').selectAll().orderBy('at', 'desc').limit(limit).execute();
  return rows.map(({ audit_id: _, unit_id: unitId, report_year: reportYear, ...act }) => ({
    ...act,
    unitId,
    reportYear,
  }));
}
