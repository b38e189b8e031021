import writeExcelFile from 'write-excel-file/node';
import { readBoard } from '../store/board/read-board.js';
import { workLines } from '../store/board/worklist.js';
import type { BoardContext } from './board.js';
import { withData } from './with-data.js';
import { checkZh, day, severityZh } from './words.js';
import { findingsOfUnits, fits, workFilterOf } from './work-filter.js';

/** GET /findings.xlsx: the list as filtered, for the office's own files. */
export async function findingsXlsx(c: BoardContext): Promise<Response> {
  const filter = workFilterOf(c);
  const { items, units, left } = await withData(c, async (data, db) => {
    const rows = findingsOfUnits(data, filter).filter((row) => fits(row, filter));
    const items = await readBoard(db, (reader) => workLines(reader, rows.slice(0, MOST_ROWS)));
    return { items, units: data.units, left: Math.max(0, rows.length - MOST_ROWS) };
  });
  const header = COLUMNS.map(({ title }) => ({
    value: title,
    fontWeight: 'bold' as const,
    backgroundColor: '#EAF1F9',
  }));
  const rows = items.map((item) => [
    severityZh(item.severity),
    units.get(item.unitId)?.county ?? null,
    units.get(item.unitId)?.unitName ?? item.unitId,
    item.year,
    checkZh(item.check),
    { value: item.message, wrap: true },
    item.stateZh,
    item.note,
    item.decidedBy,
    item.decidedAt && day(item.decidedAt),
    item.documentSha256,
  ]);
  const end =
    left > 0 ? [[{ value: `另有 ${left} 条未列。请按年度、县（市、区）或检查项筛选后分次导出。` }]] : [];
  const columns = COLUMNS.map(({ width }) => ({ width }));
  const bytes = await writeExcelFile([header, ...rows, ...end], {
    columns,
    sheet: '问题清单',
    stickyRowsCount: 1,
  }).toBuffer();
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'Content-Disposition': `attachment; filename="findings.xlsx"; filename*=UTF-8''${encodeURIComponent('年报问题清单.xlsx')}`,
  });
}

const COLUMNS = [
  { title: '程度', width: 8 },
  { title: '县（市、区）', width: 16 },
  { title: '单位', width: 24 },
  { title: '统计年度', width: 10 },
  { title: '检查项', width: 20 },
  { title: '说明', width: 80 },
  { title: '状态', width: 12 },
  { title: '处理意见', width: 40 },
  { title: '处理人', width: 12 },
  { title: '处理日期', width: 12 },
  { title: '原始文件 SHA-256', width: 20 },
] as const;

/** As many as people can read in a sheet; the last row tells how many more there are. */
const MOST_ROWS = 20_000;
