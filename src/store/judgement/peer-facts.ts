import { sql } from 'kysely';
import type { PeerFacts } from '../../model/series.js';
import type { UnitKind } from '../../model/unit.js';
import type { Database } from '../postgres/database.js';

/** Every registered unit in every year of which reports are held, with what its current report counts. */
export async function peerFacts(db: Database): Promise<PeerFacts[]> {
  const { rows } = await sql<PeerRow>`
    select s.unit_id, y.report_year, s.name, s.kind, s.division_code, s.parent_id,
      r.report_id is not null as held, r.fees_amount, r.new_received, r.results_total, r.review_total,
      r.direct_total::bigint + r.after_review_total as litigation_total,
      coalesce(greatest(r.new_received, r.carried_in, r.results_total, r.carried_out, r.review_total,
        r.direct_total, r.after_review_total, r.licensing_decisions, r.penalty_decisions, r.coercion_decisions,
        r.normative_in_force, r.normative_issued, r.fees_amount), 0) > 0 as is_active
    from (select distinct report_year from core.report) y
    join core.unit_span s on make_date(y.report_year, 12, 31) >= s.from_day
      and make_date(y.report_year, 12, 31) < s.to_day
    left join core.current_report r on r.unit_id = s.unit_id and r.report_year = y.report_year
    order by s.unit_id, y.report_year`.execute(db.kysely);
  return rows.map((row) => ({
    unitId: row.unit_id,
    reportYear: row.report_year,
    name: row.name,
    kind: row.kind as UnitKind,
    divisionCode: row.division_code,
    parentId: row.parent_id,
    held: row.held,
    feesAmount: numberOf(row.fees_amount),
    isActive: row.is_active,
    totals: {
      新收申请: numberOf(row.new_received),
      办理结果: numberOf(row.results_total),
      行政复议: numberOf(row.review_total),
      行政诉讼: numberOf(row.litigation_total),
    },
  }));
}

type Numeric = number | string | null;

interface PeerRow {
  readonly unit_id: string;
  readonly report_year: number;
  readonly name: string;
  readonly kind: string;
  readonly division_code: string | null;
  readonly parent_id: string | null;
  readonly held: boolean;
  readonly fees_amount: Numeric;
  readonly new_received: Numeric;
  readonly results_total: Numeric;
  readonly review_total: Numeric;
  readonly litigation_total: Numeric;
  readonly is_active: boolean;
}

/** Sums and amounts come as text. */
function numberOf(value: Numeric): number | null {
  return value === null ? null : Number(value);
}
