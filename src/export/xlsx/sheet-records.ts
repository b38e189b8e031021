import { SaxesParser } from 'saxes';
import type { CsvRecord } from '../csv-table.js';
import { ExportFolderError } from '../export-folder-error.js';
import { unescapeText } from './sheet-xml.js';
import { type ZipEntry, zipEntries } from './zip-entries.js';

/**
 * The rows of a table in a workbook as ./workbook.ts writes it, of the sheets that it goes on in too.
 * @throws ExportFolderError where the file is no such workbook or has no such table.
 */
export async function* sheetRecords(path: string, table: string): AsyncGenerator<CsvRecord> {
  const entries = await zipEntries(path);
  const book = entries?.find(({ name }) => name === 'xl/workbook.xml');
  if (!entries || !book)
    throw new ExportFolderError(`--export ${path}: no whole workbook; take the file as it was exported`);
  let text = '';
  for await (const part of book.text()) text += part;
  const sheets = [...text.matchAll(/<sheet name="([^"]+)" sheetId="(\d+)"/g)].filter(
    ([, name]) => name === table || name!.startsWith(`${table} `),
  );
  if (sheets.length === 0) throw new ExportFolderError(`--export ${path}: there is no sheet ${table}`);
  for (const [, , no] of sheets)
    yield* rowsOf(path, entries.find(({ name }) => name === `xl/worksheets/sheet${no}.xml`)!);
}

/** The first row names the columns. */
async function* rowsOf(path: string, sheet: ZipEntry): AsyncGenerator<CsvRecord> {
  let names: readonly string[] | null = null;
  for await (const cells of cellsOf(path, sheet)) {
    const head: readonly string[] | null = names;
    if (head) yield Object.fromEntries(head.map((name, index) => [name, cells[index] ?? '']));
    else names = cells;
  }
}

async function* cellsOf(path: string, sheet: ZipEntry): AsyncGenerator<string[]> {
  let rows: string[][] = [];
  let column = -1;
  let holding = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'row') rows.push([]);
    if (name === 'c') column = columnOf(attributes.r!);
    if (name === 'c' && attributes.t === 's')
      throw new ExportFolderError(
        `--export ${path}: another program saved it; take the file as it was exported`,
      );
    holding = name === 'v' || name === 't';
    if (holding) rows.at(-1)![column] = '';
  });
  parser.on('text', (text) => {
    if (holding) rows.at(-1)![column] += text;
  });
  parser.on('closetag', () => {
    holding = false;
  });
  for await (const chunk of sheet.text()) {
    parser.write(chunk);
    // The last row may go on in the next chunk.
    const whole = rows.slice(0, -1);
    rows = rows.slice(-1);
    for (const row of whole) yield row.map(unescapeText);
  }
  for (const row of rows) yield row.map(unescapeText);
}

/** AB12 → 27. */
function columnOf(place: string): number {
  let index = 0;
  for (const letter of place.replace(/\d+$/, '')) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
