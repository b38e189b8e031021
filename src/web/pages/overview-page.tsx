import type { BoardContext } from '../board.js';
import { Layout } from '../layout.js';
import { type DueDay, type Overview, type OverviewFilter, overview, UNITS_A_PAGE } from '../overview.js';
import { CountySelect, FilterBar, KindSelect, Select, YearSelect } from '../parts/filter-bar.js';
import { StatusMark } from '../parts/marks.js';
import { Matrix } from '../parts/matrix.js';
import { Pager } from '../parts/pager.js';
import { oneOf, pageOf, textOf, yearOf } from '../query.js';
import { render } from '../render.js';
import { type FilterChoices, filterChoices } from '../unit-filter.js';
import { withData } from '../with-data.js';
import { day, STATUSES, withQuery } from '../words.js';

/** 总览: who has published, who was late, what is wrong; every number leads to what it counts. */
export async function overviewPage(c: BoardContext): Promise<Response> {
  const filter: OverviewFilter = {
    year: yearOf(c),
    county: textOf(c, 'county'),
    kind: textOf(c, 'kind'),
    name: textOf(c, 'name'),
    status: oneOf(c, 'status', STATUSES),
    page: pageOf(c),
  };
  const { held, choices } = await withData(c, (data) => ({
    held: overview(data, filter, day(new Date())),
    choices: filterChoices(data),
  }));
  return render(
    c,
    <Layout c={c} title="总览">
      <h1>发布与核查总览</h1>
      <Filters filter={filter} choices={choices} />
      {choices.years.length === 0 ? <NothingYet /> : <Tables held={held} filter={filter} />}
    </Layout>,
  );
}

/** Before anything was collected or loaded. */
function NothingYet() {
  return (
    <p class="empty">
      还没有登记应发布的单位，也没有年报。请先运行采集（nianbao run）或载入文件（nianbao load）。
    </p>
  );
}

function Tables({ held, filter }: { readonly held: Overview; readonly filter: OverviewFilter }) {
  return (
    <>
      <DueAhead due={held.due} />
      <Totals held={held} filter={filter} />
      <h2>各单位各年度</h2>
      <Legend />
      <Matrix held={held} />
      <Pager
        path="/"
        query={{ ...filter, page: undefined }}
        page={held.page}
        size={UNITS_A_PAGE}
        total={held.unitCount}
        noun="个单位"
      />
    </>
  );
}

function Filters({ filter, choices }: { readonly filter: OverviewFilter; readonly choices: FilterChoices }) {
  const statuses = STATUSES.map(({ id, zh }) => ({ value: id, text: zh }));
  return (
    <FilterBar action="/">
      <YearSelect choices={choices} chosen={filter.year} />
      <CountySelect choices={choices} chosen={filter.county} />
      <KindSelect choices={choices} chosen={filter.kind} />
      <Select label="发布情况" name="status" choices={statuses} chosen={filter.status} />
      <label>
        <span>单位名称</span>
        <input name="name" value={filter.name ?? ''} size={12} />
      </label>
    </FilterBar>
  );
}

function DueAhead({ due }: { readonly due: readonly DueDay[] }) {
  if (due.length === 0) return <p class="due">近期没有到期的年报。</p>;
  return (
    <ul class="due">
      {due.map(({ dueOn, year, waiting, expected }) => (
        <li>
          <strong>{dueOn}</strong> 前应发布 {year} 年度年报：{expected} 个单位，尚有{' '}
          <a href={withQuery('/', { year, status: 'not_yet_due' })}>{waiting} 个未发布</a>
        </li>
      ))}
    </ul>
  );
}

/** One row a year; the columns add up to 应发布, and the table says so. */
function Totals({ held, filter }: { readonly held: Overview; readonly filter: OverviewFilter }) {
  const years = [...new Set(held.totals.map(({ year }) => year))];
  const count = (year: number, status: string): number =>
    held.totals.find((total) => total.year === year && total.status === status)?.count ?? 0;
  const proven = (year: number, status: string): number =>
    held.totals.find((total) => total.year === year && total.status === status)?.proven ?? 0;
  const expected = (year: number): number => EXPECTED.reduce((sum, status) => sum + count(year, status), 0);
  const link = (year: number, status: string | undefined, n: number) =>
    n === 0 ? <>0</> : <a href={withQuery('/', { ...filter, page: undefined, year, status })}>{n}</a>;
  return (
    <table class="grid totals">
      <caption>各年度发布情况（单位数）：应发布 = 其右六列之和</caption>
      <thead>
        <tr>
          <th scope="col">统计年度</th>
          <th scope="col">应发布</th>
          {STATUSES.map(({ id }) => (
            <th scope="col">
              <StatusMark status={id} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {years.map((year) => (
          <tr>
            <th scope="row">
              <a href={withQuery('/', { ...filter, page: undefined, status: undefined, year })}>{year}</a>
            </th>
            <td class="number">{expected(year)}</td>
            {STATUSES.map(({ id }) => (
              <td class="number">
                {link(year, id, count(year, id))}
                {proven(year, id) > 0 && <span class="hint">（能证明 {proven(year, id)}）</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">合计</th>
          <td class="number">{years.reduce((sum, year) => sum + expected(year), 0)}</td>
          {STATUSES.map(({ id }) => (
            <td class="number">{years.reduce((sum, year) => sum + count(year, id), 0)}</td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

function Legend() {
  return (
    <p class="legend">
      格内先列发布情况，再列未了结的问题条数：<span class="mark sev-blocker">严重</span>{' '}
      <span class="mark sev-error">错误</span> <span class="mark sev-warning">警告</span>{' '}
      <span class="mark sev-info">提示</span>。有异议、已办结的不计。点格看报告，点条数看问题。
      <span class="tiny">证</span> 列表已完整读过，能证明没有发布；没有此字的“未发布”须再核实。
      <span class="tiny">改</span> 发布后换过文件。
    </p>
  );
}

const EXPECTED = STATUSES.map(({ id }) => id).filter((id) => id !== 'unexpected');
