import type { ViewReader } from '../store/views/view-stream.js';
import { CODEBOOK_COLUMNS, codebookRows } from './codebook.js';
import type { ExportFormat, ExportReporter } from './export.js';
import { oneBatch } from './one-batch.js';
import { ExportTooLargeError } from './xlsx/export-too-large-error.js';
import { SHEET_ROWS, writeWorkbook } from './xlsx/workbook.js';

/** One workbook: 说明 (the codebook), then a sheet a public view, and another one where a sheet is full. */
export const exportXlsx: ExportFormat = {
  async write(reader, draft, { report }) {
    const { views, stream } = reader;
    await refuseTooMany(reader, report);
    let rows = 0;
    const note = (column: string): void =>
      draft.note(
        `${NAME}: texts of ${column} longer than a cell holds end with …; the other formats have them whole`,
      );
    await writeWorkbook(await draft.path(NAME), note, async (book) => {
      await book.add({ name: '说明', columns: CODEBOOK_COLUMNS }, oneBatch(codebookRows(views)));
      for (const view of views) rows += await book.add(view, stream(view.name));
    });
    draft.add(NAME, rows);
  },
};

/** What can be foreseen is said before hours are spent on it. */
async function refuseTooMany({ views, about }: ViewReader, report?: ExportReporter): Promise<void> {
  let all = 0;
  for (const { name } of views) {
    const rows = (await about(name)) ?? 0;
    all += rows;
    if (rows < SHEET_ROWS) continue;
    const sheets = Math.ceil(rows / (SHEET_ROWS - 1));
    report?.warn(
      `${NAME}: ${name} has about ${rows} rows, which is ${sheets} sheets of Excel and more than it opens with ease; narrow it (--table, --year, --under, --kind) or take parquet or csv`,
    );
  }
  if (all > MOST_ROWS) throw new ExportTooLargeError(`${NAME} (about ${all} rows)`);
}

const NAME = 'nianbao.xlsx';
/** At 70 bytes a row, packed, they are 4 GB. */
const MOST_ROWS = 60_000_000;
