import { raw } from 'hono/html';
import { MEASURES, type Measure } from '../../catalogue/measures.js';
import { type BoardUnit, rateRows } from '../../store/board/board-data.js';
import type { BoardContext } from '../board.js';
import { Layout } from '../layout.js';
import { CountySelect, FilterBar, KindSelect, Select, YearSelect } from '../parts/filter-bar.js';
import { PeerTable } from '../parts/peer-table.js';
import { RateTable } from '../parts/rate-table.js';
import { textOf, yearOf } from '../query.js';
import { type Rate, rates, unitRates } from '../rates.js';
import { render } from '../render.js';
import { seriesChart } from '../series-chart.js';
import { type FilterChoices, filterChoices, type UnitFilter } from '../unit-filter.js';
import { withData } from '../with-data.js';
import { kindZh } from '../words.js';

/** 比较与趋势: one rate over years, counties, kinds and peers; n beside every rate. */
export async function comparePage(c: BoardContext): Promise<Response> {
  const measure: Measure = MEASURES.find(({ id }) => id === c.req.query('measure')) ?? MEASURES[0];
  const by = GROUPS.find(({ id }) => id === c.req.query('by')) ?? GROUPS[0]!;
  const filter: UnitFilter = { county: textOf(c, 'county'), kind: textOf(c, 'kind') };
  const held = await withData(c, async (data, db) => {
    const rows = await rateRows(db, data, measure);
    const all = rates(data, rows, filter, () => '合计');
    const year = yearOf(c) ?? all.at(-1)?.year;
    const groups = by.id === 'all' ? [] : rates(data, rows, filter, by.groupOf);
    const units = year === undefined ? [] : unitRates(data, rows, filter, year).slice(0, MOST_UNITS);
    return { choices: filterChoices(data), all, groups, year, units };
  });
  return render(
    c,
    <Layout c={c} title="比较与趋势">
      <h1>比较与趋势：{measure.nameZh}</h1>
      <Filters measure={measure} by={by.id} filter={filter} year={held.year} choices={held.choices} />
      <p class="hint">
        {measure.nameZh} = {measure.rule}
        。多个单位合计时先各自汇总分子、分母再相除，不平均比率；分子、分母任一未印数字的单位不计入。n
        为计入的单位数。
      </p>
      <Trend all={held.all} groups={held.groups} measure={measure} />
      {held.all.length > 0 && <RateTable rates={[...held.all, ...held.groups]} />}
      {held.units.length > 0 && (
        <>
          <h2>{held.year} 年度各单位，与同类单位相比</h2>
          <PeerTable units={held.units} year={held.year ?? 0} />
        </>
      )}
    </Layout>,
  );
}

interface FilterProps {
  readonly measure: Measure;
  readonly by: string;
  readonly filter: UnitFilter;
  readonly year: number | undefined;
  readonly choices: FilterChoices;
}

function Filters({ measure, by, filter, year, choices }: FilterProps) {
  return (
    <FilterBar action="/compare">
      <Select
        label="比率"
        name="measure"
        choices={MEASURES.map(({ id, nameZh }) => ({ value: id, text: nameZh }))}
        chosen={measure.id}
        any={null}
      />
      <Select
        label="分组"
        name="by"
        choices={GROUPS.map(({ id, zh }) => ({ value: id, text: zh }))}
        chosen={by}
        any={null}
      />
      <CountySelect choices={choices} chosen={filter.county} />
      <KindSelect choices={choices} chosen={filter.kind} />
      <YearSelect choices={choices} chosen={year} any={null} />
    </FilterBar>
  );
}

async function Trend({
  all,
  groups,
  measure,
}: {
  all: readonly Rate[];
  groups: readonly Rate[];
  measure: Measure;
}) {
  const years = [...new Set(all.map(({ year }) => year))].sort();
  if (years.length === 0) return <p class="empty">没有符合条件的年报。</p>;
  const names = [...new Set(groups.map(({ group }) => group))].slice(0, MOST_LINES);
  const line = (of: readonly Rate[]) =>
    years.map((year) => {
      const rate = of.find((one) => one.year === year);
      return rate && rate.denominator > 0 ? rate.numerator / rate.denominator : null;
    });
  const series = [
    { name: '合计', values: line(all) },
    ...names.map((name) => ({
      name,
      values: line(groups.filter(({ group }) => group === name)),
    })),
  ];
  return (
    <figure>
      <figcaption>
        {measure.nameZh}，{years[0]}—{years.at(-1)} 年度
        {names.length === MOST_LINES && `（图中只画前 ${MOST_LINES} 组，全部见下表）`}
      </figcaption>
      {raw(await seriesChart(years, series, new Set(), { percent: true }))}
    </figure>
  );
}

const GROUPS: readonly {
  readonly id: string;
  readonly zh: string;
  readonly groupOf: (unit: BoardUnit) => string;
}[] = [
  { id: 'county', zh: '按县（市、区）', groupOf: ({ county }) => county ?? '（市本级）' },
  { id: 'kind', zh: '按单位类型', groupOf: ({ kind }) => kindZh(kind) },
  { id: 'all', zh: '不分组', groupOf: () => '合计' },
];

/** What a table can be read with; narrower by county or kind. */
const MOST_UNITS = 300;

/** More lines than colours can't be told apart. */
const MOST_LINES = 5;
