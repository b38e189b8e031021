import type { FormCell } from '../../model/form.js';
import type { FormIndex } from '../labels/form-index.js';
import type { Grid, GridCell, GridRow } from './grid.js';
import type { Header } from './header.js';
import type { RowContext } from './row-context.js';

/** One cell of the form found in one cell of the document. */
export interface Claim {
  readonly index: FormIndex;
  readonly slot: FormCell;
  readonly cell: GridCell;
  readonly grid: Grid;
  readonly row: number;
  readonly headerUnit: string | null;
  /** The unit that the row prints beside its label. */
  readonly rowUnit: string | null;
  /** The year that the column's labels name. */
  readonly labelYear: number | null;
  /** The cell is printed over several rows, so it isn't one row's own. */
  readonly shared: boolean;
}

/** A label with one character wrong that was read as the form's. */
export interface MisspeltLabel {
  readonly cell: GridCell;
  readonly official: string;
  readonly names: 'row' | 'column' | 'group';
}

/** What one form table makes of one grid. */
export interface TableReading {
  readonly index: FormIndex;
  readonly grid: Grid;
  readonly claims: readonly Claim[];
  /** Rows of the form that were found, read or not, in printed order. */
  readonly rowKeys: readonly string[];
  /** The headings that a row right after this grid would stand under. */
  readonly context: RowContext;
  /** Rows that are the form's but whose cells fit no column for certain. */
  readonly unplaced: readonly GridRow[];
  readonly byOrder: readonly GridRow[];
  /** Rows of the form with a cell, blank or not, under no label. */
  readonly unheaded: readonly GridRow[];
  /** Numbers where, by row and column, the form prints no cell. */
  readonly strays: readonly { readonly row: GridRow; readonly cell: GridCell }[];
  /** Labels of rows and their groups with one character wrong; those of columns are the headers'. */
  readonly misspelt: readonly MisspeltLabel[];
  readonly headers: readonly Header[];
  /** The header that its last rows were read by, its own or that of the table before. */
  readonly header: Header | null;
  /** It is a header and no more: the rows may stand in the table after it. */
  readonly isHeaderAlone: boolean;
  /** Rows that served as header. */
  readonly headerRows: ReadonlySet<number>;
  /** The header was that of the table before (a table split over two). */
  readonly continued: boolean;
  /** Labels that fit word for word: tells forms apart that share most of theirs. */
  readonly exact: number;
}
