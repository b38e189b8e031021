import type { Absence, ListPageRead } from '../../store/board/absence.js';
import { minute } from '../words.js';

interface Props {
  readonly absence: Absence;
  readonly pages: readonly ListPageRead[];
}

/** What was looked at before a report was called missing: each list page with its time, bytes and entries. */
export function ProofOfAbsence({ absence, pages }: Props) {
  const { proven, duePassed, message } = absence;
  const said = proven ? '能够证明没有发布' : duePassed ? '不能证明没有发布' : '时限未到，尚无从证明';
  return (
    <>
      <p class={proven ? 'notice notice-error' : 'notice'}>
        <strong>{said}。</strong>
        {message}
      </p>
      {pages.length > 0 && <Pages pages={pages} />}
    </>
  );
}

function Pages({ pages }: { readonly pages: readonly ListPageRead[] }) {
  return (
    <div class="scroll">
      <table class="grid">
        <caption>看过的列表页，共 {pages.length} 页；所见内容均已按 SHA-256 存档</caption>
        <thead>
          <tr>
            {['来源', '网址', '时间', '应答', '条目', '像年报的', 'SHA-256'].map((text) => (
              <th scope="col">{text}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pages.map((page) => (
            <tr>
              <td>{page.sourceId}</td>
              <td class="address">{page.url}</td>
              <td>{minute(page.readAt)}</td>
              <td>{answerOf(page)}</td>
              <td class="number">{page.items ?? '—'}</td>
              <td class="number">{page.reports ?? '—'}</td>
              <td class="mono">{page.sha256 ? <Bytes sha256={page.sha256} /> : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function answerOf({ status, failure, notModified }: ListPageRead): string {
  if (failure !== null) return `${status ?? ''} ${failure}`.trim();
  return notModified ? `${status ?? ''}（与存档相同）` : String(status ?? '—');
}

function Bytes({ sha256 }: { readonly sha256: string }) {
  return <span title={sha256}>{sha256.slice(0, 16)}…</span>;
}
