import { TITLE } from './data-package.js';

export interface PackageFacts {
  readonly snapshot: string;
  readonly rows: ReadonlyMap<string, number>;
  readonly breaks: number;
  readonly problems: number;
}

/** README.md of a package: what is in it, how to read it, what to mind. */
export function packageReadme({ snapshot, rows, breaks, problems }: PackageFacts): string {
  const tables = [...rows].map(([view, count]) => `| ${view} | ${count} |`);
  return `# ${TITLE}

版本 \`${snapshot.slice(0, 12)}\`（数据文件校验和的校验和：\`${snapshot}\`）。同样的存档、同样的程序版本，导出的每个字节都相同。

| 文件 | 内容 |
|---|---|
| \`data/csv/\` | 全部数据表，UTF-8，空文字为 \`""\`，空值为空 |
| \`data/parquet/\` | 同样的数据表，按统计年度分区（\`year=2023/part-0.parquet\`） |
| \`codebook.md\`、\`codebook.csv\` | 每个表、每一列、每个指标的说明 |
| \`import.do\`、\`import.R\` | Stata、R 读入程序，带中文标签 |
| \`breaks.csv\` | 序列断点：${breaks} 处，跨断点比较前请看表式与可比性 |
| \`known-problems.csv\` | 已知问题：${problems} 条（程度为 error 或 blocker 的发现） |
| \`data/csv/source_document.csv\` | 全部原始文件：网址、SHA-256、采集时间 |
| \`datapackage.json\`、\`CITATION.cff\` | 数据包说明（Data Package v2）、引用格式 |
| \`SHA256SUMS\` | 校验和，用 \`sha256sum -c SHA256SUMS\` 核对 |

| 数据表 | 行数 |
|---|---|
${tables.join('\n')}

- 长表是 \`figure\`（一行一个单元格），宽表是 \`unit_year\`（一行一个单位一个年度）。
- \`reported_value\` 是年报所载；\`value\` 在有人工更正时是更正值，更正人、时间、理由在同一行。
- 空白不是 0：\`state\` 说明单元格印的是数字、空白、占位符还是文字。
- 每一行都可以用 \`nianbao verify --export 文件夹\` 对照存档的原始文件重新读取。
- 单位的名称和上级取导出当日有效的登记。
`;
}
