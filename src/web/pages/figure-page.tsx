import { readBoard } from '../../store/board/read-board.js';
import { type ReportFigure, reportFigures } from '../../store/board/report-details.js';
import type { BoardContext } from '../board.js';
import { Layout } from '../layout.js';
import { placeKey } from '../parts/cell-place.js';
import { STATES } from '../parts/read-tables.js';
import { textOf } from '../query.js';
import { render } from '../render.js';
import { withData } from '../with-data.js';
import { applicantZh, reportPath as pathOfReport, unitPath } from '../words.js';
import { errorPage } from './error-page.js';

/** One figure: its cell, and the form to correct it beside what was reported. */
export async function figurePage(c: BoardContext): Promise<Response> {
  const unitId = c.req.param('unit')!;
  const year = Number(c.req.param('year'));
  const indicator = textOf(c, 'indicator');
  const applicant = textOf(c, 'applicant') ?? null;
  const { heading, figures } = await withData(c, async (data, db) => ({
    heading: data.units.get(unitId),
    figures: await readBoard(db, (reader) => reportFigures(reader, unitId, year)),
  }));
  const figure = figures.find((one) => one.indicator === indicator && one.applicant === applicant);
  if (!heading || !figure)
    return errorPage(c, 404, '没有这个数据', '现行年报中没有这一格，可能已改版。请从报告页重新选择。');
  const report = pathOfReport(unitId, year);
  const crumbs = [
    { text: heading.fullName, href: unitPath(unitId) },
    { text: `${year} 年度报告`, href: report },
  ];
  return render(
    c,
    <Layout c={c} title="单个数据" crumbs={crumbs}>
      <h1>
        {figure.labelZh}
        {applicant && `：${applicantZh(applicant)}`}
      </h1>
      <FigureFacts figure={figure} report={report} />
      {c.get('session').role === 'office' && <CorrectForm c={c} figure={figure} report={report} />}
    </Layout>,
  );
}

function FigureFacts({ figure, report }: { readonly figure: ReportFigure; readonly report: string }) {
  return (
    <dl class="facts">
      <dt>原文</dt>
      <dd>
        <strong>{figure.raw || '（空白）'}</strong>（{STATES[figure.state]}）
      </dd>
      <dt>读出的数值</dt>
      <dd>
        {figure.reportedValue ?? '无'} {figure.reportedValue !== null && figure.unit}
      </dd>
      <dt>所在</dt>
      <dd>
        <a href={`${report}#c-${placeKey(figure)}`}>
          原文第 {figure.table + 1} 个表格，第 {figure.row + 1} 行，第 {figure.column + 1} 列
        </a>
      </dd>
      <dt>现行更正</dt>
      <dd>
        {figure.correctedBy === null
          ? '没有'
          : `${figure.value ?? '无数'}（${figure.correctedBy}：${figure.correctionReason}）`}
      </dd>
    </dl>
  );
}

function CorrectForm({ c, figure, report }: { c: BoardContext; figure: ReportFigure; report: string }) {
  return (
    <section class="card">
      <h2>人工更正</h2>
      <p class="hint">更正只加注在旁，不改动原文所载；重新读取后仍然有效，原文改版后须重新判断。</p>
      <form method="post" action={`${report}/figure`} data-once>
        <input type="hidden" name="token" value={c.get('board').sessions.formToken(c.get('session'))} />
        <input type="hidden" name="indicator" value={figure.indicator} />
        <input type="hidden" name="applicant" value={figure.applicant ?? ''} />
        <p>
          <label>
            <input type="radio" name="kind" value="value" required checked /> 应为{' '}
            <input
              name="value"
              inputmode="decimal"
              pattern="-?[0-9]+(\.[0-9]+)?"
              size={10}
              aria-label="更正值"
            />{' '}
            {figure.unit}
          </label>
        </p>
        <p>
          <label>
            <input type="radio" name="kind" value="none" /> 此处不应有数
          </label>
        </p>
        {figure.correctedBy !== null && (
          <p>
            <label>
              <input type="radio" name="kind" value="withdraw" /> 撤回现行更正
            </label>
          </p>
        )}
        <label>
          理由（必填）
          <textarea name="why" required maxlength={1000} />
        </label>
        <button class="primary" type="submit">
          保存更正
        </button>
      </form>
    </section>
  );
}
