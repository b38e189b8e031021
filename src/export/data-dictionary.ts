import { INDICATORS } from '../catalogue/indicators.js';
import type { Database } from '../store/postgres/database.js';
import type { View, ViewColumn } from '../store/views/view-columns.js';
import { readViews } from '../store/views/view-stream.js';
import { CODEBOOK_COLUMNS, codebookMarkdown, codebookRows } from './codebook.js';
import { oneBatch } from './one-batch.js';
import { writeWorkbook } from './xlsx/workbook.js';

/** The data dictionary in Markdown: the public views as a migrated database comments them, and the catalogue's indicators. */
export async function dataDictionary(db: Database): Promise<string> {
  return `${HEAD}${codebookMarkdown(await viewsOf(db))}`;
}

/** The same as a workbook: 数据表 (every table and its columns) and 指标. */
export async function writeDictionaryWorkbook(db: Database, path: string): Promise<void> {
  const views = await viewsOf(db);
  const indicators = INDICATORS.map(({ code, labelZh, unit, templates, comparability, basis }) => [
    ...[code, labelZh, unit, templates.join(' '), comparability, basis ?? null],
  ]);
  await writeWorkbook(
    path,
    () => {},
    async (book) => {
      await book.add({ name: '数据表', columns: CODEBOOK_COLUMNS }, oneBatch(codebookRows(views)));
      await book.add({ name: '指标', columns: INDICATOR_COLUMNS }, oneBatch(indicators));
    },
  );
}

function viewsOf(db: Database): Promise<readonly View[]> {
  return readViews(db, {}, async (reader) => reader.views);
}

const INDICATOR_COLUMNS: readonly ViewColumn[] = ['代码', '名称', '单位', '表式', '可比性', '依据'].map(
  (name) => ({ name, type: 'string', comment: '' }),
);

const HEAD = `# 数据字典

公开数据在 \`mart\` 模式下，只有视图。本文件由视图注释和指标目录生成（\`npm run dictionary\`，或 \`nianbao dictionary\`），请勿手改。
导出的工作簿（\`--format xlsx\`）的“说明”页、研究数据包（\`--format package\`）的 \`codebook.md\` 与此同源；
\`nianbao dictionary --format xlsx --out 文件\` 写出同样内容的工作簿。

`;
