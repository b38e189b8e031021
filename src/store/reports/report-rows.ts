import { createHash } from 'node:crypto';
import type { ReportIdentity } from '../../model/extraction.js';
import type { Finding } from '../../model/finding.js';
import type { LoadableReport } from '../../model/loading.js';
import { contentId } from '../postgres/content-id.js';
import { type CopyValue, copyIntegers, copyRow, storableJson, storableText } from '../postgres/copy-text.js';
import { readHotFigures } from '../postgres/hot-figures.js';
import { textBytes } from '../postgres/text-bytes.js';
import type { CellLayout } from './cell-layout.js';
import { inCellOrder, storeEvidence } from './evidence-cells.js';
import { identityJson } from './identity-json.js';
import { localTablesOf } from './local-tables.js';
import { type OutcomeSet, outcomeSetOf } from './outcome-set.js';
import { packClaims } from './packed-claims.js';
import { readingsOf, type TableReading, UnstorableReportError } from './table-reading.js';

/** One report as rows in COPY's text format. */
export interface ReportRows {
  readonly unitId: string;
  readonly reportId: string;
  readonly report: Buffer;
  readonly tableReadings: Buffer;
  readonly localTables: Buffer;
  readonly sections: Buffer;
  readonly findings: Buffer;
  readonly layouts: readonly (CellLayout & { formTable: string })[];
  readonly outcomes: OutcomeSet;
}

/** Throws UnstorableReportError where the extraction breaks a rule of its own types. */
export function reportRows(loadable: LoadableReport): ReportRows {
  const { unitId, extraction } = loadable;
  const reportId = contentId(`${unitId}\n${loadable.documentSha256}`);
  const key = copyRow([unitId, reportId]).trimEnd();
  const readings = readingsOf(extraction.figures);
  const stored = inCellOrder(readings);
  const children = {
    tableReadings: bytesOf(key, readings, (r) => [
      r.formTable,
      r.part,
      r.tableNo,
      copyIntegers(r.values),
      r.states,
      r.layout.layoutId,
      r.exceptions && JSON.stringify(r.exceptions),
    ]),
    localTables: bytesOf(key, localTablesOf(extraction.localCells ?? []), (t) => [t.tableNo, t.cells]),
    sections: bytesOf(key, extraction.sections, (section, ordinal) => [
      ordinal,
      section.code,
      storableText(section.heading),
      storableText(section.text),
      packClaims(
        extraction.claims.filter((claim) => claim.section === ordinal),
        section.text,
        extraction.identity.year,
      ),
    ]),
    findings: bytesOf(key, extraction.findings, (finding, ordinal) =>
      reportFindingValues(finding, ordinal, stored),
    ),
  };
  const outcomes = outcomeSetOf(extraction.outcomes);
  const described = describe(loadable, outcomes);
  const { tableReadings, localTables, sections, findings } = children;
  const digest = digestOf(described, tableReadings, localTables, sections, findings);
  const { documentSha256, reportYear, parserVersion } = loadable;
  return {
    unitId,
    reportId,
    report: textBytes(
      copyRow([unitId, reportId, documentSha256, reportYear, parserVersion, digest]).trimEnd() + described,
    ),
    ...children,
    layouts: readings.map((r) => ({ ...r.layout, formTable: r.formTable })),
    outcomes,
  };
}

/** Rows that begin with the report's key. Bytes once for both, the digest and the way to the database. */
function bytesOf<T>(
  key: string,
  items: readonly T[],
  valuesOf: (item: T, ordinal: number) => readonly CopyValue[],
): Buffer {
  let rows = '';
  items.forEach((item, ordinal) => {
    rows += `${key}\t${copyRow(valuesOf(item, ordinal))}`;
  });
  return textBytes(rows);
}

/** The values of REPORT_FINDING_COLUMNS: evidence by the cells of the report where it can be. */
function reportFindingValues(
  finding: Finding,
  ordinal: number,
  readings: readonly TableReading[],
): CopyValue[] {
  const { cells, extras } = storeEvidence(finding.evidence ?? [], readings);
  const given = finding.evidence === undefined ? null : extras;
  return [...placedValues(finding, ordinal), given, cells && copyIntegers(cells)];
}

/** The values of FINDING_COLUMNS. */
export function findingValues(finding: Finding, ordinal: number): CopyValue[] {
  return [...placedValues(finding, ordinal), finding.evidence ? storableJson(finding.evidence) : null];
}

function placedValues(finding: Finding, ordinal: number): CopyValue[] {
  return [
    ordinal,
    finding.check,
    finding.severity,
    finding.outcome ?? null,
    storableText(finding.message),
    finding.indicator ?? null,
    finding.applicant ?? null,
    finding.table ?? null,
    finding.row ?? null,
    finding.column ?? null,
  ];
}

/** What two readings are the same by: everything stored but the parser's version. */
export function digestOf(...parts: readonly (string | Buffer)[]): string {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part).update('\f');
  return hash.digest('hex');
}

/** The columns after the digest, as the tail of the row. */
function describe({ reportYear, extraction }: LoadableReport, outcomes: OutcomeSet): string {
  const { identity, mediaType, template } = extraction;
  if (!Number.isInteger(reportYear))
    throw new UnstorableReportError(`the report year ${reportYear} is no year`);
  checkDays(identity);
  const text = (value: string | null): string | null => value && storableText(value);
  return `\t${copyRow([
    mediaType,
    extraction.control ?? 'none',
    template,
    text(identity.unit),
    identity.year,
    text(identity.title),
    identity.publishedOn,
    identity.period?.from ?? null,
    identity.period?.to ?? null,
    identityJson(identity),
    outcomes.id,
    ...readHotFigures(extraction),
  ])}`;
}

function checkDays({ publishedOn, period }: ReportIdentity): void {
  for (const day of [publishedOn, period?.from, period?.to]) {
    if (day && !isDay(day)) throw new UnstorableReportError(`${day} is no day of the calendar`);
  }
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
  );
}
