import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import type { UnitRecord } from '../../model/unit.js';
import { closestWord } from '../closest-word.js';
import { decodeText } from '../decode-text.js';
import { checkUnits } from './check-units.js';
import { type PlacedUnit, readUnitRow, UNIT_COLUMNS, type UnitColumn } from './unit-row.js';

/** The units file can't be used. One line per problem: `units.csv:3: kind: expected …, got "…"`. */
export class UnitsFileError extends Error {
  override readonly name = 'UnitsFileError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(problems.join('\n'), options);
    this.problems = problems;
  }
}

/**
 * Reads the registry of units from CSV: `unit_id,name,kind,division_code,parent_id,valid_from,valid_to`,
 * the last four may be absent or empty. UTF-8 with or without a mark, and GB18030 as Excel saves it in China.
 * A unit may have several rows whose dates (`YYYY-MM-DD`, both ends included) don't overlap.
 * Throws UnitsFileError with every problem of the file at once.
 */
export async function readUnitsFile(path: string): Promise<UnitRecord[]> {
  const rows = csvRows(decodeText(await bytesOf(path)), path);
  const header = rows.shift();
  if (header === undefined) throw new UnitsFileError([`${path}:1: empty file; expected a header ${HEADER}`]);
  const columns = readHeader(header, path);

  if (rows.length === 0)
    throw new UnitsFileError([`${path}:${header.line + 1}: expected a row for each unit below the header`]);
  const problems: string[] = [];
  const placed: PlacedUnit[] = [];
  for (const { line, cells } of rows) {
    if (cells.every((cell) => cell === '')) continue; // Excel keeps emptied rows as bare commas.
    const read = readUnitRow(cells, columns);
    if ('unit' in read) placed.push({ line, unit: read.unit });
    else problems.push(...read.problems.map((problem) => `${path}:${line}: ${problem}`));
  }
  // Parents and dates are judged on rows that read well: one typo should not make ten messages.
  if (problems.length === 0) problems.push(...checkUnits(placed).map((problem) => `${path}:${problem}`));
  if (problems.length > 0) throw new UnitsFileError(problems);
  return placed.map(({ unit }) => unit);
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'no such file; check the path' : `can't be read (${code})`;
    throw new UnitsFileError([`${path}: ${why}`], { cause });
  }
}

interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

function csvRows(text: string, path: string): CsvRow[] {
  try {
    const rows = parse(text, { info: true, trim: true, relax_column_count: true, skip_empty_lines: true });
    return (rows as unknown as { info: { lines: number }; record: string[] }[]).map(({ info, record }) => ({
      line: info.lines,
      cells: record,
    }));
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const line = typeof cause.lines === 'number' ? cause.lines : 1;
    throw new UnitsFileError([`${path}:${line}: not a CSV line: ${oneLine(cause.message)}`], { cause });
  }
}

function readHeader(header: CsvRow, path: string): Map<UnitColumn, number> {
  const columns = new Map<UnitColumn, number>();
  const problems: string[] = [];
  const place = `${path}:${header.line}`;
  const [first = ''] = header.cells;
  const separator = header.cells.length === 1 ? /[;；\t，]/.exec(first)?.[0] : undefined;
  if (separator)
    throw new UnitsFileError([
      `${place}: columns are set apart by ${JSON.stringify(separator)}; expected commas: ${HEADER}`,
    ]);
  for (const [index, name] of header.cells.entries()) {
    const column = UNIT_COLUMNS.find((known) => known === name.toLowerCase());
    if (column === undefined) {
      if (name !== '')
        problems.push(`${place}: unknown column "${name}"${suggestion(name)}; expected ${HEADER}`);
    } else if (columns.has(column)) problems.push(`${place}: column "${column}" is there twice`);
    else columns.set(column, index);
  }
  for (const required of ['unit_id', 'name', 'kind'] as const) {
    if (!columns.has(required))
      problems.push(`${place}: column "${required}" is missing; expected ${HEADER}`);
  }
  if (problems.length > 0) throw new UnitsFileError(problems);
  return columns;
}

function suggestion(typed: string): string {
  const word = closestWord(typed, UNIT_COLUMNS);
  return word === null ? '' : `, did you mean "${word}"?`;
}

function oneLine(message: string): string {
  return message.replace(/\s+/g, ' ');
}

const HEADER = UNIT_COLUMNS.join(',');
