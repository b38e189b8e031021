import type { FormCell } from '../model/form.js';
import type { FormIndex } from './form-index.js';
import type { Grid, GridCell, GridRow } from './grid.js';
import { type Header, readHeader } from './header.js';
import { type Placement, placeValues } from './place-values.js';
import { type ResolvedRow, resolveRow } from './resolve-row.js';

/** One cell of the form found in one cell of the document. */
export interface Claim {
  readonly index: FormIndex;
  readonly slot: FormCell;
  readonly cell: GridCell;
  readonly grid: Grid;
  readonly row: number;
  readonly headerUnit: string | null;
  /** The cell is printed over several rows, so it isn't one row's own. */
  readonly shared: boolean;
}

/** What one form table makes of one grid. */
export interface TableReading {
  readonly index: FormIndex;
  readonly grid: Grid;
  readonly claims: readonly Claim[];
  /** Rows of the form that were found, read or not, in printed order. */
  readonly rowKeys: readonly string[];
  /** Rows that are the form's but whose cells fit no column for certain. */
  readonly unplaced: readonly GridRow[];
  readonly byOrder: readonly GridRow[];
  readonly headers: readonly Header[];
  /** Rows that served as header. */
  readonly headerRows: ReadonlySet<number>;
  /** The header was that of the table before (a table split over two). */
  readonly continued: boolean;
  /** Labels that fit word for word: tells forms apart that share most of theirs. */
  readonly exact: number;
}

/** Reads a grid as one form table. `before` is the reading of the same form that this grid may go on with. */
export function extractTable(grid: Grid, index: FormIndex, before: TableReading | null): TableReading {
  const state = new TableState(grid, index, before);
  for (const row of grid.rows) state.visit(row);
  return state.finish();
}

class TableState {
  readonly #claims: Claim[] = [];
  readonly #rowKeys: string[] = [];
  readonly #unplaced: GridRow[] = [];
  readonly #byOrder: GridRow[] = [];
  readonly #headers: Header[] = [];
  readonly #headerRows = new Set<number>();
  #pending: GridRow[] = [];
  #header: Header | null = null;
  #continued = false;
  #exact = 0;

  constructor(
    private readonly grid: Grid,
    private readonly index: FormIndex,
    private readonly before: TableReading | null,
  ) {}

  visit(row: GridRow): void {
    const hits = this.#columnHits(row);
    const resolved = hits < 2 ? this.#resolve(row) : null;
    if (resolved) this.#readRow(row, resolved);
    else if (hits > 0 && !row.cells.some(isFilled)) this.#pending.push(row);
  }

  finish(): TableReading {
    const exactColumns = new Set(
      [...this.#headerRows].flatMap((r) =>
        this.grid.rows[r]!.cells.flatMap(({ text }) => this.index.columns.find(text).filter((m) => m.exact)),
      ),
    );
    return {
      index: this.index,
      grid: this.grid,
      claims: this.#claims,
      rowKeys: this.#rowKeys,
      unplaced: this.#unplaced,
      byOrder: this.#byOrder,
      headers: this.#headers,
      headerRows: this.#headerRows,
      continued: this.#continued,
      exact: this.#exact + exactColumns.size,
    };
  }

  #columnHits(row: GridRow): number {
    const { columns, columnGroups } = this.index;
    const own = row.cells.filter(({ continued, text }) => !continued && text !== '');
    return own.filter(({ text }) => columns.find(text).length > 0 || columnGroups.find(text).length > 0)
      .length;
  }

  #resolve(row: GridRow): ResolvedRow | null {
    const unlabelled = this.index.form.rows.find(({ path }) => path.length === 0);
    if (!unlabelled) return resolveRow(row, this.#rowKeys.at(-1) ?? null, this.index);
    return this.#isUnlabelledData(row) ? { key: unlabelled.key, values: row.cells, exact: false } : null;
  }

  /** 表四 prints its one row without a label: the row after the header, of values or blanks alone. */
  #isUnlabelledData(row: GridRow): boolean {
    if (this.#pending.length === 0 && this.#header === null) return false;
    if (row.cells.some(({ continued, text }) => continued || (text !== '' && !VALUE.test(text))))
      return false;
    return row.cells.some(isFilled) || !this.#rowKeys.length;
  }

  #readRow(row: GridRow, resolved: ResolvedRow): void {
    const header = this.#currentHeader(resolved.key);
    this.#rowKeys.push(resolved.key);
    if (resolved.exact) this.#exact += 1;
    const placement = header && this.#place(resolved, header);
    if (!header || !placement) {
      if (resolved.values.length > 0) this.#unplaced.push(row);
      return;
    }
    if (placement.by === 'order') this.#byOrder.push(row);
    this.#claim(row, resolved, placement, header);
  }

  #place(resolved: ResolvedRow, header: Header): Placement | null {
    const positioned = this.grid.table.positioned && !this.#continued;
    return placeValues(resolved.values, header, positioned);
  }

  #claim(row: GridRow, resolved: ResolvedRow, placement: Placement, header: Header): void {
    for (const [columnKey, cell] of placement.cells) {
      const slot = this.index.cellAt(resolved.key, columnKey);
      if (!slot) continue;
      this.#claims.push({
        index: this.index,
        slot,
        cell,
        grid: this.grid,
        row: row.index,
        headerUnit: header.units.get(columnKey) ?? null,
        shared: cell.continued || cell.cell.rowSpan > 1,
      });
    }
  }

  #currentHeader(rowKey: string): Header | null {
    if (this.#pending.length > 0) {
      this.#header = readHeader(this.#pending, this.grid, this.index);
      this.#headers.push(this.#header);
      for (const row of this.#pending) this.#headerRows.add(row.index);
      this.#pending = [];
      this.#continued = false;
    }
    if (!this.#header && this.before && this.#goesOn(rowKey)) {
      this.#header = this.before.headers.at(-1) ?? null;
      this.#continued = this.#header !== null;
    }
    return this.#header;
  }

  /** A table without a header goes on with the one before only where the form goes on. */
  #goesOn(rowKey: string): boolean {
    const last = this.before?.rowKeys.at(-1);
    const { rowOrder } = this.index;
    return last !== undefined && rowOrder.get(rowKey)! === rowOrder.get(last)! + 1;
  }
}

function isFilled({ continued, text }: GridCell): boolean {
  return !continued && /^[\d０-９]/.test(text);
}

/** A number, with what may stand around it, or a placeholder: no label. */
const VALUE = /^[-+−]?[\d０-９][\d０-９.,，．]*\s*([(（].*[)）]|件)?$|^[-–—―─/／\\*无]+$/;
