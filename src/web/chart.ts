import type { EChartsCoreOption } from 'echarts/core';

/** Draws a chart as SVG for the page and for print. The library is loaded with the first chart. */
export async function drawChart(option: EChartsCoreOption, { width, height }: Size): Promise<string> {
  loading ??= load();
  const echarts = await loading;
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: 'sans-serif' }, color: COLOURS, ...option });
    // What it styles is hovering, which a drawn chart hasn't; the page's policy refuses inline styles.
    return chart.renderToSVGString().replace(/<style[\s\S]*?<\/style>/g, '');
  } finally {
    // Undisposed charts keep timers.
    chart.dispose();
  }
}

/** Loads the library ahead of the first chart: it takes a second. */
export function prepareCharts(): void {
  loading ??= load();
  loading.catch(() => {});
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

let loading: ReturnType<typeof load> | undefined;

async function load() {
  const [core, charts, components, renderers] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ]);
  core.use([
    charts.LineChart,
    charts.BarChart,
    components.GridComponent,
    components.LegendComponent,
    components.AriaComponent,
    renderers.SVGRenderer,
  ]);
  return core;
}

/** Told apart also by people who see colours differently (Okabe and Ito), and dark enough on white. */
const COLOURS = ['#0b4a8f', '#b34700', '#00734d', '#8a3b8f', '#6b5200', '#a8071a'];
