import type { FormIndex } from '../labels/form-index.js';
import type { Grid, GridCell, GridRow } from './grid.js';
import type { Header } from './header.js';
import type { Placement } from './place-values.js';
import type { ResolvedRow } from './resolve-row.js';
import { isFilled } from './row-kinds.js';
import { rowUnit } from './row-unit.js';
import type { Claim } from './table-reading.js';

/** The form's cells that a placed row prints, and its numbers where the form prints no cell. */
export function claimRow(
  { index, grid }: { readonly index: FormIndex; readonly grid: Grid },
  row: GridRow,
  resolved: ResolvedRow,
  placement: Placement,
  header: Header,
): { claims: readonly Claim[]; strays: readonly GridCell[] } {
  const claims: Claim[] = [];
  const strays: GridCell[] = [];
  const unit = placement.cells.get(index.unitColumn ?? '')?.text ?? null;
  const rowYear = yearOf(row, placement, header);
  for (const [columnKey, cell] of placement.cells) {
    if (index.sideColumns.has(columnKey)) continue;
    const slot = index.cellAt(resolved.key, columnKey);
    if (!slot) {
      if (isFilled(cell)) strays.push(cell);
      continue;
    }
    claims.push({
      index,
      slot,
      cell,
      grid,
      row: row.index,
      headerUnit: header.units.get(columnKey) ?? null,
      rowUnit: index.unitColumn === null ? null : rowUnit(unit, resolved.label),
      labelYear: header.years.get(columnKey) ?? rowYear,
      shared: cell.continued || cell.cell.rowSpan > 1,
    });
  }
  return { claims, strays };
}

/**
 * 2022 | 3 | 0 …: the year that a row is of, where a cell beside its figures names one. Behind them, 2022 is a year only
 * as 2022年 or where a column is headed so: 历年累计 comes to 2022, too.
 */
function yearOf({ cells }: GridRow, placement: Placement, { printsYears }: Header): number | null {
  const figures = new Set(placement.cells.values());
  const first = cells.findIndex((cell) => figures.has(cell));
  const isYear = (cell: GridCell, place: number): boolean =>
    !figures.has(cell) && YEAR.test(cell.text) && (place < first || printsYears || cell.text.includes('年'));
  const year = cells.find(isYear);
  return year ? Number.parseInt(year.text.normalize('NFKC'), 10) : null;
}

const YEAR = /^\s*[2２][0０][\d０-９]{2}(?:年度?)?\s*$/;
