import type { View } from '../store/view-columns.js';
import type { ViewRow } from '../store/view-stream.js';
import { CSV_DIALECTS } from './csv-dialects.js';
import type { Audience, ExportFormat } from './export.js';
import { writeLines } from './write-lines.js';

/** One CSV file a public view, in UTF-8, every value as the database writes it; for Excel unless for machines. */
export const exportCsv: ExportFormat = {
  async write({ views, stream }, draft, { audience = 'excel' }) {
    for (const view of views) {
      const name = `${view.name}.csv`;
      draft.add(name, await writeCsv(await draft.path(name), view, stream(view.name), audience));
    }
  },
};

export function writeCsv(
  path: string,
  { columns }: Pick<View, 'columns'>,
  rows: AsyncIterable<readonly ViewRow[]>,
  audience: Audience,
): Promise<number> {
  const { start, line } = CSV_DIALECTS[audience];
  const types = columns.map(({ type }) => type);
  const head =
    start +
    line(
      columns.map(({ name }) => name),
      types,
    );
  return writeLines(path, head, rows, (row) => line(row, types));
}
