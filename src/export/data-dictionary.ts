import type { Database } from '../store/database.js';
import { readViews } from '../store/view-stream.js';
import { codebookMarkdown } from './codebook.js';

/** docs/data-dictionary.md: the public views as a migrated database comments them, and the indicators of the catalogue. */
export async function dataDictionary(db: Database): Promise<string> {
  const views = await readViews(db, {}, async (reader) => reader.views);
  return `${HEAD}${codebookMarkdown(views)}`;
}

const HEAD = `# 数据字典

公开数据在 \`mart\` 模式下，只有视图。本文件由 \`npm run dictionary\` 从视图注释和指标目录生成，请勿手改。
导出的工作簿（\`--format xlsx\`）的“说明”页、研究数据包（\`--format package\`）的 \`codebook.md\` 与此同源。

`;
