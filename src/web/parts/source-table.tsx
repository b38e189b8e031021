import type { SourceLine } from '../../store/board/operations.js';
import { minute } from '../words.js';

/** Every source: whether its list was read whole, and what is held of what it should give. */
export function SourceTable({ sources }: { readonly sources: readonly SourceLine[] }) {
  if (sources.length === 0) return <p class="empty">还没有采集来源，也没有载入过文件。</p>;
  return (
    <div class="scroll">
      <table class="grid">
        <caption>列表没有读完整的在前；只有完整读过的列表才能证明没有发布</caption>
        <thead>
          <tr>
            {['来源', '列表', '最近采集', '最近完整', '条目', '网站所称', '单位：已有 / 应有', '文件'].map(
              (text) => (
                <th scope="col">{text}</th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <tr>
              <th scope="row">
                {source.sourceId}
                {source.current === false && <span class="hint">（已不在来源文件中）</span>}
              </th>
              <td>
                <State source={source} />
              </td>
              <td>{time(source.lastCrawlAt ?? source.lastSeenAt)}</td>
              <td>{time(source.completeAt)}</td>
              <td class="number">{source.lastItems ?? '—'}</td>
              <td class="number">{source.declaredTotal ?? '—'}</td>
              <td class="number">
                {source.heldUnits ?? source.units ?? 0} / {source.expectedUnits ?? '—'}
              </td>
              <td class="number">{source.documents ?? 0}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function State({ source: { current, lastComplete, lastCrawlAt, lastMessage } }: { source: SourceLine }) {
  if (current === null) return <>本地文件</>;
  if (lastCrawlAt === null) return <span class="mark sev-warning">尚未采集</span>;
  if (lastComplete) return <span class="mark state-done">完整</span>;
  return (
    <>
      <span class="mark sev-error">不完整</span> {lastMessage}
    </>
  );
}

function time(at: Date | null): string {
  return at === null ? '—' : minute(at);
}
