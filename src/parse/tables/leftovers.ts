import type { Finding } from '../../model/finding.js';
import type { FormSubject } from '../../model/form.js';
import type { Grid, GridRow } from './grid.js';
import { ownNumbers } from './row-kinds.js';
import type { TableReading } from './table-reading.js';

/** What nobody claimed in the tables that were recognised: nothing is skipped silently. */
export function findLeftovers(readings: readonly TableReading[]): readonly Finding[] {
  const grids = new Map<Grid, TableReading[]>();
  for (const reading of readings) grids.set(reading.grid, [...(grids.get(reading.grid) ?? []), reading]);
  return [...grids].flatMap(([grid, own]) => [
    ...own.filter((reading) => !isUsedBelow(reading, readings)).flatMap(readingFindings),
    ...grid.rows.filter((row) => isUnclaimed(row, own)).map((row) => unknownRow(grid, row)),
  ]);
}

/** A header alone by which the table after it was read. */
function isUsedBelow(reading: TableReading, readings: readonly TableReading[]): boolean {
  return (
    reading.isHeaderAlone && readings.some(({ header, continued }) => continued && header === reading.header)
  );
}

function readingFindings(reading: TableReading): Finding[] {
  const { table } = reading.grid;
  const name = SUBJECT_NAMES[reading.index.form.subject];
  const findings: Finding[] = [];
  if (reading.continued) {
    const message = `${name}被拆成多个表格，续表没有表头，按上一个表格的列顺序读取`;
    findings.push({ check: 'extract/continued-table', severity: 'info', message, table: table.ordinal });
  }
  if (reading.claims.length === 0) {
    const message = `表格含有${name}的标签，但排列与格式不同，没有能确定的数据`;
    findings.push({ check: 'recognise/unread-table', severity: 'warning', message, table: table.ordinal });
  }
  for (const { row, cell } of reading.strays) {
    const message = `${name}“${labelOf(row)}”行的“${oneLine(cell.text)}”在格式中没有对应的格，未采用`;
    const place = { table: table.ordinal, row: row.index, column: cell.column };
    findings.push({ check: 'extract/stray-cell', severity: 'warning', message, ...place });
  }
  for (const row of reading.unplaced) {
    const message = `${name}“${labelOf(row)}”行的单元格与表头列对不上，本行数据未采用`;
    findings.push({
      check: 'extract/row-not-placed',
      severity: 'warning',
      message,
      table: table.ordinal,
      row: row.index,
    });
  }
  if (reading.byOrder.length > 0 && table.positioned) {
    const rows = reading.byOrder.map((row) => row.index + 1).join('、');
    const message = `${name}第 ${rows} 行与表头的合并方式不同，按表头印出的列顺序读取`;
    findings.push({ check: 'extract/by-order', severity: 'info', message, table: table.ordinal });
  }
  findings.push(...misspeltLabels(reading));
  for (const { text, column } of new Map(
    reading.headers.flatMap((h) => h.unknown).map((c) => [c.column, c]),
  ).values()) {
    const message = `${name}有格式之外的列“${oneLine(text)}”，其中的数据未采用`;
    findings.push({
      check: 'recognise/unknown-column',
      severity: 'info',
      message,
      table: table.ordinal,
      column,
    });
  }
  return findings;
}

/** Named so that a person looks: what was read by such a label is the row's, the column's, or its cell's group. */
function misspeltLabels({ index, grid, misspelt, headers }: TableReading): Finding[] {
  const name = SUBJECT_NAMES[index.form.subject];
  return [...misspelt, ...headers.flatMap((header) => header.misspelt)].map(({ cell, official, names }) => ({
    check: 'recognise/misspelt-label',
    severity: 'warning',
    message: `${name}标签“${oneLine(cell.text)}”与格式的“${oneLine(official)}”差一个字，按后者读取，请核对`,
    table: grid.table.ordinal,
    ...(names === 'column' ? {} : { row: cell.row }),
    ...(names === 'row' ? {} : { column: cell.column }),
  }));
}

/** A row with figures of its own that is no row of any form read from this grid. */
function isUnclaimed(row: GridRow, readings: readonly TableReading[]): boolean {
  if (!ownNumbers(row).some(({ text }) => !/[一-鿿]/.test(text))) return false;
  return readings.every(
    ({ claims, unplaced, headerRows }) =>
      !claims.some((claim) => claim.row === row.index) &&
      !unplaced.includes(row) &&
      !headerRows.has(row.index),
  );
}

function unknownRow(grid: Grid, row: GridRow): Finding {
  return {
    check: 'recognise/unknown-row',
    severity: 'warning',
    message: `表格中有格式之外的行“${labelOf(row)}”，其中的数据未采用`,
    table: grid.table.ordinal,
    row: row.index,
  };
}

/** The row's own label rather than that of a group over several rows. */
function labelOf(row: GridRow): string {
  const printed = row.cells.filter(({ text }) => text !== '' && !/^[\d０-９]+$/.test(text));
  const own = printed.filter(({ cell }) => cell.rowSpan === 1);
  const labels = own.length > 0 ? own : printed;
  const longest = labels.reduce((best, { text }) => (text.length > best.length ? text : best), '');
  return oneLine(longest || '（无标签）');
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, '');
  return line.length > LABEL_SHOWN ? `${line.slice(0, LABEL_SHOWN)}…` : line;
}

const LABEL_SHOWN = 40;

export const SUBJECT_NAMES: Readonly<Record<FormSubject, string>> = {
  proactive: '表二',
  applications: '表三',
  review_litigation: '表四',
  statistics: '统计表',
};
