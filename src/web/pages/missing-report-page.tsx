import type { Absence, ListPageRead } from '../../store/board/absence.js';
import type { BoardUnit } from '../../store/board/board-data.js';
import type { Publication } from '../../store/board/report-details.js';
import type { ReportAct } from '../../store/board/report-history.js';
import type { WorkItem } from '../../store/board/worklist.js';
import type { BoardContext } from '../board.js';
import { Layout } from '../layout.js';
import { FindingList } from '../parts/finding-list.js';
import { HistoryTable } from '../parts/history-table.js';
import { StatusMark } from '../parts/marks.js';
import { ProofOfAbsence } from '../parts/proof-of-absence.js';
import { render } from '../render.js';
import { unitPath } from '../words.js';

interface Props {
  readonly heading: BoardUnit;
  readonly year: number;
  /** Null where nothing was due and nothing that was found is a report. */
  readonly publication: Publication | null;
  readonly items: readonly WorkItem[];
  readonly acts: readonly ReportAct[];
  readonly absence: Absence | undefined;
  readonly pages: readonly ListPageRead[];
}

/** A unit and year of which no report is read: what was due, why nothing is here, what can be done. */
export function missingReportPage(
  c: BoardContext,
  { heading, year, publication, items, acts, absence, pages }: Props,
) {
  const originals = [...new Set(items.flatMap(({ documentSha256 }) => documentSha256 ?? []))];
  return render(
    c,
    <Layout
      c={c}
      title={`${year} 年度报告`}
      crumbs={[{ text: heading.fullName, href: unitPath(heading.unitId) }]}
    >
      <h1>
        {heading.fullName} {year} 年度报告
      </h1>
      <dl class="facts">
        <dt>发布情况</dt>
        <dd>{publication ? <StatusMark status={publication.status} /> : '没有年报'}</dd>
        <dt>时限</dt>
        <dd>{publication?.dueOn ? `不迟于 ${publication.dueOn}` : '未列入应发布'}</dd>
        <dt>时限依据</dt>
        <dd>{publication?.basis ?? '—'}</dd>
        {originals.map((sha256) => (
          <>
            <dt>采集到的文件</dt>
            <dd>
              <a href={`/originals/${sha256}/file`}>下载原件</a>{' '}
              <span class="mono">{sha256.slice(0, 16)}…</span>
            </dd>
          </>
        ))}
      </dl>
      {absence && (
        <>
          <h2>是否确未发布</h2>
          <ProofOfAbsence absence={absence} pages={pages} />
        </>
      )}
      <h2>问题（{items.length} 条）</h2>
      <FindingList c={c} items={items} />
      <h2>处理与更正记录</h2>
      <HistoryTable acts={acts} />
    </Layout>,
  );
}
