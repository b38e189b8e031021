import { sql } from 'kysely';
import type { Severity } from '../../model/finding.js';
import type { Database } from '../postgres/database.js';
import {
  type CrawlSummary,
  crawlSummary,
  type WorkLeft,
  workLeft,
  type YearCoverage,
  yearCoverage,
} from './collection-status.js';
import { lastRun, type Run } from './runs.js';

export interface StatusSummary {
  readonly documents: number;
  /** Current ones: one a unit and year. */
  readonly reports: number;
  /** Superseded documents of a unit and year, kept. */
  readonly earlierVersions: number;
  readonly units: number;
  readonly pending: number;
  readonly refused: readonly { readonly code: string; readonly count: number }[];
  /** What the second reading said of the current reports. */
  readonly control: readonly { readonly code: string; readonly count: number }[];
  /** Current reports by what reading them left a note of: tables that are pictures, cells withheld … */
  readonly noted: readonly { readonly code: string; readonly count: number }[];
  readonly findings: Readonly<Record<Severity, number>>;
  readonly expected: number;
  readonly missing: readonly MissingReport[];
  readonly late: readonly (DueReport & { readonly publishedOn: string })[];
  readonly coverage: readonly YearCoverage[];
  readonly crawls: CrawlSummary;
  readonly work: WorkLeft;
  readonly lastRun: Run | null;
}

export interface DueReport {
  readonly unitId: string;
  readonly unitName: string;
  readonly reportYear: number;
  readonly dueOn: string;
}

export interface MissingReport extends DueReport {
  /** Whether every list that could hold it was read to its end after the due day, and doesn't. */
  readonly absenceProven: boolean;
  /** In Chinese: what was read, and why nothing matched, or why that proves nothing. */
  readonly evidence: string;
}

/** What is stored, due, failed and left to do. */
export async function statusSummary(db: Database, parserVersion: string): Promise<StatusSummary> {
  const { rows } = await sql<Counts>`
    select
      (select count(*) from raw.document) as documents,
      (select count(*) from core.current_report) as reports,
      (select count(*) from core.report) as held,
      (select count(*) from core.unit) as units,
      (select count(*) from core.expectation) as expected,
      (select count(*) from ops.pending_document(${parserVersion})) as pending`.execute(db.kysely);
  const { documents, reports, held, units, expected, pending } = rows[0]!;
  return {
    documents,
    reports,
    earlierVersions: held - reports,
    units,
    pending,
    refused: await countRefusals(db),
    control: await countControl(db),
    noted: await countNoted(db),
    findings: await countFindings(db),
    expected,
    missing: await listMissing(db),
    late: await listLate(db),
    coverage: await yearCoverage(db),
    crawls: await crawlSummary(db),
    work: await workLeft(db),
    lastRun: await lastRun(db),
  };
}

interface Counts {
  readonly documents: number;
  readonly reports: number;
  readonly held: number;
  readonly units: number;
  readonly expected: number;
  readonly pending: number;
}

function countRefusals(db: Database) {
  return db.kysely
    .selectFrom('core.refusal')
    .select(({ fn }) => ['code', fn.countAll<number>().as('count')])
    .groupBy('code')
    .orderBy('code')
    .execute();
}

function countControl(db: Database) {
  return db.kysely
    .selectFrom('core.current_report')
    .select(({ fn }) => ['control as code', fn.countAll<number>().as('count')])
    .groupBy('control')
    .orderBy('control')
    .execute();
}

/** Findings of the readers are named by stage; those of checks are not. */
async function countNoted(db: Database) {
  const { rows } = await sql<{ code: string; count: number }>`
    select f.check_id as code, count(distinct (f.unit_id, f.report_id)) as count
    from core.report_finding f
    join core.current_report r on r.unit_id = f.unit_id and r.report_id = f.report_id
    where f.check_id like '%/%'
    group by f.check_id
    order by f.check_id`.execute(db.kysely);
  return rows;
}

async function countFindings(db: Database): Promise<Record<Severity, number>> {
  const { rows } = await sql<{ severity: Severity; count: number }>`
    select severity, count(*)::int as count from mart.finding group by severity`.execute(db.kysely);
  const none = { blocker: 0, error: 0, warning: 0, info: 0 } satisfies Record<Severity, number>;
  return { ...none, ...Object.fromEntries(rows.map(({ severity, count }) => [severity, count])) };
}

async function listMissing(db: Database): Promise<MissingReport[]> {
  const { rows } = await sql<MissingReport>`
    select unit_id as "unitId", unit_name as "unitName", report_year as "reportYear", due_on as "dueOn",
      proven as "absenceProven", message as evidence
    from mart.absence
    where due_passed
    order by report_year, unit_id`.execute(db.kysely);
  return rows;
}

async function listLate(db: Database) {
  const { rows } = await sql<DueReport & { publishedOn: string }>`
    select e.unit_id as "unitId", u.name as "unitName", e.report_year as "reportYear", e.due_on as "dueOn",
      r.public_on as "publishedOn"
    from core.expectation e
    join core.unit_today u on u.unit_id = e.unit_id
    join core.current_report r on r.unit_id = e.unit_id and r.report_year = e.report_year
    where r.public_on > e.due_on
    order by e.report_year, e.unit_id`.execute(db.kysely);
  return rows;
}
