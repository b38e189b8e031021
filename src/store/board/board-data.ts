import { type RawBuilder, sql } from 'kysely';
import type { Measure } from '../../catalogue/measures.js';
import type { Severity } from '../../model/finding.js';
import type { Database } from '../postgres/database.js';
import { type Absence, allAbsences } from './absence.js';
import { type BoardVersion, seenBy, versionOf } from './board-version.js';
import { type CoverageRow, coverageRows } from './coverage.js';
import { type BoardReader, readBoard } from './read-board.js';
import { readUnits } from './read-units.js';

/** A unit as it is called today, in the order of lists: by county, code, kind. */
export interface BoardUnit {
  readonly unitId: string;
  readonly unitName: string;
  /** With its county, where another unit is called the same. */
  readonly fullName: string;
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
  /** By unit and year (`unitYear`), of what is due and not held. */
  readonly absences: ReadonlyMap<string, Absence>;
  /** Gravest first, then newest. */
  readonly findings: readonly FindingRow[];
  /** Numerators and denominators by measure, each read when first asked for. */
  readonly rates: Map<string, readonly RateRow[]>;
  /** Read when first asked for. */
  coverage: readonly CoverageRow[] | null;
}

/** Kept from one request to the next. */
export interface BoardMemory {
  data: BoardData | null;
  /** Under way: who asks meanwhile, and sees the same state of the database, waits for it instead of reading it again. */
  reading: { readonly seen: string; readonly data: Promise<BoardData> } | null;
}

/** What is held, if it is still what the database says; else read anew, as far as it has changed. */
export async function boardData(db: Database, memory: BoardMemory): Promise<BoardData> {
  const seen = await seenBy(db);
  if (memory.data?.seen === seen) return memory.data;
  if (memory.reading?.seen === seen) return memory.reading.data;
  const reading = { seen, data: refresh(db, memory.data, seen) };
  memory.reading = reading;
  try {
    memory.data = await reading.data;
    return memory.data;
  } finally {
    if (memory.reading === reading) memory.reading = null;
  }
}

export function unitYear(unitId: string, year: number): string {
  return `${unitId} ${year}`;
}

async function refresh(db: Database, held: BoardData | null, seen: string): Promise<BoardData> {
  const now = await versionOf(db, seen);
  if (held?.version !== now.version) return readAnew(db, now);
  if (held.decided === now.decided) return { ...held, seen };
  return { ...held, ...now, findings: await readBoard(db, (reader) => withStates(reader, held)) };
}

function readAnew(db: Database, version: BoardVersion): Promise<BoardData> {
  return readBoard(db, async (reader) => {
    const absences = new Map(
      (await allAbsences(reader)).map((absence) => [unitYear(absence.unitId, absence.year), absence]),
    );
    const publications = await rowsOf<Omit<PublicationRow, 'proven'>>(reader, PUBLICATIONS);
    return {
      ...version,
      units: new Map((await readUnits(reader)).map((unit) => [unit.unitId, unit])),
      absences,
      publications: publications.map((row) => ({
        ...row,
        proven: row.status === 'missing' && (absences.get(unitYear(row.unitId, row.year))?.proven ?? false),
      })),
      findings: await rowsOf<FindingRow>(reader, findingsOf(sql``)),
      rates: new Map(),
      coverage: null,
    };
  });
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

async function rowsOf<R>(reader: BoardReader, query: RawBuilder<unknown>): Promise<R[]> {
  return (await query.execute(reader)).rows as R[];
}

const PUBLICATIONS = sql`
  select unit_id as "unitId", report_year as year, status, due_on as "dueOn", published_on as "publishedOn",
    days_late as "daysLate", revised_at as "revisedAt"
  from mart.publication`;

const findingsOf = (where: RawBuilder<unknown>) => sql`
  select unit_id as "unitId", report_year as year, check_id as "check", severity, state, finding_key as key
  from mart.worklist ${where}
  order by array_position(array['blocker', 'error', 'warning', 'info'], severity), report_year desc, unit_id, check_id,
    finding_key, document_sha256`;
