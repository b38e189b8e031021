import type { BoardUnit } from '../../store/board/board-data.js';
import type { Overview, OverviewCell } from '../overview.js';
import { day, kindZh, reportPath, SEVERITIES, STATUSES, unitPath, withQuery } from '../words.js';

/** Units by years: what is published, and how many findings wait. */
export function Matrix({ held }: { readonly held: Overview }) {
  const years = [...new Set(held.cells.map(({ year }) => year))].sort((a, b) => b - a);
  const cells = new Map(held.cells.map((cell) => [`${cell.unitId} ${cell.year}`, cell]));
  if (held.units.length === 0) return <p class="empty">没有符合条件的单位。请放宽筛选条件。</p>;
  return (
    <div class="scroll">
      <table class="grid matrix">
        <caption>单位 × 年度</caption>
        <thead>
          <tr>
            <th scope="col">单位</th>
            <th scope="col">类型</th>
            <th scope="col">县（市、区）</th>
            {years.map((year) => (
              <th scope="col">{year}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {held.units.map((unit) => (
            <Row unit={unit} cells={years.map((year) => cells.get(`${unit.unitId} ${year}`))} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ unit, cells }: { unit: BoardUnit; cells: readonly (OverviewCell | undefined)[] }) {
  return (
    <tr>
      <th scope="row">
        <a href={unitPath(unit.unitId)}>{unit.unitName}</a>
      </th>
      <td>{kindZh(unit.kind)}</td>
      <td>{unit.county ?? '—'}</td>
      {cells.map((cell) => (cell ? <Cell cell={cell} /> : <td class="none">不要求</td>))}
    </tr>
  );
}

function Cell({ cell }: { readonly cell: OverviewCell }) {
  const { unitId, year, status, daysLate, publishedOn, open } = cell;
  const { mark, zh } = STATUSES.find(({ id }) => id === status)!;
  const words = status === 'late' ? `迟${daysLate}天` : (SHORT[status] ?? `${mark}`);
  const about = [
    zh,
    publishedOn && `${publishedOn} 发布`,
    cell.dueOn && `应不迟于 ${cell.dueOn}`,
    cell.proven && '列表已完整读过，能证明没有发布',
    cell.revisedAt && `${day(cell.revisedAt)} 改版`,
  ];
  return (
    <td class={`cell pub-${status}`}>
      <a href={reportPath(unitId, year)} title={about.filter(Boolean).join('，')}>
        {words}
        {cell.revisedAt && <span class="tiny">改</span>}
        {cell.proven && <span class="tiny">证</span>}
      </a>
      {SEVERITIES.map(({ id, zh: severity }) => {
        const count = open[id];
        if (!count) return null;
        const label = `${severity} ${count} 条`;
        return (
          <a
            class={`count sev-${id}`}
            href={withQuery('/findings', { unit: unitId, year, severity: id })}
            title={label}
            aria-label={label}
          >
            {severity[0]}
            {count}
          </a>
        );
      })}
    </td>
  );
}

const SHORT: Readonly<Record<string, string>> = {
  on_time: '按时',
  date_unknown: '日期不明',
  unread: '未能读取',
  missing: '未发布',
  not_yet_due: '未到期',
  unexpected: '另有发布',
};
