import { sql } from 'kysely';
import type { NarrativeClaim } from '../../model/claim.js';
import type { ControlOutcome, Figure, Section, SectionCode } from '../../model/extraction.js';
import type { Database } from '../postgres/database.js';
import { unpackClaims } from './packed-claims.js';
import { readFigures } from './stored-readings.js';

/** A report as stored, with what is needed to derive it again from the archive. */
export interface StoredReport {
  readonly unitId: string;
  readonly reportYear: number;
  readonly documentSha256: string;
  readonly servedType: string | null;
  /** The address that serves it. */
  readonly sourceUrl: string | null;
  readonly parserVersion: string;
  readonly control: ControlOutcome;
  readonly figures: readonly Figure[];
  readonly sections: readonly Section[];
  readonly claims: readonly NarrativeClaim[];
}

/**
 * Every stored report, superseded ones too, in batches of bounded size. Between two batches no transaction is open, so
 * that other statements may run.
 */
export async function* storedReports(db: Database): AsyncGenerator<StoredReport> {
  let after = { unit_id: '', report_id: '00000000-0000-0000-0000-000000000000' };
  for (;;) {
    const { rows } = await sql<HeldReport>`
      select r.unit_id, r.report_id, r.report_year, r.document_sha256, r.parser_version, r.source_url,
        r.control, r.named_year, d.served_type
      from core.report r
      left join raw.document d on d.sha256 = r.document_sha256
      where (r.unit_id, r.report_id) > (${after.unit_id}, ${after.report_id}::uuid)
      order by r.unit_id, r.report_id
      limit ${BATCH}`.execute(db.kysely);
    if (rows.length === 0) return;
    const figures = await readFigures(db, rows);
    const sections = await readSections(db, rows);
    for (const row of rows) {
      yield {
        unitId: row.unit_id,
        reportYear: row.report_year,
        documentSha256: row.document_sha256,
        servedType: row.served_type,
        sourceUrl: row.source_url,
        parserVersion: row.parser_version,
        control: row.control,
        figures: figures.get(row.report_id) ?? [],
        ...(sections.get(row.report_id) ?? NO_SECTIONS),
      };
    }
    after = rows.at(-1)!;
  }
}

interface HeldReport {
  readonly unit_id: string;
  readonly report_id: string;
  readonly report_year: number;
  readonly document_sha256: string;
  readonly parser_version: string;
  readonly control: ControlOutcome;
  readonly served_type: string | null;
  readonly source_url: string | null;
  readonly named_year: number | null;
}

interface Prose {
  readonly sections: Section[];
  readonly claims: NarrativeClaim[];
}

async function readSections(db: Database, reports: readonly HeldReport[]): Promise<Map<string, Prose>> {
  const rows = await db.kysely
    .selectFrom('core.section')
    .selectAll()
    .where('unit_id', '=', sql<string>`any(${[...new Set(reports.map((r) => r.unit_id))]}::text[])`)
    .where('report_id', '=', sql<string>`any(${reports.map((r) => r.report_id)}::uuid[])`)
    .orderBy('ordinal')
    .execute();
  const years = new Map(reports.map((report) => [report.report_id, report.named_year]));
  const all = new Map<string, Prose>();
  for (const { report_id, ordinal, code, heading, text, claims } of rows) {
    const held = all.get(report_id) ?? { sections: [], claims: [] };
    all.set(report_id, held);
    held.sections.push({ code: code as SectionCode, heading, text });
    held.claims.push(
      ...unpackClaims(claims, text, { section: ordinal, namedYear: years.get(report_id) ?? null }),
    );
  }
  return all;
}

const BATCH = 200;
const NO_SECTIONS: Prose = { sections: [], claims: [] };
