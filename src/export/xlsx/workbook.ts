import type { View, ViewColumn } from '../../store/views/view-columns.js';
import type { ViewRow } from '../../store/views/view-stream.js';
import { headXml, rowXml, SHEET_END, SHEET_START } from './sheet-xml.js';
import { workbookParts } from './workbook-parts.js';
import { openZipFile, type ZipFile } from './zip-file.js';

/** Rows of a sheet, the head included: Excel's own limit. */
export const SHEET_ROWS = 1_048_576;

export interface Workbook {
  /** Appends a sheet, and another one where it is full; gives the number of rows. */
  add(sheet: Pick<View, 'name' | 'columns'>, batches: AsyncIterable<readonly ViewRow[]>): Promise<number>;
}

/**
 * Writes a workbook. Cells go to the disk as they come; no library at hand writes one without holding all of it. `note`
 * hears of columns whose texts a cell can't hold whole.
 */
export async function writeWorkbook(
  path: string,
  note: (column: string) => void,
  fill: (book: Workbook) => Promise<void>,
): Promise<void> {
  const zip = await openZipFile(path);
  const sheets: string[] = [];
  try {
    await fill({ add: (sheet, batches) => addSheet(zip, sheets, sheet, batches, note) });
    for (const [name, text] of Object.entries(workbookParts(sheets))) await zip.add(name, [text]);
  } finally {
    await zip.close();
  }
}

async function addSheet(
  zip: ZipFile,
  sheets: string[],
  { name, columns }: Pick<View, 'name' | 'columns'>,
  batches: AsyncIterable<readonly ViewRow[]>,
  note: (column: string) => void,
): Promise<number> {
  const rows = rowsOf(batches);
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
    let characters = 0;
    for (let rowNo = 2; rowNo <= SHEET_ROWS && characters < SHEET_CHARACTERS && !next.done; rowNo++) {
      text += rowXml(next.value, columns, rowNo, (column) => note(`${name}.${column}`));
      total += 1;
      next = await rows.next();
      if (text.length < CHUNK) continue;
      characters += text.length;
      yield text;
      text = '';
    }
    yield text + SHEET_END;
  }
}

async function* rowsOf(batches: AsyncIterable<readonly ViewRow[]>): AsyncGenerator<ViewRow> {
  for await (const rows of batches) yield* rows;
}

/** Excel's own limit of a sheet's name. */
const LONGEST_NAME = 31;
/** Of a sheet, unpacked: a ZIP archive holds files of 4 GB, and a character may take three bytes. */
const SHEET_CHARACTERS = 1_300_000_000;
const CHUNK = 1 << 18;
