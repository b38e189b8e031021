import { INDICATOR_BY_CODE } from '../../catalogue/indicators.js';
import type { Evidence } from '../../model/finding.js';
import type { WorkItem } from '../../store/board/worklist.js';
import type { BoardContext } from '../board.js';
import { applicantZh, checkZh, minute, reportPath } from '../words.js';
import { placeKey, placeOf } from './cell-place.js';
import { DecideForm, findingId } from './decide-form.js';
import { SeverityMark, StateMark } from './marks.js';
import { Passages } from './passages.js';

/** The findings on one report, each with its cells, what was decided, and the way to decide. */
export function FindingList({
  c,
  items,
  decides = true,
}: {
  readonly c: BoardContext;
  readonly items: readonly WorkItem[];
  /** Whether they can be decided; those of a draft can't. */
  readonly decides?: boolean;
}) {
  if (items.length === 0) return <p class="notice notice-good">没有发现问题。</p>;
  const office = decides && c.get('session').role === 'office';
  return (
    <ul class="findings">
      {items.map((item) => (
        <li id={item.key === '' ? undefined : `finding-${item.key}`}>
          <SeverityMark severity={item.severity} /> {decides && <StateMark state={item.state} />}{' '}
          <strong>{checkZh(item.check)}</strong>
          {item.outcome === 'uncertain' && <span class="hint">（存疑，请人工判断）</span>}
          <p class="message">{item.message}</p>
          <EvidenceLinks item={item} />
          <Passages item={item} />
          {item.decidedAt !== null && (
            <p class="meta">
              {item.decidedBy} 于 {minute(item.decidedAt)} 处理：{item.stateZh}
              {item.note && `——${item.note}`}
            </p>
          )}
          {office && (
            <details class="decide">
              <summary>处理</summary>
              <DecideForm c={c} finding={findingId(item)} state={item.state} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The cells that a finding rests on: each leads to its place in the original, of this year's report or another's. */
function EvidenceLinks({ item }: { readonly item: WorkItem }) {
  const cells = (item.evidence ?? []).filter((one) => placeOf(one) !== null);
  const own = placeOf(item);
  if (cells.length === 0 && !own) return null;
  const inOneColumn =
    cells.length > 1 && cells.every(({ applicant }) => (applicant ?? null) === (cells[0]!.applicant ?? null));
  return (
    <p class="evidence">
      依据：
      {own && cells.length === 0 && (
        <CellLink cell={item as unknown as Evidence} item={item} inOneColumn={false} />
      )}
      {cells.map((cell) => (
        <CellLink cell={cell} item={item} inOneColumn={inOneColumn} />
      ))}
    </p>
  );
}

interface CellLinkProps {
  readonly cell: Evidence;
  readonly item: WorkItem;
  /** Whether all cells of the finding are of one column: their rows tell them apart, not the applicants. */
  readonly inOneColumn: boolean;
}

function CellLink({ cell, item, inOneColumn }: CellLinkProps) {
  const place = placeKey(placeOf(cell)!);
  const elsewhere = cell.year !== undefined && cell.year !== item.year;
  const own = item.key === '' ? '' : reportPath(item.unitId, item.year);
  const href = `${elsewhere ? reportPath(item.unitId, cell.year!) : own}#c-${place}`;
  const applicant = applicantZh(cell.applicant ?? null);
  const row = INDICATOR_BY_CODE.get(cell.indicator ?? '')?.labelZh;
  const name = inOneColumn || !applicant ? row?.split(' / ').at(-1) : applicant;
  return (
    <a
      href={href}
      data-cell={elsewhere ? undefined : place}
      title={[row, applicant].filter(Boolean).join('：') || undefined}
    >
      {elsewhere && `${cell.year} 年度 `}
      {name && `${name} `}
      {cell.raw ? `“${cell.raw}”` : '该格'}
    </a>
  );
}
