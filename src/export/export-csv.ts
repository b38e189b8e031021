import type { View } from '../store/views/view-columns.js';
import { CSV_DIALECTS } from './csv-dialects.js';
import type { Audience, ExportFormat } from './export.js';
import { openLineFile } from './line-file.js';
import { pour, type RowSink } from './row-sink.js';

/** One CSV file a public view, in UTF-8, every value as the database writes it; for Excel unless for machines. */
export const exportCsv: ExportFormat = {
  async write({ views, stream }, draft, { audience = 'excel' }) {
    for (const view of views) {
      const name = `${view.name}.csv`;
      const [count = 0] = await pour(stream(view.name), [
        await openCsv(await draft.path(name), view, audience),
      ]);
      draft.add(name, count);
    }
  },
};

export function openCsv(
  path: string,
  { columns }: Pick<View, 'columns'>,
  audience: Audience,
): Promise<RowSink> {
  const { start, line } = CSV_DIALECTS[audience];
  const types = columns.map(({ type }) => type);
  const names = columns.map(({ name }) => name);
  return openLineFile(path, start + line(names, types), (row) => line(row, types));
}
