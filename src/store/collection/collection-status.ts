import { sql } from 'kysely';
import type { Database } from '../postgres/database.js';

/** What is expected, there and not there of one report year, over all units. */
export interface YearCoverage {
  readonly reportYear: number;
  readonly expected: number;
  readonly published: number;
  readonly parsed: number;
  readonly late: number;
  readonly missing: number;
  /** Of those missing, the ones that every list proves absent. */
  readonly absenceProven: number;
  readonly revised: number;
  readonly unreachable: number;
}

/** How the lists were read last. */
export interface CrawlSummary {
  readonly sources: number;
  readonly complete: number;
  readonly incomplete: readonly { readonly sourceId: string; readonly reason: string }[];
}

export interface WorkLeft {
  readonly pagesDue: number;
  readonly jobsWaiting: number;
  readonly jobsWorking: number;
  readonly jobsFailed: number;
}

export async function yearCoverage(db: Database): Promise<YearCoverage[]> {
  const { rows } = await sql<YearCoverage>`
    select report_year as "reportYear", sum(expected)::int as expected, sum(published)::int as published,
      sum(parsed)::int as parsed, sum(late)::int as late, sum(missing)::int as missing,
      sum(absence_proven)::int as "absenceProven", sum(revised)::int as revised, sum(unreachable)::int as unreachable
    from mart.coverage group by report_year order by report_year`.execute(db.kysely);
  return rows;
}

export async function crawlSummary(db: Database): Promise<CrawlSummary> {
  const { rows } = await sql<{ sourceId: string; complete: boolean | null; reason: string }>`
    select source_id as "sourceId", last_complete as complete, case
        when last_crawl_at is null then 'never read'
        when last_ended is null then 'under way, or broken off'
        when last_ended = 'cap' then 'more pages than max_pages'
        when last_ended = 'failed' then coalesce(last_message, 'a page could not be had')
        when last_ended <> 'end' then last_ended
        when last_items = 0 then 'no entries were found'
        else last_items || ' entries read of ' || last_declared_total || ' that the site declares'
      end as reason
    from mart.source where current order by source_id`.execute(db.kysely);
  const incomplete = rows.filter(({ complete }) => !complete);
  return {
    sources: rows.length,
    complete: rows.length - incomplete.length,
    incomplete: incomplete.map(({ sourceId, reason }) => ({ sourceId, reason })),
  };
}

/** The queue's tables are there only once something was put on it. */
export async function workLeft(db: Database): Promise<WorkLeft> {
  const { rows } = await sql<{ pagesDue: number; queued: boolean }>`
    select (
        select count(*)::int from core.page_due d
        join mart.source s on s.source_id = d.source_id and s.current) as "pagesDue",
      to_regclass('pgboss.job') is not null as queued`.execute(db.kysely);
  const { pagesDue, queued } = rows[0]!;
  if (!queued) return { pagesDue, jobsWaiting: 0, jobsWorking: 0, jobsFailed: 0 };
  const { rows: jobs } = await sql<Omit<WorkLeft, 'pagesDue'>>`
    select count(*) filter (where state in ('created', 'retry'))::int as "jobsWaiting",
      count(*) filter (where state = 'active')::int as "jobsWorking",
      count(*) filter (where state = 'failed')::int as "jobsFailed"
    from pgboss.job`.execute(db.kysely);
  return { pagesDue, ...jobs[0]! };
}
