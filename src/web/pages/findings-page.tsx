import type { FindingRow } from '../../store/board/board-data.js';
import { readBoard } from '../../store/board/read-board.js';
import { workItems } from '../../store/board/worklist.js';
import type { BoardContext } from '../board.js';
import { Layout } from '../layout.js';
import { DecideForm } from '../parts/decide-form.js';
import { CountySelect, FilterBar, KindSelect, Select, YearSelect } from '../parts/filter-bar.js';
import { Pager, pageWithin } from '../parts/pager.js';
import { WorkTable } from '../parts/work-table.js';
import { WorkTotals } from '../parts/work-totals.js';
import { pageOf } from '../query.js';
import { render } from '../render.js';
import { type FilterChoices, filterChoices } from '../unit-filter.js';
import { withData } from '../with-data.js';
import { checkZh, SEVERITIES, STATES, withQuery } from '../words.js';
import { findingsOfUnits, fits, type WorkFilter, workFilterOf, workQuery } from '../work-filter.js';

/** 问题处理: every finding, by check, unit, severity and state; to accept, dispute, send back, settle. */
export async function findingsPage(c: BoardContext): Promise<Response> {
  const filter = workFilterOf(c);
  const { all, shown, page, items, choices, units } = await withData(c, async (data, db) => {
    const all = findingsOfUnits(data, filter);
    const shown = all.filter((row) => fits(row, filter));
    const page = pageWithin(pageOf(c), ITEMS_A_PAGE, shown.length);
    const rows = shown.slice((page - 1) * ITEMS_A_PAGE, page * ITEMS_A_PAGE);
    const items = await readBoard(db, (reader) => workItems(reader, rows));
    return { all, shown, page, items, choices: filterChoices(data), units: data.units };
  });
  const query = workQuery(filter);
  return render(
    c,
    <Layout c={c} title="问题处理">
      <h1>问题处理</h1>
      <Filters filter={filter} choices={choices} rows={all} />
      <WorkTotals rows={all} query={query} chosen={filter.check} />
      <Exports filter={filter} query={query} />
      <h2>问题清单</h2>
      <WorkTable c={c} items={items} units={units} />
      <Pager
        path="/findings"
        query={query}
        page={page}
        size={ITEMS_A_PAGE}
        total={shown.length}
        noun="条问题"
      />
      {c.get('session').role === 'office' && items.length > 0 && (
        <details class="decide">
          <summary>一并处理勾选的问题</summary>
          <DecideForm c={c} finding={null} state="" />
        </details>
      )}
    </Layout>,
  );
}

function Filters({
  filter,
  choices,
  rows,
}: {
  filter: WorkFilter;
  choices: FilterChoices;
  rows: readonly FindingRow[];
}) {
  const checks = [...new Set(rows.map(({ check }) => check))].sort();
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
  readonly query: ReturnType<typeof workQuery>;
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
