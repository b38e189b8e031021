import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ViewColumn } from '../store/views/view-columns.js';
import type { ViewReader, ViewRow } from '../store/views/view-stream.js';
import {
  type Change,
  COMPARED,
  changesOfReport,
  type FigureRecord,
  type ReportFigures,
} from './changes-of-report.js';
import { type CsvRecord, csvRecords } from './csv-table.js';
import type { DraftFolder } from './draft-folder.js';
import type { ExportOptions } from './export.js';
import { openCsv } from './export-csv.js';
import { ExportFolderError } from './export-folder-error.js';
import { readChecksums, SUMS, sumFile } from './package/checksums.js';
import { pour } from './row-sink.js';

/**
 * changes.csv: the figures that are new, different or gone since an earlier package, and why.
 * @throws ExportFolderError where there is no whole package, or the filters can't be applied to it.
 */
export async function writeChanges(
  folder: string,
  reader: ViewReader,
  draft: DraftFolder,
  { years, under, kind }: ExportOptions,
): Promise<void> {
  const units = under === undefined && kind === undefined ? null : await unitsOf(reader);
  const isAsked = ({ report_year: year, unit_id: unit }: CsvRecord): boolean =>
    (!years || (Number(year) >= years.from && Number(year) <= years.to)) && (!units || units.has(unit!));
  const old = byReport(filtered(csvRecords(join(folder, FIGURES)), isAsked));
  const now = byReport(recordsOf(reader, 'figure'));
  const rows = asRows(mergedChanges(old, now));
  const [count = 0] = await pour(rows, [
    await openCsv(await draft.path(NAME), { columns: COLUMNS }, 'machines'),
  ]);
  draft.add(NAME, count);
}

/** Refuses what is no package, or one whose figures are no longer those it was sealed with. */
export async function refuseDamagedPackage(folder: string): Promise<void> {
  const sums = join(folder, SUMS);
  if (!existsSync(sums)) {
    throw new ExportFolderError(`--against ${folder}: no package there (a package holds ${SUMS})`);
  }
  const expected = readChecksums(await readFile(sums, 'utf8')).get(FIGURES);
  const whole =
    expected && existsSync(join(folder, FIGURES)) && (await sumFile(join(folder, FIGURES))) === expected;
  if (whole) return refuseOtherColumns(folder);
  throw new ExportFolderError(`--against ${folder}: ${FIGURES} doesn't fit ${SUMS}; take an undamaged copy`);
}

/** A column that another version of the program didn't write would differ in every row. */
async function refuseOtherColumns(folder: string): Promise<void> {
  for await (const record of csvRecords(join(folder, FIGURES))) {
    const missing = NEEDED.filter((name) => record[name] === undefined);
    if (missing.length === 0) return;
    throw new ExportFolderError(
      `--against ${folder}: ${FIGURES} has no column ${missing.join(', ')}, so another version of nianbao wrote it; export the old state again with this one`,
    );
  }
}

async function unitsOf(reader: ViewReader): Promise<ReadonlySet<string>> {
  const units = new Set<string>();
  for await (const unit of recordsOf(reader, 'unit')) units.add(unit.unit_id!);
  return units;
}

async function* recordsOf({ views, stream }: ViewReader, name: string): AsyncGenerator<CsvRecord> {
  const columns = views.find((view) => view.name === name)!.columns;
  for await (const rows of stream(name)) {
    for (const row of rows) {
      yield Object.fromEntries(columns.map((column, index) => [column.name, row[index] ?? '']));
    }
  }
}

async function* filtered(
  records: AsyncIterable<CsvRecord>,
  keep: (record: CsvRecord) => boolean,
): AsyncGenerator<CsvRecord> {
  for await (const record of records) if (keep(record)) yield record;
}

/** Figures come by year and unit: one report after the other. */
async function* byReport(records: AsyncIterable<CsvRecord>): AsyncGenerator<ReportFigures> {
  let figures: FigureRecord[] = [];
  for await (const record of records) {
    const first = figures[0];
    if (first && (first.unit_id !== record.unit_id || first.report_year !== record.report_year)) {
      yield figures;
      figures = [];
    }
    figures.push(record);
  }
  if (figures.length > 0) yield figures;
}

async function* mergedChanges(
  olds: AsyncGenerator<ReportFigures>,
  nows: AsyncGenerator<ReportFigures>,
): AsyncGenerator<Change[]> {
  let old = await olds.next();
  let now = await nows.next();
  while (!old.done || !now.done) {
    const order = old.done ? 1 : now.done ? -1 : compareReports(old.value, now.value);
    yield changesOfReport(order <= 0 ? old.value : [], order >= 0 ? now.value : []);
    if (order <= 0) old = await olds.next();
    if (order >= 0) now = await nows.next();
  }
}

/** As the files are sorted: by year, then by the bytes of the unit's id. */
function compareReports([a]: ReportFigures, [b]: ReportFigures): number {
  return (
    Number(a!.report_year) - Number(b!.report_year) ||
    Buffer.compare(Buffer.from(a!.unit_id!), Buffer.from(b!.unit_id!))
  );
}

async function* asRows(changes: AsyncIterable<Change[]>): AsyncGenerator<ViewRow[]> {
  for await (const some of changes) {
    yield some.map((change) => COLUMNS.map(({ name }) => change[name] || null));
  }
}

const BESIDE = ['document_sha256', 'parser_version', 'corrected_by', 'corrected_at', 'correction_reason'];
const NEEDED = ['report_year', 'unit_id', 'indicator', 'applicant', ...COMPARED, ...BESIDE];
const NAME = 'changes.csv';
const FIGURES = 'data/csv/figure.csv';
const COLUMNS: readonly ViewColumn[] = [
  ...['change', 'why', 'why_zh', 'report_year', 'unit_id', 'indicator', 'applicant'],
  ...[...COMPARED, ...BESIDE].flatMap((name) => [`old_${name}`, `new_${name}`]),
].map((name) => ({ name, type: 'string', comment: '' }));
