import { PARSER_VERSION } from '../../jobs/read-document.js';
import { coverageOf } from '../../store/board/board-data.js';
import { type Operations, operations, type RunLine } from '../../store/board/operations.js';
import type { BoardContext } from '../board.js';
import { Layout } from '../layout.js';
import { AuditTable } from '../parts/audit-table.js';
import { CoverageTable } from '../parts/coverage-table.js';
import { SourceTable } from '../parts/source-table.js';
import { yearOf } from '../query.js';
import { render } from '../render.js';
import { withData } from '../with-data.js';
import { minute } from '../words.js';

/** 运行情况: what collects, when it last did, what failed, what is left. */
export async function runsPage(c: BoardContext): Promise<Response> {
  const { schedule } = c.get('board');
  const { held, coverage } = await withData(c, async (data, db) => ({
    held: await operations(db, PARSER_VERSION),
    coverage: await coverageOf(db, data),
  }));
  return render(
    c,
    <Layout c={c} title="运行情况">
      <h1>运行情况</h1>
      <section data-live="/runs/live" aria-live="polite">
        <Live c={c} />
      </section>
      <p class="meta">
        {schedule === null
          ? '本进程只提供看板，不按计划采集。'
          : '按计划采集：一至四月每天 02:30，其余月份每周一 02:30（北京时间）。'}
        待读取文件 {held.pending} 份。
      </p>
      <h2>近期运行</h2>
      <Runs runs={held.runs} />
      <h2>来源</h2>
      <SourceTable sources={held.sources} />
      <h2 id="coverage">覆盖情况（按上级单位）</h2>
      <CoverageTable rows={coverage} chosen={yearOf(c)} />
      <h2>最近一次请求失败的网址</h2>
      <Failures failures={held.failures} />
      {held.refused.length > 0 && <h2>未能读取的文件</h2>}
      <ul>
        {held.refused.map(({ code, message, count }) => (
          <li>
            {message}：{count} 份 <span class="hint">{code}</span>
          </li>
        ))}
      </ul>
      {c.get('session').role === 'office' && (
        <>
          <h2>操作日志（最近 50 条）</h2>
          <AuditTable acts={held.acts} />
        </>
      )}
    </Layout>,
  );
}

/** GET /runs/live: what the running job says, as a piece of the page; it asks the database nothing. */
export function runsLive(c: BoardContext) {
  return c.html(<Live c={c} />);
}

function Live({ c }: { readonly c: BoardContext }) {
  const running = c.get('board').progress();
  if (running === null) return <p class="notice">目前没有正在运行的采集。</p>;
  return (
    <>
      <p class="notice notice-good">正在采集，{minute(running.since)} 开始。</p>
      <pre class="log">{running.lines.join('\n')}</pre>
    </>
  );
}

function Runs({ runs }: { readonly runs: readonly RunLine[] }) {
  if (runs.length === 0) return <p class="empty">还没有运行过。</p>;
  return (
    <div class="scroll">
      <table class="grid">
        <caption>近 20 次，近的在前（份数；列出为条数）</caption>
        <thead>
          <tr>
            {['开始', '历时', '工作', '列出', '新取', '读取', '入库', '失败', '结果'].map((text) => (
              <th scope="col">{text}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr>
              <td>{minute(run.startedAt)}</td>
              <td>{took(run)}</td>
              <td>{JOBS[run.job] ?? run.job}</td>
              {[run.found, run.fetched, run.parsed, run.loaded, run.failed].map((count) => (
                <td class="number">{count ?? '—'}</td>
              ))}
              <td>{verdict(run)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const JOBS: Readonly<Record<string, string>> = {
  run: '采集、读取、检查',
  collect: '采集',
  'parse-pending': '读取',
  check: '检查',
  load: '载入文件',
  reparse: '重新读取',
};

function took({ startedAt, finishedAt }: RunLine): string {
  if (finishedAt === null) return '—';
  const seconds = Math.round((finishedAt.getTime() - startedAt.getTime()) / 1000);
  return seconds < 60 ? `${seconds} 秒` : `${Math.round(seconds / 60)} 分`;
}

function verdict({ finishedAt, error, failed }: RunLine) {
  if (error) return <span class="mark sev-error">中断：{error}</span>;
  if (finishedAt === null) return <span class="mark sev-warning">未完成（在运行，或已中断）</span>;
  return failed ? (
    <span class="mark sev-warning">完成，有失败</span>
  ) : (
    <span class="mark state-done">完成</span>
  );
}

function Failures({ failures }: { readonly failures: Operations['failures'] }) {
  if (failures.length === 0) return <p class="hint">没有。</p>;
  return (
    <ul>
      {failures.map(({ url, fetchedAt, status, message }) => (
        <li>
          {minute(fetchedAt)} <span class="mono">{url}</span> {status ?? ''} {message}
        </li>
      ))}
    </ul>
  );
}
