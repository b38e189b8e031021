import { sql } from 'kysely';
import type { Severity } from '../../model/finding.js';
import type { BoardReader } from './read-board.js';
import { type UnitFilter, unitsWhere } from './unit-filter.js';

/** 发布情况: every unit and year is exactly one of these, so that counts add up. */
export type PublicationStatus =
  | 'on_time'
  | 'late'
  | 'date_unknown'
  | 'unread'
  | 'missing'
  | 'not_yet_due'
  | 'unexpected';

export interface OverviewFilter extends UnitFilter {
  /** One report year, or all. */
  readonly year?: number | undefined;
  readonly status?: string | undefined;
  /** From 1. */
  readonly page: number;
}

export interface OverviewCell {
  readonly unitId: string;
  readonly year: number;
  readonly status: PublicationStatus;
  readonly dueOn: string | null;
  readonly basis: string | null;
  readonly publishedOn: string | null;
  readonly daysLate: number | null;
  readonly revisedAt: Date | null;
  /** Findings that nobody has settled yet. */
  readonly open: Partial<Readonly<Record<Severity, number>>>;
}

export interface OverviewUnit {
  readonly unitId: string;
  readonly name: string;
  readonly kind: string;
  readonly county: string | null;
}

export interface Overview {
  /** Counts by year and status over all units of the filter, whatever the page. */
  readonly totals: readonly {
    readonly year: number;
    readonly status: PublicationStatus;
    readonly count: number;
  }[];
  readonly units: readonly OverviewUnit[];
  readonly unitCount: number;
  readonly cells: readonly OverviewCell[];
}

/** Who has published, and what is wrong: the matrix of units and years. */
export async function overview(reader: BoardReader, filter: OverviewFilter): Promise<Overview> {
  const totals = await countByStatus(reader, filter);
  const { units, unitCount } = await pageOfUnits(reader, filter);
  const cells =
    units.length === 0
      ? []
      : await cellsOf(
          reader,
          units.map(({ unitId }) => unitId),
          filter,
        );
  return { totals, units, unitCount, cells };
}

async function countByStatus(reader: BoardReader, filter: OverviewFilter) {
  const { rows } = await sql<{ year: number; status: PublicationStatus; count: number }>`
    select p.report_year as year, p.status, count(*)::int as count
    from mart.publication p
    join mart.unit u on u.unit_id = p.unit_id
    where ${unitsWhere(filter)} and (${filter.year ?? null}::int is null or p.report_year = ${filter.year ?? null})
    group by p.report_year, p.status
    order by p.report_year desc`.execute(reader);
  return rows;
}

async function pageOfUnits(reader: BoardReader, filter: OverviewFilter) {
  const { rows } = await sql<OverviewUnit & { total: number }>`
    select u.unit_id as "unitId", u.unit_name as name, u.unit_kind as kind, u.county, (count(*) over ())::int as total
    from mart.unit u
    join (
      select distinct unit_id from mart.publication p
      where (${filter.year ?? null}::int is null or p.report_year = ${filter.year ?? null})
        and (${filter.status ?? null}::text is null or p.status = ${filter.status ?? null})
    ) held on held.unit_id = u.unit_id
    where ${unitsWhere(filter)}
    order by u.county nulls first, u.division_code nulls last, u.unit_kind, u.unit_id
    limit ${UNITS_A_PAGE} offset ${(filter.page - 1) * UNITS_A_PAGE}`.execute(reader);
  const units = rows.map(({ total: _, ...unit }) => unit);
  return { units, unitCount: rows[0]?.total ?? 0 };
}

async function cellsOf(
  reader: BoardReader,
  unitIds: readonly string[],
  { year }: OverviewFilter,
): Promise<OverviewCell[]> {
  const { rows } = await sql<OverviewCell>`
    with open as (
      select w.unit_id, w.report_year, jsonb_object_agg(w.severity, w.count) as open
      from (
        select unit_id, report_year, severity, count(*) as count
        from mart.worklist
        where unit_id = any(${[...unitIds]}::text[]) and state not in ('disputed', 'done')
        group by unit_id, report_year, severity
      ) w
      group by w.unit_id, w.report_year
    )
    select p.unit_id as "unitId", p.report_year as year, p.status, p.due_on as "dueOn", p.basis,
      p.published_on as "publishedOn", p.days_late as "daysLate", p.revised_at as "revisedAt",
      coalesce(open.open, '{}'::jsonb) as open
    from mart.publication p
    left join open on open.unit_id = p.unit_id and open.report_year = p.report_year
    where p.unit_id = any(${[...unitIds]}::text[])
      and (${year ?? null}::int is null or p.report_year = ${year ?? null})`.execute(reader);
  return rows;
}

export const UNITS_A_PAGE = 100;
