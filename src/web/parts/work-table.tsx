import type { BoardUnit } from '../../store/board/board-data.js';
import type { WorkItem } from '../../store/board/worklist.js';
import type { BoardContext } from '../board.js';
import { checkZh, reportPath, unitPath, withQuery } from '../words.js';
import { findingId } from './decide-form.js';
import { SeverityMark, StateMark } from './marks.js';

interface Props {
  readonly c: BoardContext;
  readonly items: readonly WorkItem[];
  readonly units: ReadonlyMap<string, BoardUnit>;
}

/** Findings of many units, one row each, with boxes to decide several at once. */
export function WorkTable({ c, items, units }: Props) {
  if (items.length === 0) return <p class="empty">没有符合条件的问题。</p>;
  const office = c.get('session').role === 'office';
  return (
    <div class="scroll">
      <table class="grid wide">
        <caption>程度重的在前，同一程度年度近的在前；点说明看依据</caption>
        <thead>
          <tr>
            {office && (
              <th scope="col" class="no-print">
                <input type="checkbox" data-check-all="finding" aria-label="全选本页" />
              </th>
            )}
            {['程度', '单位', '年度', '检查项', '说明', '状态'].map((text) => (
              <th scope="col">{text}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr>
              {office && (
                <td class="no-print">
                  <input
                    type="checkbox"
                    name="finding"
                    form="decide-many"
                    value={findingId(item)}
                    aria-label={`选择：${item.message}`}
                  />
                </td>
              )}
              <ItemCells item={item} unitName={units.get(item.unitId)?.fullName ?? item.unitId} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ItemCells({ item, unitName }: { readonly item: WorkItem; readonly unitName: string }) {
  return (
    <>
      <td>
        <SeverityMark severity={item.severity} />
      </td>
      <td class="unit">
        <a href={unitPath(item.unitId)}>{unitName}</a>{' '}
        <a
          class="no-print hint"
          href={withQuery('/notice.docx', { unit: item.unitId, year: item.year })}
          title="整改通知（.docx）"
        >
          通知
        </a>
      </td>
      <td>{item.year}</td>
      <td class="check">{checkZh(item.check)}</td>
      <td>
        <a href={`${reportPath(item.unitId, item.year)}#finding-${item.key}`}>{item.message}</a>
        {item.note && (
          <div class="meta">
            {item.decidedBy}：{item.note}
          </div>
        )}
      </td>
      <td>
        <StateMark state={item.state} />
      </td>
    </>
  );
}
