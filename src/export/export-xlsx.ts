import type { View, ViewColumn } from '../store/view-columns.js';
import type { ViewRow } from '../store/view-stream.js';
import { CODEBOOK_COLUMNS, codebookRows } from './codebook.js';
import type { DraftFolder } from './draft-folder.js';
import type { ExportFormat } from './export.js';
import { headXml, rowXml, SHEET_END, SHEET_START } from './xlsx/sheet-xml.js';
import { workbookParts } from './xlsx/workbook-parts.js';
import { openZipFile, type ZipFile } from './xlsx/zip-file.js';

/**
 * One workbook: 说明 (the codebook), then a sheet a public view, and another one where a sheet is full. Cells go to the
 * disk as they come; no library at hand writes a workbook without holding all of it.
 */
export const exportXlsx: ExportFormat = {
  async write({ views, stream }, draft) {
    const zip = await openZipFile(await draft.path(NAME));
    const book: Book = { zip, draft, sheets: [] };
    let rows = 0;
    try {
      await addView(book, { name: '说明', columns: CODEBOOK_COLUMNS }, asBatches(codebookRows(views)));
      for (const view of views) rows += await addView(book, view, stream(view.name));
      for (const [name, text] of Object.entries(workbookParts(book.sheets))) await zip.add(name, [text]);
    } finally {
      await zip.close();
    }
    draft.add(NAME, rows);
  },
};

interface Book {
  readonly zip: ZipFile;
  readonly draft: DraftFolder;
  readonly sheets: string[];
}

async function* asBatches(rows: readonly ViewRow[]): AsyncGenerator<readonly ViewRow[]> {
  yield rows;
}

async function addView(
  { zip, draft, sheets }: Book,
  { name, columns }: Pick<View, 'name' | 'columns'>,
  batches: AsyncIterable<readonly ViewRow[]>,
): Promise<number> {
  const rows = rowsOf(batches);
  const cut = (column: string): void =>
    draft.note(
      `${NAME}: texts of ${name}.${column} longer than a cell holds end with …; the other formats have them whole`,
    );
  let total = 0;
  let next = await rows.next();
  for (let part = 1; part === 1 || !next.done; part++) {
    sheets.push(part === 1 ? name.slice(0, LONGEST_NAME) : `${name.slice(0, LONGEST_NAME - 4)} ${part}`);
    await zip.add(`xl/worksheets/sheet${sheets.length}.xml`, sheetText());
  }
  return total;

  async function* sheetText() {
    yield SHEET_START + headXml(columns.map((column: ViewColumn) => column.name));
    let text = '';
    for (let rowNo = 2; rowNo <= SHEET_ROWS && !next.done; rowNo++) {
      text += rowXml(next.value, columns, rowNo, cut);
      total += 1;
      next = await rows.next();
      if (text.length < CHUNK) continue;
      yield text;
      text = '';
    }
    yield text + SHEET_END;
  }
}

async function* rowsOf(batches: AsyncIterable<readonly ViewRow[]>): AsyncGenerator<ViewRow> {
  for await (const rows of batches) yield* rows;
}

const NAME = 'nianbao.xlsx';
/** Excel's own limits: of a sheet's name, and of its rows, the head included. */
const LONGEST_NAME = 31;
const SHEET_ROWS = 1_048_576;
const CHUNK = 1 << 18;
