import type { ReportAct } from '../../store/board/report-history.js';
import { minute } from '../words.js';

/** Who decided and corrected what, and why. */
export function HistoryTable({ acts }: { readonly acts: readonly ReportAct[] }) {
  if (acts.length === 0) return <p class="hint">还没有人处理或更正过。</p>;
  return (
    <table class="grid wide">
      <caption>处理意见与更正，只增不改</caption>
      <thead>
        <tr>
          <th scope="col">时间</th>
          <th scope="col">署名</th>
          <th scope="col">所涉</th>
          <th scope="col">处理</th>
          <th scope="col">理由</th>
          <th scope="col">现状</th>
        </tr>
      </thead>
      <tbody>
        {acts.map(({ at, by, subject, act, note, standing }) => (
          <tr>
            <td>{minute(at)}</td>
            <td>{by}</td>
            <td>{subject}</td>
            <td>{act}</td>
            <td>{note}</td>
            <td>{standing}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
