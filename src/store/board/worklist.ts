import { type RawBuilder, sql } from 'kysely';
import type { Evidence, Severity } from '../../model/finding.js';
import type { BoardReader } from './read-board.js';
import { type UnitFilter, unitsWhere } from './unit-filter.js';

export type DecisionState = 'open' | 'accepted' | 'disputed' | 'sent_back' | 'done';

export interface WorkFilter extends UnitFilter {
  readonly unitId?: string | undefined;
  readonly year?: number | undefined;
  readonly check?: string | undefined;
  readonly severity?: string | undefined;
  readonly state?: string | undefined;
}

/** A finding with what a person decided of it. */
export interface WorkItem {
  readonly unitId: string;
  readonly unitName: string;
  readonly year: number;
  readonly check: string;
  readonly severity: Severity;
  readonly outcome: string | null;
  readonly message: string;
  readonly evidence: readonly Evidence[] | null;
  readonly indicator: string | null;
  readonly applicant: string | null;
  readonly table: number | null;
  readonly row: number | null;
  readonly column: number | null;
  readonly documentSha256: string | null;
  readonly key: string;
  readonly state: DecisionState;
  readonly stateZh: string;
  readonly note: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

/** Findings, gravest first. */
export async function workItems(
  reader: BoardReader,
  filter: WorkFilter,
  { limit, offset = 0 }: { readonly limit: number; readonly offset?: number },
): Promise<WorkItem[]> {
  const { rows } = await sql<WorkItem>`
    select w.unit_id as "unitId", u.unit_name as "unitName", w.report_year as year, w.check_id as "check", w.severity,
      w.outcome, w.message, w.evidence, w.indicator, w.applicant, w.table_no as "table", w.row_no as "row",
      w.column_no as "column", w.document_sha256 as "documentSha256", w.finding_key as key, w.state,
      w.state_zh as "stateZh", w.note, w.decided_by as "decidedBy", w.decided_at as "decidedAt"
    from mart.worklist w
    join mart.unit u on u.unit_id = w.unit_id
    where ${workWhere(filter)}
    order by array_position(array['blocker', 'error', 'warning', 'info'], w.severity), w.report_year desc, w.unit_id,
      w.check_id, w.table_no, w.row_no, w.column_no, w.finding_key
    limit ${limit} offset ${offset}`.execute(reader);
  return rows;
}

export interface WorkCount {
  readonly check: string;
  readonly severity: Severity;
  readonly state: DecisionState;
  readonly count: number;
}

/** How many findings there are by check, severity and state: every list's numbers come from here, so that they add up. */
export async function countWork(reader: BoardReader, filter: WorkFilter): Promise<WorkCount[]> {
  const { rows } = await sql<WorkCount>`
    select w.check_id as "check", w.severity, w.state, count(*)::int as count
    from mart.worklist w
    ${onlyNamed(filter)}
    where ${workWhere(filter)}
    group by w.check_id, w.severity, w.state`.execute(reader);
  return rows;
}

/** The registry is looked at only where the filter asks something of it. */
function onlyNamed({ county, kind, name }: WorkFilter): RawBuilder<unknown> {
  return county || kind || name ? sql`join mart.unit u on u.unit_id = w.unit_id` : sql``;
}

function workWhere(filter: WorkFilter): RawBuilder<boolean> {
  const { unitId = null, year = null, check = null, severity = null, state = null } = filter;
  const named = filter.county || filter.kind || filter.name ? sql`and ${unitsWhere(filter)}` : sql``;
  return sql<boolean>`(${unitId}::text is null or w.unit_id = ${unitId})
    and (${year}::int is null or w.report_year = ${year})
    and (${check}::text is null or w.check_id = ${check})
    and (${severity}::text is null or w.severity = ${severity})
    and (${state}::text is null or w.state = ${state}) ${named}`;
}
