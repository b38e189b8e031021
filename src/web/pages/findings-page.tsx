import { type FilterChoices, filterChoices } from '../../store/board/filter-choices.js';
import { readBoard } from '../../store/board/read-board.js';
import { countWork, type WorkCount, type WorkFilter, workItems } from '../../store/board/worklist.js';
import type { BoardContext } from '../board.js';
import { Layout } from '../layout.js';
import { DecideForm } from '../parts/decide-form.js';
import { CountySelect, FilterBar, KindSelect, Select, YearSelect } from '../parts/filter-bar.js';
import { Pager } from '../parts/pager.js';
import { WorkTable } from '../parts/work-table.js';
import { WorkTotals } from '../parts/work-totals.js';
import { oneOf, pageOf, textOf, yearOf } from '../query.js';
import { render } from '../render.js';
import { checkZh, SEVERITIES, STATES, withQuery } from '../words.js';

/** 问题处理: every finding, by check, unit, severity and state; to accept, dispute, send back, settle. */
export async function findingsPage(c: BoardContext): Promise<Response> {
  const filter = workFilterOf(c);
  const page = pageOf(c);
  const { counts, items, choices } = await c.get('board').database.use((db) =>
    readBoard(db, async (reader) => ({
      counts: await countWork(reader, { ...filter, check: undefined, severity: undefined, state: undefined }),
      items: await workItems(reader, filter, { limit: ITEMS_A_PAGE, offset: (page - 1) * ITEMS_A_PAGE }),
      choices: await filterChoices(reader),
    })),
  );
  const shown = counts.filter((count) => fits(count, filter));
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  const query = queryOf(filter);
  return render(
    c,
    <Layout c={c} title="问题处理">
      <h1>问题处理</h1>
      <Filters filter={filter} choices={choices} counts={counts} />
      <WorkTotals counts={counts} query={query} chosen={filter.check} />
      <Exports filter={filter} query={query} />
      <h2>问题清单</h2>
      <WorkTable c={c} items={items} />
      <Pager path="/findings" query={query} page={page} size={ITEMS_A_PAGE} total={total} noun="条问题" />
      {c.get('session').role === 'office' && items.length > 0 && (
        <details class="decide">
          <summary>一并处理勾选的问题</summary>
          <DecideForm c={c} finding={null} state="" />
        </details>
      )}
    </Layout>,
  );
}

export function workFilterOf(c: BoardContext): WorkFilter {
  return {
    year: yearOf(c),
    county: textOf(c, 'county'),
    kind: textOf(c, 'kind'),
    name: textOf(c, 'name'),
    unitId: textOf(c, 'unit'),
    check: textOf(c, 'check'),
    severity: oneOf(c, 'severity', SEVERITIES),
    state: oneOf(c, 'state', STATES),
  };
}

function queryOf({ unitId, ...rest }: WorkFilter) {
  return { ...rest, unit: unitId };
}

function fits(count: WorkCount, { check, severity, state }: WorkFilter): boolean {
  return (
    (check === undefined || count.check === check) &&
    (severity === undefined || count.severity === severity) &&
    (state === undefined || count.state === state)
  );
}

function Filters({
  filter,
  choices,
  counts,
}: {
  filter: WorkFilter;
  choices: FilterChoices;
  counts: readonly WorkCount[];
}) {
  const checks = [...new Set(counts.map(({ check }) => check))].sort();
  return (
    <FilterBar action="/findings">
      <YearSelect choices={choices} chosen={filter.year} />
      <CountySelect choices={choices} chosen={filter.county} />
      <KindSelect choices={choices} chosen={filter.kind} />
      <Select
        label="检查项"
        name="check"
        choices={checks.map((id) => ({ value: id, text: nameOf(id) }))}
        chosen={filter.check}
      />
      <Select
        label="严重程度"
        name="severity"
        choices={SEVERITIES.map(({ id, zh }) => ({ value: id, text: zh }))}
        chosen={filter.severity}
      />
      <Select
        label="处理状态"
        name="state"
        choices={STATES.map(({ id, zh }) => ({ value: id, text: zh }))}
        chosen={filter.state}
      />
      <label>
        <span>单位名称</span>
        <input name="name" value={filter.name ?? ''} size={12} />
      </label>
      {filter.unitId && <input type="hidden" name="unit" value={filter.unitId} />}
    </FilterBar>
  );
}

/** The reader's own findings of one kind share a name: their code tells them apart. */
function nameOf(id: string): string {
  return id.includes('/') ? `${checkZh(id)}（${id}）` : checkZh(id);
}

function Exports({
  filter,
  query,
}: {
  readonly filter: WorkFilter;
  readonly query: ReturnType<typeof queryOf>;
}) {
  return (
    <p class="actions">
      <a class="button" href={withQuery('/findings.xlsx', query)}>
        导出清单（.xlsx）
      </a>
      {filter.unitId && (
        <a class="button" href={withQuery('/notice.docx', { unit: filter.unitId, year: filter.year })}>
          生成整改通知（.docx）
        </a>
      )}
      {!filter.unitId && <span class="hint">整改通知按单位生成：点单位名称旁的“通知”。</span>}
    </p>
  );
}

const ITEMS_A_PAGE = 100;
