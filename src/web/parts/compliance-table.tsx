import type { Compliance } from '../../store/board/report-evidence.js';
import { reportPath, withQuery } from '../words.js';

/** How many checks a unit's reports passed, year by year, of those that could be applied. */
export function ComplianceTable({ unitId, rows }: { unitId: string; rows: readonly Compliance[] }) {
  if (rows.length === 0) return <p class="empty">尚未检查。</p>;
  return (
    <table class="grid">
      <caption>各年度年报的检查项数：适用 = 通过 + 不通过 + 存疑</caption>
      <thead>
        <tr>
          {['统计年度', '适用', '通过', '不通过', '存疑'].map((text) => (
            <th scope="col">{text}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ year, applicable, passed, failed, uncertain }) => (
          <tr>
            <th scope="row">
              <a href={reportPath(unitId, year)}>{year}</a>
            </th>
            <td class="number">{applicable}</td>
            <td class="number">{passed}</td>
            <td class="number">
              {failed === 0 ? 0 : <a href={withQuery('/findings', { unit: unitId, year })}>{failed}</a>}
            </td>
            <td class="number">{uncertain}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
