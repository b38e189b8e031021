/**
 * Glossary of reading (English name, 中文, one line)
 *
 * document   文档   one published file, exactly as its bytes were served; its name is its SHA-256
 * block      块     a paragraph or a table, in reading order
 * paragraph  段落   one run of text between breaks
 * table      表格   rows of cells as the file has them, spans not yet expanded
 * cell       单元格 one printed cell
 * grid       网格   a table with its spans expanded (parse/tables/grid.ts)
 */
import type { Finding } from './finding.js';

/** What every reader makes. After it nothing knows the file format. */
export interface Document {
  readonly mediaType: MediaType;
  /** Paragraphs and innermost tables in reading order; layout tables are dissolved. */
  readonly blocks: readonly Block[];
  /** What the file says of itself outside its text: `<title>`, `<meta>`, docProps. Names in lower case. */
  readonly metadata: readonly Metadatum[];
  /** Parent of each container, by number; container 0 is the whole file and its own parent. */
  readonly containers: readonly number[];
  /** What the reader had to decide or leave out. */
  readonly findings: readonly Finding[];
}

export type Block = Paragraph | Table;

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Text as printed, automatic numbers included, inner line breaks as `\n`. */
  readonly text: string;
  /** 1 to 6 where the file marks a heading (`<h1>`, `w:outlineLvl`, style Heading1). */
  readonly headingLevel?: number;
  /** The innermost box of the page that it stands in: tells the article from the furniture around it. */
  readonly container: number;
  /** A picture of some size stands here, without text: it may be of a table. */
  readonly picture?: true;
}

export interface Table {
  readonly kind: 'table';
  /** Place among the document's tables, from 0. */
  readonly ordinal: number;
  /** False where the format keeps no column positions (text made from a .docx): only order may be used. */
  readonly positioned: boolean;
  readonly container: number;
  /** Not to be seen as the page stands (a tab, a copy for print): it counts where no other table says the same. */
  readonly aside?: boolean;
  readonly rows: readonly (readonly Cell[])[];
}

export interface Cell {
  /** Text as printed; paragraphs and line breaks inside the cell as `\n`. */
  readonly text: string;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** A gap in the grid (`w:gridBefore`, `w:gridAfter`), not a printed cell. */
  readonly gap?: boolean;
  /** Why it isn't certain that a person reads the text so, in Chinese, after “单元格”: its figure is withheld. */
  readonly doubt?: string;
}

export interface Metadatum {
  readonly name: string;
  readonly value: string;
}

/** The kinds of file that a document can be; `unknown` is refused with a reason. */
export type MediaType =
  | 'text/html'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'text/plain'
  | 'application/pdf'
  | 'application/msword'
  | 'unknown';
