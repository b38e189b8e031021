import { type RawBuilder, sql } from 'kysely';
import type { Measure } from '../../catalogue/measures.js';
import type { Severity } from '../../model/finding.js';
import type { Database } from '../database.js';
import { type BoardVersion, seenBy, versionOf } from './board-version.js';
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
export interface BoardData extends BoardVersion {
  readonly units: ReadonlyMap<string, BoardUnit>;
  readonly publications: readonly PublicationRow[];
  /** Gravest first, then newest. */
  readonly findings: readonly FindingRow[];
  /** Numerators and denominators by measure, each read when first asked for. */
  readonly rates: Map<string, readonly RateRow[]>;
  /** Read when first asked for. */
  coverage: readonly CoverageRow[] | null;
}

/** What is held, if it is still what the database says; else read anew, as far as it has changed. */
export async function boardData(db: Database, held: BoardData | null): Promise<BoardData> {
  const seen = await seenBy(db);
  if (held?.seen === seen) return held;
  const now = await versionOf(db, seen);
  if (held?.version !== now.version) return readAnew(db, now);
  if (held.decided === now.decided) return { ...held, seen };
  return { ...held, ...now, findings: await readBoard(db, (reader) => withStates(reader, held)) };
}

function readAnew(db: Database, version: BoardVersion): Promise<BoardData> {
  return readBoard(db, async (reader) => ({
    ...version,
    units: new Map((await readUnits(reader)).map((unit) => [unit.unitId, unit])),
    publications: await rowsOf<PublicationRow>(reader, PUBLICATIONS),
    findings: await rowsOf<FindingRow>(reader, findingsOf(sql``)),
    rates: new Map(),
    coverage: null,
  }));
}

/**
 * The findings, those of units of which anything was decided lately read anew: they are the same ones in the same order,
 * as nothing else has changed.
 */
async function withStates(reader: BoardReader, { findings, decided }: BoardData): Promise<FindingRow[]> {
  const since = decided.split('|')[1] || '-infinity';
  const units = await rowsOf<{ unitId: string }>(
    reader,
    sql`select distinct unit_id as "unitId" from mart.decision
      where decided_at >= ${since}::timestamptz - interval '1 hour'`,
  );
  const ids = units.map(({ unitId }) => unitId);
  const fresh = await rowsOf<FindingRow>(reader, findingsOf(sql`where unit_id = any(${ids}::text[])`));
  const touched = new Set(ids);
  const now = findings.map((row) => (touched.has(row.unitId) ? fresh.shift() : row));
  const same = fresh.length === 0 && now.every((row, place) => row?.key === findings[place]!.key);
  return same ? (now as FindingRow[]) : rowsOf<FindingRow>(reader, findingsOf(sql``));
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

/** The embedded database sorts Chinese by code point only; 第10县 comes after 第9县. */
const CHINESE = new Intl.Collator('zh-CN', { numeric: true });

const UNITS = sql`
  select unit_id as "unitId", unit_name as "unitName", unit_kind as kind, county, active, division_code as code
  from mart.unit`;

const PUBLICATIONS = sql`
  select p.unit_id as "unitId", p.report_year as year, p.status, p.due_on as "dueOn", p.published_on as "publishedOn",
    p.days_late as "daysLate", p.revised_at as "revisedAt", p.status = 'missing' and coalesce(a.proven, false) as proven
  from mart.publication p
  left join mart.absence a on a.unit_id = p.unit_id and a.report_year = p.report_year`;

const findingsOf = (where: RawBuilder<unknown>) => sql`
  select unit_id as "unitId", report_year as year, check_id as "check", severity, state, finding_key as key
  from mart.worklist ${where}
  order by array_position(array['blocker', 'error', 'warning', 'info'], severity), report_year desc, unit_id, check_id,
    finding_key, document_sha256`;
