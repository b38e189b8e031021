import { drawChart } from './chart.js';

/** One line of a chart: a value a year, null where there is none. */
export interface ChartSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** Lines over years. Where a series breaks there is a gap: no line leads across a change of form. */
export function seriesChart(
  years: readonly number[],
  series: readonly ChartSeries[],
  breaks: ReadonlySet<number>,
  { percent = false } = {},
): Promise<string> {
  const axis = years.flatMap((year) =>
    breaks.has(year) ? [`${year} 前有断点`, String(year)] : [String(year)],
  );
  const lines = series.map(({ name, values }, place) => ({
    name,
    type: 'line',
    symbol: SYMBOLS[place % SYMBOLS.length],
    symbolSize: 8,
    lineStyle: { type: DASHES[place % DASHES.length] },
    connectNulls: false,
    label: {
      show: true,
      fontSize: 11,
      textBorderColor: '#fff',
      textBorderWidth: 3,
      formatter: percent ? percentLabel : '{c}',
    },
    data: years.flatMap((year, at) => (breaks.has(year) ? [null, values[at] ?? null] : [values[at] ?? null])),
  }));
  return drawChart(
    {
      aria: { enabled: true },
      // Each entry with its line's symbol and dashes: told apart without colours too.
      legend: { top: 0, itemWidth: 40 },
      grid: { left: 48, right: 24, top: 48, bottom: 28 },
      xAxis: {
        type: 'category',
        data: axis,
        axisLabel: { formatter: (text: string) => (text.includes('断点') ? '┆断点┆' : text) },
      },
      yAxis: percent
        ? { type: 'value', min: 0, axisLabel: { formatter: (n: number) => `${Math.round(n * 100)}%` } }
        : { type: 'value', min: 0 },
      series: lines,
    },
    { width: 620, height: 250 },
  );
}

function percentLabel({ value }: { readonly value: unknown }): string {
  return typeof value === 'number' ? `${(value * 100).toFixed(1)}%` : '';
}

const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow'];
const DASHES = ['solid', 'dashed', 'dotted', [8, 3, 2, 3], [2, 6], [12, 4]];
