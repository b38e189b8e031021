import { CODEBOOK_COLUMNS, codebookRows } from './codebook.js';
import type { ExportFormat } from './export.js';
import { oneBatch } from './one-batch.js';
import { writeWorkbook } from './xlsx/workbook.js';

/** One workbook: 说明 (the codebook), then a sheet a public view, and another one where a sheet is full. */
export const exportXlsx: ExportFormat = {
  async write({ views, stream }, draft) {
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

const NAME = 'nianbao.xlsx';
