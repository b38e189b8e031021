/** The statistics table of 2014–2018 as rows of cells: 统计指标, 单位, 统计数. */
import { type Figures, figureKey } from './figures.js';
import type { LayoutCell, LayoutTable } from './layout.js';
import { STATISTICS_ROWS } from './statistics-rows.js';

export function statisticsTable(figures: Figures): LayoutTable {
  const body = STATISTICS_ROWS.map(({ label, unit, indicator }) => {
    const key = indicator && figureKey(indicator);
    return [cell(label), cell(unit), key ? cell(figures.get(key)!.raw, key) : cell('')];
  });
  return {
    kind: 'table',
    subject: 'statistics',
    columns: 3,
    rows: [[cell('统计指标'), cell('单位'), cell('统计数')], ...body],
  };
}

function cell(text: string, figure: string | null = null): LayoutCell {
  return { text, columnSpan: 1, rowSpan: 1, figure };
}
