import type { CoverageRow } from '../../store/board/coverage.js';
import { unitPath, withQuery } from '../words.js';

/** How much is held below each parent, in one report year; the years lead to each other. */
export function CoverageTable({
  rows,
  chosen,
}: {
  readonly rows: readonly CoverageRow[];
  readonly chosen: number | undefined;
}) {
  const years = [...new Set(rows.map(({ year }) => year))];
  const shown = chosen ?? rows.find(({ expectedParsed }) => expectedParsed > 0)?.year ?? years[0];
  if (shown === undefined) return <p class="empty">还没有登记应发布的单位。</p>;
  return (
    <>
      <p>
        统计年度：
        {years.map((year) => (
          <>
            {year === shown ? (
              <strong>{year}</strong>
            ) : (
              <a href={`${withQuery('/runs', { year })}#coverage`}>{year}</a>
            )}
            {'　'}
          </>
        ))}
      </p>
      <div class="scroll">
        <table class="grid">
          <caption>已入库 ÷ 应发布 = 入库率；未发布者，登记的来源都完整读过而没有的为“能证明”</caption>
          <thead>
            <tr>
              {HEADINGS.map((text) => (
                <th scope="col">{text}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows
              .filter(({ year }) => year === shown)
              .map((row) => (
                <Row row={row} />
              ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Row({ row }: { readonly row: CoverageRow }) {
  const { parentId, parentName, expected, expectedParsed, missing, absenceProven } = row;
  const counts = [row.late, missing, absenceProven, missing - absenceProven, row.notYetDue];
  return (
    <tr>
      <th scope="row">
        {parentId === null ? '（没有登记上级）' : <a href={unitPath(parentId)}>{parentName ?? parentId}</a>}
      </th>
      <td class="number">{expected}</td>
      <td class="number">{expectedParsed}</td>
      <td class="number">{expected === 0 ? '—' : `${((expectedParsed / expected) * 100).toFixed(1)}%`}</td>
      {[row.unread, ...counts, row.revised, row.unreachable].map((count) => (
        <td class="number">{count}</td>
      ))}
    </tr>
  );
}

const HEADINGS = [
  '上级单位',
  '应发布',
  '已入库',
  '入库率',
  '未能读取',
  '逾期',
  '未发布',
  '其中能证明',
  '不能证明',
  '未到期',
  '发布后改过数据',
  '网页已打不开',
];
