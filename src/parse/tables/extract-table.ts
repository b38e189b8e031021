import { type FormIndex, isLabelOf } from '../labels/form-index.js';
import { doubtfulBlanks } from './blank-rows.js';
import { claimRow } from './claim-row.js';
import type { Grid, GridCell, GridRow } from './grid.js';
import { type Header, hasEnoughColumns, readHeader, wholeHeader } from './header.js';
import { HeaderFits } from './header-fits.js';
import { type Placement, placeValues } from './place-values.js';
import { type ResolvedRow, resolveRow } from './resolve-row.js';
import { contextAfter, type RowContext } from './row-context.js';
import { RowFits } from './row-fits.js';
import { isFilled, isNumberingRow, isUnlabelledRow, ownNumbers, ownTexts, printsBelow } from './row-kinds.js';
import { columnLabels, exactColumns, withoutName } from './rows-of-form.js';
import { shiftedRows, type UnpositionedRow } from './shifted-rows.js';
import type { Claim, MisspeltLabel, TableReading } from './table-reading.js';
import { joinTornRows } from './torn-rows.js';

/** Reads a grid as one form table. `before` is the reading of the same form that this grid may go on with. */
export function extractTable(grid: Grid, index: FormIndex, before: TableReading | null): TableReading {
  const state = new TableState(grid, index, before);
  const rows = joinTornRows(grid.rows, index);
  // Most tables are none of most forms: without a label of the form no row says anything of it.
  if (index.form.headingsAbove || before?.isHeaderAlone || rows.some((row) => holdsLabel(row, index)))
    for (const row of rows) state.visit(row);
  return state.finish();
}

class TableState {
  readonly #claims: Claim[] = [];
  readonly #rowKeys: string[] = [];
  readonly #unplaced: GridRow[] = [];
  readonly #byOrder: GridRow[] = [];
  /** Rows read without positions, and the most cells that a row under their header has. */
  readonly #unpositioned: UnpositionedRow[] = [];
  readonly #mostValues = new Map<Header, number>();
  readonly #strays: { row: GridRow; cell: GridCell }[] = [];
  readonly #fits = new RowFits();
  readonly #headerFits = new HeaderFits();
  readonly #misspelt = new Map<GridCell['cell'], MisspeltLabel>();
  readonly #headers: Header[] = [];
  readonly #headerRows = new Set<number>();
  #pending: GridRow[] = [];
  #header: Header | null = null;
  #headerSource: readonly GridRow[] = [];
  #continued = false;
  #exact = 0;
  #context: RowContext;

  constructor(
    readonly grid: Grid,
    readonly index: FormIndex,
    private readonly before: TableReading | null,
  ) {
    this.#context = before?.context ?? [];
  }

  visit(row: GridRow): void {
    if (isNumberingRow(row) && printsBelow(row, this.grid)) return;
    const hits = columnLabels(row, this.index);
    const resolved = hits < 2 && row.cells.length > 1 ? this.#resolve(row) : null;
    if (resolved || hits === 0) this.#context = this.#contextAfter(row, resolved);
    if (resolved) this.#readRow(row, resolved);
    else if (row.cells.some(isFilled)) this.#settleHeader();
    else this.#visitLabels(row, hits);
  }

  /** A table's name that is printed again on the next page ends nothing. */
  #contextAfter(row: GridRow, resolved: ResolvedRow | null): RowContext {
    const { form, isIgnored } = this.index;
    if (!form.headingsAbove || (!resolved && ownTexts(row).some(isIgnored))) return this.#context;
    return contextAfter(row, resolved?.key ?? null, this.#context, this.index);
  }

  /** A row of labels: a header's, a block's title, or a row that is none of the form's. */
  #visitLabels(row: GridRow, hits: number): void {
    const own = ownTexts(row);
    // 信息内容, 第二十条 and the corner note begin a header; one before it had no rows.
    const begins = own.some((text) => this.index.isIgnored(text));
    if (begins) this.#pending = [];
    // 信息内容 with labels that are none of the form's is a header all the same: the one before no longer holds.
    if (hits > 0 || (begins && own.length > 1)) this.#pending.push(row);
    else if (own.length > 0 && row.cells.length > 1) this.#settleHeader();
  }

  finish(): TableReading {
    const isRowless = this.#rowKeys.length === 0 && !this.#header;
    const alone = isRowless ? wholeHeader(this.#pending, this.grid, this.index) : null;
    const headerRows = [...this.#headerRows].map((place) => this.grid.rows[place]!);
    const shifted = new Map([
      ...shiftedRows(this.#unpositioned, this.#mostValues),
      ...this.#headerFits.doubtful(),
      ...doubtfulBlanks(this.#claims, this.grid),
    ]);
    return {
      index: this.index,
      grid: this.grid,
      claims: this.#claims.filter((claim) => !this.#fits.isOutdone(claim) && !shifted.has(claim.row)),
      rowKeys: this.#rowKeys,
      context: this.#context,
      unplaced: [...this.#unplaced, ...shifted.values()],
      byOrder: this.#byOrder,
      unheaded: this.#headerFits.unheaded(),
      strays: this.#strays,
      misspelt: [...this.#misspelt.values()],
      headers: this.#headers,
      header: this.#header ?? alone,
      isHeaderAlone: alone !== null,
      headerRows: this.#headerRows,
      continued: this.#continued,
      exact: this.#exact + exactColumns(headerRows, this.index),
    };
  }

  #resolve(row: GridRow): ResolvedRow | null {
    const unlabelled = this.index.form.rows.find(({ path }) => path.length === 0);
    // At the head of a table, the row before is the last of the table that it may go on with.
    const previous = this.#rowKeys.at(-1) ?? this.before?.rowKeys.at(-1) ?? null;
    if (!unlabelled) return resolveRow(row, previous, this.#context, this.index);
    const data = withoutName(row, this.index);
    return this.#isUnlabelledData(data)
      ? { key: unlabelled.key, label: '', values: data.cells, fit: 1, misspelt: [] }
      : null;
  }

  /** 表四 prints its one row without a label: the row after the header, of values or blanks alone. */
  #isUnlabelledData(row: GridRow): boolean {
    if (this.#pending.length === 0 && this.#header === null && !this.before?.isHeaderAlone) return false;
    if (ownTexts(row).length === 0 && this.#rowKeys.length > 0) return false;
    return isUnlabelledRow(row, this.grid, this.index.form.columns.length);
  }

  #readRow(row: GridRow, resolved: ResolvedRow): void {
    const header = this.#currentHeader(resolved.key);
    this.#rowKeys.push(resolved.key);
    if (resolved.fit === 2) this.#exact += 1;
    this.#fits.note(resolved.key, row.index, resolved.fit);
    for (const label of resolved.misspelt) this.#misspelt.set(label.cell.cell, label);
    const placement = header && this.#place(row, resolved, header);
    if (header) this.#headerFits.note(header, row, placement !== null);
    if (!header || !placement) {
      if (resolved.values.length > 0) this.#unplaced.push(row);
      return;
    }
    if (placement.by === 'order') this.#byOrder.push(row);
    const { claims, strays } = claimRow(this, row, resolved, placement, header);
    // The form's row, but no column is proven to be one of figures.
    if (claims.length + strays.length === 0 && ownNumbers(row).length > 0) this.#unplaced.push(row);
    this.#claims.push(...claims);
    this.#strays.push(...strays.map((cell) => ({ row, cell })));
  }

  #place(row: GridRow, { values }: ResolvedRow, header: Header): Placement | null {
    const positioned = this.grid.table.positioned && !this.#continued;
    this.#mostValues.set(header, Math.max(values.length, this.#mostValues.get(header) ?? 0));
    const placement = placeValues(values, header, positioned);
    // A number where the unit should stand: cells are missing or moved.
    const unit = placement?.cells.get(this.index.unitColumn ?? '');
    if (unit && isFilled(unit)) return null;
    if (placement && !positioned) this.#unpositioned.push({ row, values, header });
    return placement;
  }

  /** The rows that were gathered are the header of what follows. */
  #settleHeader(): void {
    if (this.#pending.length === 0) return;
    const header = readHeader(this.#pending, this.grid, this.index);
    this.#header = hasEnoughColumns(header, this.index) ? header : null;
    this.#headerSource = this.#pending;
    this.#pending = [];
    this.#continued = false;
  }

  #currentHeader(rowKey: string): Header | null {
    this.#settleHeader();
    if (!this.#header && this.before && this.#goesOn(rowKey)) {
      this.#header = this.before.header;
      this.#continued = this.#header !== null;
    }
    if (this.#header && !this.#continued && this.#headers.at(-1) !== this.#header) {
      this.#headers.push(this.#header);
      for (const row of this.#headerSource) this.#headerRows.add(row.index);
    }
    return this.#header;
  }

  /** A table without a header goes on with the one before only where the form goes on. */
  #goesOn(rowKey: string): boolean {
    const last = this.before?.rowKeys.at(-1);
    const { rowOrder } = this.index;
    if (this.before?.isHeaderAlone) return rowOrder.get(rowKey) === 0;
    return last !== undefined && rowOrder.get(rowKey)! === rowOrder.get(last)! + 1;
  }
}

function holdsLabel({ cells }: GridRow, index: FormIndex): boolean {
  return cells.some(({ worded, text }) => worded && (isLabelOf(text, index) || index.isIgnored(text)));
}
