import { type OriginalView, viewOriginal } from '../../jobs/original-view.js';
import { pagesRead } from '../../store/board/absence.js';
import { type BoardData, unitYear } from '../../store/board/board-data.js';
import { documentRecord } from '../../store/board/document-record.js';
import { readBoard } from '../../store/board/read-board.js';
import {
  publicationOf,
  reportFacts,
  reportFigures,
  reportVersions,
} from '../../store/board/report-details.js';
import { complianceOf, reportEvidence } from '../../store/board/report-evidence.js';
import { reportHistory } from '../../store/board/report-history.js';
import { unitWorkItems } from '../../store/board/worklist.js';
import type { Database } from '../../store/postgres/database.js';
import type { BoardContext } from '../board.js';
import { logFailure, whyNotShown } from '../known-failures.js';
import { Layout } from '../layout.js';
import { placeKey } from '../parts/cell-place.js';
import { ClaimedText } from '../parts/claimed-text.js';
import { FindingList } from '../parts/finding-list.js';
import { HistoryTable } from '../parts/history-table.js';
import { IdentityPlaces } from '../parts/identity-facts.js';
import { markedPlaces } from '../parts/marked-places.js';
import { OriginalText } from '../parts/original-text.js';
import { ReadTables } from '../parts/read-tables.js';
import { ReportFactList } from '../parts/report-facts.js';
import { RevisionList } from '../parts/revision-list.js';
import { render } from '../render.js';
import { withData } from '../with-data.js';
import { unitPath } from '../words.js';
import { errorPage } from './error-page.js';
import { missingReportPage } from './missing-report-page.js';

/** One report: the original beside what was read of it, what is wrong, and what people decided. */
export async function reportPage(c: BoardContext): Promise<Response> {
  const unitId = c.req.param('unit')!;
  const year = Number(c.req.param('year'));
  const held = await withData(c, (data, db) => gather(c, data, db, unitId, year));
  const { heading, facts, publication, items, figures, view, acts, versions, absence, pages } = held;
  const { revisions, identity, claimed, checks } = held;
  if (!heading || (!facts && !publication && items.length === 0))
    return errorPage(c, 404, '没有这份报告', `没有代码为“${unitId}”的单位 ${year} 年度的任何记录。`);
  if (!facts) return missingReportPage(c, { heading, year, publication, items, acts, absence, pages });
  const marked = markedPlaces(items, year);
  const readCells = new Set(figures.map(placeKey));
  return render(
    c,
    <Layout c={c} title={`${year} 年度报告`} crumbs={[{ text: heading.fullName, href: unitPath(unitId) }]}>
      <h1>
        {heading.fullName} {year} 年度报告
      </h1>
      <ReportFactList facts={facts} publication={publication} versions={versions} checks={checks} />
      <IdentityPlaces evidence={identity} />
      {revisions.length > 0 && <h2>发布后的改动</h2>}
      <RevisionList revisions={revisions} />
      <h2>问题（{items.length} 条）</h2>
      <FindingList c={c} items={items} />
      <h2>文字数据</h2>
      <ClaimedText sections={claimed} />
      <h2>原文与读出的数据</h2>
      <p class="hint">指向或点按任一格，另一边对应的格同时亮起。红、橙底色为问题所涉的格。</p>
      <p class="notice" data-picked hidden />
      <div class="beside">
        <section class="pane" aria-label="原文">
          <h2>原文</h2>
          {typeof view === 'string' ? (
            <p class="notice notice-error">原文不能显示：{view}</p>
          ) : (
            <OriginalText view={view} marked={marked} claimed={readCells} />
          )}
        </section>
        <section class="pane" aria-label="读出的数据">
          <h2>读出的数据</h2>
          <ReadTables unitId={unitId} year={year} figures={figures} marked={marked} />
        </section>
      </div>
      <h2>处理与更正记录</h2>
      <HistoryTable acts={acts} />
    </Layout>,
  );
}

async function gather(c: BoardContext, data: BoardData, db: Database, unitId: string, year: number) {
  const absence = data.absences.get(unitYear(unitId, year));
  const read = await readBoard(db, async (reader) => {
    const items = await unitWorkItems(reader, unitId, year);
    return {
      pages: absence ? await pagesRead(reader, absence) : [],
      items,
      facts: await reportFacts(reader, unitId, year),
      publication: await publicationOf(reader, unitId, year),
      figures: await reportFigures(reader, unitId, year),
      versions: await reportVersions(reader, unitId, year),
      acts: await reportHistory(reader, unitId, year, items),
      checks: (await complianceOf(reader, unitId, year))[0],
      ...(await reportEvidence(reader, unitId, year)),
    };
  });
  const view = read.facts ? await originalOf(c, db, read.facts.documentSha256) : '';
  return { ...read, view, absence, heading: data.units.get(unitId) };
}

/** The original for showing, or why it can't be shown. */
async function originalOf(c: BoardContext, db: Database, sha256: string): Promise<OriginalView | string> {
  const record = await documentRecord(db, sha256);
  try {
    const original = { sha256, servedType: record?.servedType ?? null };
    return await viewOriginal({ db, archive: c.get('board').archive }, original);
  } catch (error) {
    logFailure(`original ${sha256}`, error);
    return whyNotShown(error);
  }
}
