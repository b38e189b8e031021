import type { FindingRow } from '../../store/board/board-data.js';
import { checkZh, SEVERITIES, STATES, withQuery } from '../words.js';
import { SeverityMark, StateMark } from './marks.js';

interface Props {
  readonly rows: readonly FindingRow[];
  readonly query: Readonly<Record<string, string | number | undefined>>;
  readonly chosen: string | undefined;
}

/** Findings by check and state: rows and columns add up, every number leads to its list. */
export function WorkTotals({ rows: all, query, chosen }: Props) {
  const counts = countUp(all);
  const rows = [...new Set(counts.map(({ check, severity }) => `${severity} ${check}`))]
    .map((key) => ({ severity: key.split(' ')[0]!, check: key.split(' ')[1]! }))
    .sort((a, b) => rank(a.severity) - rank(b.severity) || (a.check < b.check ? -1 : 1));
  const sum = (fits: (count: WorkCount) => boolean): number =>
    counts.filter(fits).reduce((total, { count }) => total + count, 0);
  const link = (n: number, more: Readonly<Record<string, string | undefined>>) =>
    n === 0 ? <>0</> : <a href={withQuery('/findings', { ...query, ...more })}>{n}</a>;
  return (
    <details open={rows.length <= FEW_ROWS || chosen !== undefined}>
      <summary>
        按检查项统计：共 {sum(() => true)} 条，待处理 {sum(({ state }) => state === 'open')} 条
      </summary>
      <table class="grid">
        <caption>问题条数：合计 = 其右各列之和</caption>
        <thead>
          <tr>
            <th scope="col">程度</th>
            <th scope="col">检查项</th>
            <th scope="col">合计</th>
            {STATES.map(({ id }) => (
              <th scope="col">
                <StateMark state={id} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ severity, check }) => {
            const own = (count: WorkCount) => count.check === check && count.severity === severity;
            return (
              <tr>
                <td>
                  <SeverityMark severity={severity} />
                </td>
                <th scope="row">
                  {checkZh(check)}
                  {check.includes('/') && <span class="hint"> {check}</span>}
                </th>
                <td class="number">{link(sum(own), { check, severity, state: undefined })}</td>
                {STATES.map(({ id }) => (
                  <td class="number">
                    {link(
                      sum((count) => own(count) && count.state === id),
                      { check, severity, state: id },
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <td />
            <th scope="row">合计</th>
            <td class="number">{sum(() => true)}</td>
            {STATES.map(({ id }) => (
              <td class="number">{sum(({ state }) => state === id)}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </details>
  );
}

interface WorkCount extends Pick<FindingRow, 'check' | 'severity' | 'state'> {
  readonly count: number;
}

function countUp(rows: readonly FindingRow[]): WorkCount[] {
  const counts = new Map<string, WorkCount & { count: number }>();
  for (const { check, severity, state } of rows) {
    const key = `${check} ${severity} ${state}`;
    const held = counts.get(key);
    if (held) held.count += 1;
    else counts.set(key, { check, severity, state, count: 1 });
  }
  return [...counts.values()];
}

function rank(severity: string): number {
  return SEVERITIES.findIndex(({ id }) => id === severity);
}

/** A longer table is folded, so that the list is in sight. */
const FEW_ROWS = 8;
