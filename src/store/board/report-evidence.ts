import { sql } from 'kysely';
import type { BoardReader } from './read-board.js';

/** A report's text was another before, at the same unit and year. */
export interface Revision {
  readonly fromDocument: string;
  readonly toDocument: string;
  readonly changedAt: Date;
  readonly sameAddress: boolean;
  /** Null where two versions of the reader read them: they differ for reasons of ours. */
  readonly changes: readonly CellChange[] | null;
  readonly textChanged: boolean;
}

export interface CellChange {
  readonly label_zh: string;
  readonly applicant: string | null;
  /** As printed; null where that version has no such cell. */
  readonly from: string | null;
  readonly to: string | null;
}

/** Where a title, unit, year, date or contact was found. */
export interface IdentityEvidence {
  readonly field: string;
  readonly value: string | null;
  readonly source: string;
  readonly passage: string | null;
  readonly used: boolean;
}

/** A section's text with the numbers that its prose tells. */
export interface ClaimedSection {
  readonly ordinal: number;
  readonly heading: string;
  readonly text: string;
  readonly claims: readonly Claim[];
}

export interface Claim {
  readonly labelZh: string | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly kind: 'number' | 'none';
  readonly period: string;
  readonly aboutYear: number | null;
  /** Characters of the section's text, from 0; `end` is not included. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** “适用 n 项、通过 m 项”. */
export interface Compliance {
  readonly year: number;
  readonly applicable: number;
  readonly passed: number;
  readonly failed: number;
  readonly uncertain: number;
}

export interface ReportEvidence {
  readonly revisions: readonly Revision[];
  readonly identity: readonly IdentityEvidence[];
  readonly claimed: readonly ClaimedSection[];
}

/** What a report's page shows beside its tables, of one unit and year. */
export async function reportEvidence(
  reader: BoardReader,
  unitId: string,
  year: number,
): Promise<ReportEvidence> {
  const of = sql`unit_id = ${unitId} and report_year = ${year}`;
  const revisions = await sql<Revision>`
    select from_document as "fromDocument", to_document as "toDocument", changed_at as "changedAt",
      same_address as "sameAddress", changes, text_changed as "textChanged"
    from mart.revision where ${of} order by changed_at desc`.execute(reader);
  const identity = await sql<IdentityEvidence>`
    select field, value, source, passage, used
    from mart.identity_evidence where ${of} order by ordinal`.execute(reader);
  const sections = await sql<Omit<ClaimedSection, 'claims'>>`
    select ordinal, heading, text from mart.section where ${of} order by ordinal`.execute(reader);
  const claims = await sql<Claim & { section: number }>`
    select section_ordinal as section, label_zh as "labelZh", value::float8 as value, unit, kind, period,
      about_year as "aboutYear", span_start as start, span_end as end, text
    from mart.claim where ${of} order by section_ordinal, span_start`.execute(reader);
  return {
    revisions: revisions.rows,
    identity: identity.rows,
    claimed: sections.rows.flatMap((section) => {
      const own = claims.rows.filter((claim) => claim.section === section.ordinal);
      return own.length === 0 ? [] : [{ ...section, claims: own }];
    }),
  };
}

/** By year, ascending; of one year where it is given. */
export async function complianceOf(
  reader: BoardReader,
  unitId: string,
  year?: number,
): Promise<Compliance[]> {
  const { rows } = await sql<Compliance>`
    select report_year as year, applicable, passed, failed, uncertain
    from mart.compliance_summary
    where unit_id = ${unitId} ${year === undefined ? sql`` : sql`and report_year = ${year}`}
    order by report_year`.execute(reader);
  return rows;
}
