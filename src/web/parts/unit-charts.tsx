import { raw } from 'hono/html';
import type { SeriesPoint } from '../../store/board/unit-years.js';
import { seriesChart } from '../series-chart.js';

interface Props {
  /** Report years, ascending. */
  readonly years: readonly number[];
  readonly points: readonly SeriesPoint[];
}

/** A unit's main figures over the years, with a gap where a series breaks. */
export async function UnitCharts({ years, points }: Props) {
  const drawn = await Promise.all(
    CHARTS.map(async ({ title, lines }) => {
      const own = points.filter(({ series }) => lines.some((line) => line.series === series));
      const breaks = new Set(own.filter(({ seriesBreak }) => seriesBreak).map(({ year }) => year));
      const series = lines.map((line) => ({
        name: line.name,
        values: years.map(
          (year) => own.find((point) => point.series === line.series && point.year === year)?.value ?? null,
        ),
      }));
      return { title, svg: await seriesChart(years, series, breaks) };
    }),
  );
  return (
    <div class="columns">
      {drawn.map(({ title, svg }) => (
        <figure>
          <figcaption>{title}</figcaption>
          {raw(svg)}
        </figure>
      ))}
    </div>
  );
}

const CHARTS = [
  {
    title: '申请与办理（件，总计列）',
    lines: [
      { series: 'applications.new_received', name: '本年新收' },
      { series: 'results.total', name: '办理结果总计' },
      { series: 'applications.carried_out', name: '结转下年度' },
    ],
  },
  {
    title: '行政许可与行政处罚（件）',
    lines: [
      { series: 'proactive.licensing.decisions', name: '行政许可处理决定' },
      { series: 'proactive.penalty.decisions', name: '行政处罚处理决定' },
    ],
  },
  {
    title: '行政规范性文件（件）',
    lines: [
      { series: 'proactive.normative.issued', name: '本年制发' },
      { series: 'proactive.normative.in_force', name: '现行有效' },
    ],
  },
] as const;

/** The series that the charts draw. */
export const CHARTED: readonly string[] = CHARTS.flatMap(({ lines }) => lines.map(({ series }) => series));
