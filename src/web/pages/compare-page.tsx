import { raw } from 'hono/html';
import { MEASURES, type Measure } from '../../catalogue/measures.js';
import { type FilterChoices, filterChoices } from '../../store/board/filter-choices.js';
import { type Rate, type RateGroup, rates, unitRates } from '../../store/board/rates.js';
import { readBoard } from '../../store/board/read-board.js';
import type { UnitFilter } from '../../store/board/unit-filter.js';
import type { BoardContext } from '../board.js';
import { Layout } from '../layout.js';
import { CountySelect, FilterBar, KindSelect, Select, YearSelect } from '../parts/filter-bar.js';
import { PeerTable } from '../parts/peer-table.js';
import { RateTable } from '../parts/rate-table.js';
import { oneOf, textOf, yearOf } from '../query.js';
import { render } from '../render.js';
import { seriesChart } from '../series-chart.js';
import { kindZh } from '../words.js';

/** 比较与趋势: one rate over years, counties, kinds and peers; n beside every rate. */
export async function comparePage(c: BoardContext): Promise<Response> {
  const measure: Measure = MEASURES.find(({ id }) => id === c.req.query('measure')) ?? MEASURES[0];
  const by = (oneOf(c, 'by', GROUPS) ?? 'county') as RateGroup;
  const filter: UnitFilter = { county: textOf(c, 'county'), kind: textOf(c, 'kind') };
  const held = await c.get('board').database.use((db) =>
    readBoard(db, async (reader) => {
      const choices = await filterChoices(reader);
      const all = await rates(reader, measure, 'all', filter);
      const year = yearOf(c) ?? all.at(-1)?.year;
      const groups = by === 'all' ? all : await rates(reader, measure, by, filter);
      const units = year === undefined ? [] : await unitRates(reader, measure, year, filter);
      return { choices, all, groups, year, units };
    }),
  );
  const named = held.groups.map((rate) => ({
    ...rate,
    group: by === 'kind' ? kindZh(rate.group ?? '') : rate.group,
  }));
  return render(
    c,
    <Layout c={c} title="比较与趋势">
      <h1>比较与趋势：{measure.nameZh}</h1>
      <Filters measure={measure} by={by} filter={filter} year={held.year} choices={held.choices} />
      <p class="hint">
        {measure.nameZh} = {measure.rule}
        。多个单位合计时先各自汇总分子、分母再相除，不平均比率；分子、分母任一未印数字的单位不计入。n
        为计入的单位数。
      </p>
      <Trend all={held.all} groups={by === 'all' ? [] : named} measure={measure} />
      <RateTable rates={by === 'all' ? held.all : [...held.all, ...named]} />
      <h2>{held.year} 年度各单位，与同类单位相比</h2>
      <PeerTable units={held.units} year={held.year ?? 0} />
    </Layout>,
  );
}

interface FilterProps {
  readonly measure: Measure;
  readonly by: RateGroup;
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
      name: name ?? '',
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

const GROUPS: readonly { readonly id: RateGroup; readonly zh: string }[] = [
  { id: 'county', zh: '按县（市、区）' },
  { id: 'kind', zh: '按单位类型' },
  { id: 'all', zh: '不分组' },
];

/** More lines than colours can't be told apart. */
const MOST_LINES = 5;
