import { type RawBuilder, sql } from 'kysely';
import type { Measure } from '../../catalogue/measures.js';
import type { Severity } from '../../model/finding.js';
import type { Database } from '../database.js';
import { type CoverageRow, coverageRows } from './coverage.js';
import { type BoardReader, readBoard } from './read-board.js';

/** A unit as it is called today, in the order of lists: by county, code, kind. */
export interface BoardUnit {
  readonly unitId: string;
  readonly unitName: string;
  readonly kind: string;
  readonly county: string | null;
  readonly active: boolean;
}

/** 发布情况: every unit and year is exactly one of these, so that counts add up. */
export type PublicationStatus =
  | 'on_time'
  | 'late'
  | 'date_unknown'
  | 'unread'
  | 'missing'
  | 'not_yet_due'
  | 'unexpected';

export interface PublicationRow {
  readonly unitId: string;
  readonly year: number;
  readonly status: PublicationStatus;
  readonly dueOn: string | null;
  readonly publishedOn: string | null;
  readonly daysLate: number | null;
  readonly revisedAt: Date | null;
  /** Of a missing one: whether every source was read whole and has it not. */
  readonly proven: boolean;
}

export type DecisionState = 'open' | 'accepted' | 'disputed' | 'sent_back' | 'done';

/** A finding without its words. */
export interface FindingRow {
  readonly unitId: string;
  readonly year: number;
  readonly check: string;
  readonly severity: Severity;
  readonly state: DecisionState;
  readonly key: string;
}

export interface RateRow {
  readonly unitId: string;
  readonly year: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/**
 * What nearly every page counts and filters, read once and held in memory until anything changes: some 10 MB for 10,000
 * reports with five findings each. Texts and figures are not in it.
 */
export interface BoardData {
  readonly version: string;
  readonly units: ReadonlyMap<string, BoardUnit>;
  readonly publications: readonly PublicationRow[];
  /** Gravest first, then newest. */
  readonly findings: readonly FindingRow[];
  /** Numerators and denominators by measure, each read when first asked for. */
  readonly rates: Map<string, readonly RateRow[]>;
  /** Read when first asked for. */
  coverage: readonly CoverageRow[] | null;
}

/** What is held, if it is still what the database says; else read anew. */
export async function boardData(db: Database, held: BoardData | null): Promise<BoardData> {
  const version = await versionOf(db);
  if (held?.version === version) return held;
  return readBoard(db, async (reader) => ({
    version,
    units: new Map((await readUnits(reader)).map((unit) => [unit.unitId, unit])),
    publications: await rowsOf<PublicationRow>(reader, PUBLICATIONS),
    findings: await rowsOf<FindingRow>(reader, FINDINGS),
    rates: new Map(),
    coverage: null,
  }));
}

/** The numerators and denominators of a measure, of every unit and year. */
export async function rateRows(db: Database, data: BoardData, measure: Measure): Promise<readonly RateRow[]> {
  const held = data.rates.get(measure.id);
  if (held) return held;
  const query = sql<RateRow>`
    select unit_id as "unitId", report_year as year, ${sql.ref(measure.numerator)}::float8 as numerator,
      ${sql.ref(measure.denominator)}::float8 as denominator
    from mart.unit_year`;
  const rows = await readBoard(db, (reader) => rowsOf<RateRow>(reader, query));
  data.rates.set(measure.id, rows);
  return rows;
}

/** How much is held below each parent, by year, newest first. */
export async function coverageOf(db: Database, data: BoardData): Promise<readonly CoverageRow[]> {
  data.coverage ??= await readBoard(db, coverageRows);
  return data.coverage;
}

/** Changes whenever a run, a load, a decision or a correction does, and at midnight: what is due depends on the day. */
async function versionOf(db: Database): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select concat_ws('|',
      (now() at time zone 'Asia/Shanghai')::date,
      (select max(at) from ops.audit),
      (select max(decided_at) from core.decision),
      (select max(corrected_at) from core.correction),
      (select max(started_at) from ops.run),
      (select max(finished_at) from ops.run),
      (select concat(count(*), ' ', max(parsed_at)) from core.report),
      (select concat(count(*), ' ', max(due_on)) from core.expectation),
      (select concat(count(*), ' ', max(refused_at)) from core.refusal),
      (select sum(hashtext(digest::text)::bigint) from core.unit_year_checks),
      (select sum(hashtext(concat(r, '')::text)::bigint) from core.unit_record r)) as version`.execute(
    db.kysely,
  );
  return rows[0]!.version;
}

async function readUnits(reader: BoardReader): Promise<BoardUnit[]> {
  const rows = await rowsOf<BoardUnit & { code: string | null }>(reader, UNITS);
  return rows
    .sort(
      (a, b) =>
        CHINESE.compare(a.county ?? '', b.county ?? '') ||
        (a.code ?? '~').localeCompare(b.code ?? '~') ||
        a.kind.localeCompare(b.kind) ||
        a.unitId.localeCompare(b.unitId, 'en', { numeric: true }),
    )
    .map(({ code: _, ...unit }) => unit);
}

async function rowsOf<R>(reader: BoardReader, query: RawBuilder<unknown>): Promise<R[]> {
  return (await query.execute(reader)).rows as R[];
}

/** The embedded database sorts Chinese by code point only. */
const CHINESE = new Intl.Collator('zh-CN');

const UNITS = sql`
  select unit_id as "unitId", unit_name as "unitName", unit_kind as kind, county, active, division_code as code
  from mart.unit`;

const PUBLICATIONS = sql`
  select p.unit_id as "unitId", p.report_year as year, p.status, p.due_on as "dueOn", p.published_on as "publishedOn",
    p.days_late as "daysLate", p.revised_at as "revisedAt", p.status = 'missing' and coalesce(a.proven, false) as proven
  from mart.publication p
  left join mart.absence a on a.unit_id = p.unit_id and a.report_year = p.report_year`;

const FINDINGS = sql`
  select unit_id as "unitId", report_year as year, check_id as "check", severity, state, finding_key as key
  from mart.worklist
  order by array_position(array['blocker', 'error', 'warning', 'info'], severity), report_year desc, unit_id, check_id, finding_key`;
