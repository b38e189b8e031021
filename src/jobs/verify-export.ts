import type { CsvRecord } from '../export/csv-table.js';
import { ExportFolderError } from '../export/export-folder-error.js';
import { exportedFigures } from '../export/exported-figures.js';
import { ArchiveError } from '../ingest/archive-error.js';
import { ReadError } from '../parse/readers/read-error.js';
import { servedTypeOf } from '../store/views/cited-figures.js';
import type { JobContext } from './context.js';
import { mapInOrder } from './map-in-order.js';
import { openReadingPool, type ReadingPool } from './reading-pool.js';
import { describeCell, describeRow, type RowFigure, sameCell } from './same-cell.js';

export interface ExportVerification {
  readonly rows: number;
  readonly documents: number;
  /** Each names the row, the original and the cell. */
  readonly differences: readonly string[];
}

/**
 * Takes every figure of an exported file back to the archived bytes: what the file says a report prints is what reading
 * it now gives, and where the file has another value, it names who corrected it.
 */
export async function verifyExport(context: JobContext, path: string): Promise<ExportVerification> {
  const records = exportedFigures(path);
  const pool = openReadingPool(context);
  const differences: string[] = [];
  let rows = 0;
  let documents = 0;
  try {
    const groups = mapInOrder(byDocument(records, path), pool.width, async (group) => ({
      count: group.length,
      found: await compareGroup(context, pool, group),
    }));
    for await (const { count, found } of groups) {
      rows += count;
      documents += 1;
      differences.push(...found);
      context.report.progress(`verify: ${rows} rows of ${documents} originals`);
    }
  } finally {
    await pool.close();
  }
  return { rows, documents, differences };
}

/** The rows of one report stand together. */
async function* byDocument(records: AsyncIterable<CsvRecord>, path: string): AsyncGenerator<CsvRecord[]> {
  let group: CsvRecord[] = [];
  for await (const record of records) {
    const missing = NEEDED.find((name) => record[name] === undefined);
    if (missing) throw new ExportFolderError(`--export ${path}: a row has no column ${missing}`);
    if (group.length > 0 && group[0]!.document_sha256 !== record.document_sha256) {
      yield group;
      group = [];
    }
    group.push(record);
  }
  if (group.length > 0) yield group;
}

async function compareGroup(
  context: JobContext,
  pool: ReadingPool,
  group: readonly CsvRecord[],
): Promise<string[]> {
  const sha256 = group[0]!.document_sha256!;
  const servedType = await servedTypeOf(context.db, sha256);
  if (servedType === undefined) return [`${sha256} (${group.length} rows): no such original is recorded`];
  try {
    // The second reading changes a figure only by withholding it.
    const control = group.some(({ state }) => state === 'withheld') ? 'always' : 'never';
    const { figures } = await pool.read({ sha256, servedType }, control);
    return group.flatMap((record) => {
      const row = rowOf(record);
      const { now, equal } = sameCell(row, figures);
      const readNow = now ? describeCell(now) : 'no such figure';
      const name = `${nameOf(record)} of ${sha256}`;
      if (!equal) return [`${name}: exported ${describeRow(row)}, now read ${readNow}`];
      return record.value === record.reported_value || record.corrected_by !== ''
        ? []
        : [
            `${name}: value ${record.value || 'empty'} isn't the reported ${record.reported_value || 'empty'}, and nobody corrected it`,
          ];
    });
  } catch (error) {
    if (!(error instanceof ReadError || error instanceof ArchiveError)) throw error;
    return [`${sha256} (${group.length} rows): can no longer be read: ${error.message}`];
  }
}

function nameOf({ unit_id, report_year, indicator, applicant }: CsvRecord): string {
  return `${unit_id},${report_year},${indicator},${applicant}`;
}

function rowOf(record: CsvRecord): RowFigure {
  return {
    indicator: record.indicator!,
    applicant: record.applicant!,
    reportedValue: record.reported_value!,
    raw: record.raw!,
    state: record.state!,
    unit: record.unit!,
    table: record.table_no!,
    row: record.row_no!,
    column: record.column_no!,
  };
}

const NEEDED = [
  ...['unit_id', 'report_year', 'indicator', 'applicant', 'value', 'reported_value', 'raw', 'state', 'unit'],
  ...['document_sha256', 'table_no', 'row_no', 'column_no', 'corrected_by'],
];
