import { sql } from 'kysely';
import type { BoardReader } from './read-board.js';
import type { WorkLine } from './worklist.js';

/** One act of a person on a report: a decision on a finding, or a correction of a figure. */
export interface ReportAct {
  readonly at: Date;
  readonly by: string;
  readonly kind: 'decision' | 'correction';
  /** What it was about, and what was decided, in Chinese. */
  readonly subject: string;
  readonly act: string;
  readonly note: string;
  /** Whether it still holds of what is read today. */
  readonly standing: string;
}

/** All that people did on a unit's report of a year, newest first; `items` are the findings that it has now. */
export async function reportHistory(
  reader: BoardReader,
  unitId: string,
  year: number,
  items: readonly WorkLine[],
): Promise<ReportAct[]> {
  const { rows } = await sql<ReportAct & { about: string | null }>`
    select d.decided_at as at, d.decided_by as by, 'decision' as kind, d.message as subject,
      case d.state when 'open' then '重新打开' when 'accepted' then '认定属实' when 'disputed' then '有异议'
        when 'sent_back' then '退回整改' when 'done' then '办结' end as act,
      d.note, '' as standing, concat(d.finding_key, ' ', d.document_sha256) as about
    from mart.decision d
    where d.unit_id = ${unitId} and d.report_year = ${year}
    union all
    select c.corrected_at, c.corrected_by, 'correction',
      i.label_zh || coalesce('（' || c.applicant || '）', '') || '：原文“' || c.raw || '”',
      case when c.withdrawn then '撤回更正' else '更正为 ' || coalesce(c.value::text, '无数') end,
      c.reason, c.standing_zh, null
    from mart.correction c
    join mart.indicator i on i.indicator = c.indicator
    where c.unit_id = ${unitId} and c.report_year = ${year}
    order by at desc`.execute(reader);
  // mart.decision.still_found asks the same of all findings there are: planning that alone takes longer than this page may.
  const found = new Set(items.map(({ key, documentSha256 }) => `${key} ${documentSha256 ?? ''}`));
  return rows.map(({ about, ...act }) =>
    about === null ? act : { ...act, standing: found.has(about) ? '问题仍在' : '问题已不在' },
  );
}
