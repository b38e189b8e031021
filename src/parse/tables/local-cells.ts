import type { LocalCell } from '../../model/extraction.js';
import type { Finding } from '../../model/finding.js';
import { foldLabel } from '../labels/fold.js';
import type { Grid, GridCell, GridRow } from './grid.js';
import { isNumber, ownNumbers } from './row-kinds.js';
import type { TableReading } from './table-reading.js';

/**
 * Numbers of statistics that no form has, kept as printed: rows and columns that a place adds to a form's table, cells
 * of it that could not be read for certain, and whole tables of a place's own (2008–2013). None of them is a figure.
 */
export function findLocalCells(
  grids: readonly Grid[],
  readings: readonly TableReading[],
): { cells: readonly LocalCell[]; findings: readonly Finding[] } {
  const byGrid = new Map<Grid, TableReading[]>();
  for (const reading of readings) byGrid.set(reading.grid, [...(byGrid.get(reading.grid) ?? []), reading]);
  const cells: LocalCell[] = [];
  const findings: Finding[] = [];
  for (const grid of grids) {
    const own = byGrid.get(grid);
    if (!own && !isLocalStatistics(grid)) continue;
    const found = own ? unreadCells(grid, own) : grid.rows.flatMap((row) => cellsOf(grid, row, () => true));
    cells.push(...found);
    if (!own) findings.push(localTable(grid, found));
  }
  return { cells, findings };
}

function unreadCells(grid: Grid, readings: readonly TableReading[]): LocalCell[] {
  const claimed = new Set(readings.flatMap(({ claims }) => claims.map(({ cell }) => cell.cell)));
  const headers = new Set(readings.flatMap(({ headerRows }) => [...headerRows]));
  return grid.rows
    .filter(({ index }) => !headers.has(index))
    .flatMap((row) => cellsOf(grid, row, ({ cell }) => !claimed.has(cell)));
}

function cellsOf(grid: Grid, row: GridRow, isWanted: (cell: GridCell) => boolean): LocalCell[] {
  const label = row.cells
    .filter((cell) => !isNumber(cell) && HAN.test(cell.text))
    .map(({ text }) => oneLine(text));
  if (label.length === 0) return [];
  return ownNumbers(row)
    .filter(isWanted)
    .map((cell) => ({
      table: grid.table.ordinal,
      row: row.index,
      column: cell.column,
      label: [...new Set(label)].join(' / '),
      heading: headingOver(cell, grid),
      raw: cell.text,
    }));
}

/** What stands over a cell, in the rows before the first that prints a number. */
function headingOver({ column, lastColumn }: GridCell, grid: Grid): string | null {
  const first = grid.rows.findIndex((row) => ownNumbers(row).length > 0);
  const over = grid.rows
    .slice(0, first)
    .filter(({ cells }) => cells.length > 1)
    .flatMap(({ cells }) => cells.filter((cell) => cell.column <= lastColumn && cell.lastColumn >= column))
    .filter(({ text }) => !NOTHING.test(text))
    .map(({ text }) => oneLine(text));
  return over.length > 0 ? [...new Set(over)].join(' / ') : null;
}

/** Enough rows of a label about disclosure and a number: no page furniture has them. */
function isLocalStatistics(grid: Grid): boolean {
  const labels = grid.rows
    .filter((row) => row.cells.length > 1 && ownNumbers(row).length > 0)
    .flatMap(({ cells }) => cells.filter(({ continued, text }) => !continued && isTopic(text)).slice(0, 1));
  return new Set(labels.map(({ text }) => foldLabel(text))).size >= LEAST_ROWS;
}

const isTopic = (text: string): boolean =>
  text.length <= LONGEST_LABEL && TOPIC.test(text.replace(/\s+/g, ''));

function localTable(grid: Grid, cells: readonly LocalCell[]): Finding {
  const named = [...new Set(cells.map(({ label }) => label))].slice(0, SHOWN).join('、');
  const message = `第 ${grid.table.ordinal + 1} 个表格不是国家格式的统计表（${named}……），${cells.length} 个数按原文保留，未作为指标采用`;
  return { check: 'recognise/local-table', severity: 'info', message, table: grid.table.ordinal };
}

const oneLine = (text: string): string => text.replace(/\s+/g, '');

const HAN = /[一-鿿]/;
/** What tables about disclosure count. */
const TOPIC = /公开|申请|答复|复议|诉讼|申诉|咨询|信息|文件|访问|培训|公文|投诉|举报|收费|费用|经费|人员/;
const NOTHING = /^[\s\-–—―─/\\]*$/;
const LEAST_ROWS = 3;
const LONGEST_LABEL = 80;
const SHOWN = 3;
