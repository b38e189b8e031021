import { INDICATOR_BY_CODE } from '../../catalogue/indicators.js';
import { THRESHOLDS } from '../../catalogue/quality-thresholds.js';
import { type CheckedDraft, checkDraft, type DraftLikeness } from '../../jobs/check-draft.js';
import type { Figure } from '../../model/extraction.js';
import type { Finding } from '../../model/finding.js';
import type { BoardUnit } from '../../store/board/board-data.js';
import type { ReportFigure } from '../../store/board/report-details.js';
import type { WorkItem } from '../../store/board/worklist.js';
import type { BoardContext } from '../board.js';
import { Layout } from '../layout.js';
import { placeKey } from '../parts/cell-place.js';
import { FindingList } from '../parts/finding-list.js';
import { markedPlaces } from '../parts/marked-places.js';
import { OriginalText } from '../parts/original-text.js';
import { ReadTables } from '../parts/read-tables.js';
import { render } from '../render.js';
import { withData } from '../with-data.js';
import { SEVERITIES } from '../words.js';

/** 发布前自查: a draft under the same checks, before anybody else sees it. Nothing is stored. */
export async function selfCheckPage(c: BoardContext): Promise<Response> {
  const units = await namesOf(c);
  return render(
    c,
    <Layout c={c} title="发布前自查">
      <h1>发布前自查</h1>
      <Upload c={c} units={units} />
    </Layout>,
  );
}

/** POST /self-check */
export async function selfCheck(c: BoardContext): Promise<Response> {
  const { draft, unit } = await c.req.parseBody();
  const units = await namesOf(c);
  const result = await checked(c, draft, unitNamed(units, unit));
  return render(
    c,
    <Layout c={c} title="自查结果" crumbs={[{ text: '发布前自查', href: '/self-check' }]}>
      <h1>自查结果</h1>
      {'problem' in result ? (
        <p class="notice notice-error" role="alert">
          {result.problem}
        </p>
      ) : (
        <Result c={c} result={result} />
      )}
      <Upload c={c} units={units} />
    </Layout>,
  );
}

function namesOf(c: BoardContext): Promise<BoardUnit[]> {
  return withData(c, (data) => [...data.units.values()].filter(({ active }) => active));
}

/** The unit that was chosen, null where none was; or what is wrong with the choice. */
function unitNamed(
  units: readonly BoardUnit[],
  asked: unknown,
): string | null | { readonly problem: string } {
  const name = typeof asked === 'string' ? asked.trim() : '';
  if (name === '') return null;
  const full = units.filter(({ fullName }) => fullName === name);
  const alike = full.length > 0 ? full : units.filter(({ unitName }) => unitName === name);
  if (alike.length === 1) return alike[0]!.unitId;
  const advice = '请从列表中选择，或留空，由文中所写判断。';
  return {
    problem:
      alike.length === 0
        ? `名录中没有“${name}”。${advice}`
        : `名录中有 ${alike.length} 个单位叫“${name}”，须写明所属县（市、区）。${advice}`,
  };
}

async function checked(c: BoardContext, draft: unknown, unitId: ReturnType<typeof unitNamed>) {
  if (unitId !== null && typeof unitId === 'object') return unitId;
  if (!(draft instanceof File) || draft.size === 0) return { problem: '没有选择文件，或文件是空的。' };
  const bytes = Buffer.from(await draft.arrayBuffer());
  return checkDraft(c.get('board').database.use, bytes, unitId, new Date());
}

function Upload({ c, units }: { readonly c: BoardContext; readonly units: readonly BoardUnit[] }) {
  return (
    <form class="card" method="post" action="/self-check" enctype="multipart/form-data" data-once>
      <input type="hidden" name="token" value={c.get('board').sessions.formToken(c.get('session'))} />
      <p>
        选择年报草稿（.docx、网页、文本或 PDF，不超过 20
        MB）。按发布后的同一套规则检查，并与本单位上一年度衔接；草稿不保存。
      </p>
      <p class="actions">
        <label>
          草稿文件 <input type="file" name="draft" required accept=".docx,.html,.htm,.txt,.pdf" />
        </label>
        <label>
          单位（文中已写明的可不选） <input name="unit" list="unit-names" size={24} />
        </label>
        <datalist id="unit-names">
          {units.slice(0, MOST_NAMES).map(({ fullName }) => (
            <option value={fullName} />
          ))}
        </datalist>
        <button class="primary" type="submit">
          检查
        </button>
      </p>
    </form>
  );
}

function Result({ c, result }: { readonly c: BoardContext; readonly result: CheckedDraft }) {
  const items = result.findings.map((finding) => itemOf(finding, result)).sort((a, b) => rank(a) - rank(b));
  const year = result.year ?? 0;
  const marked = markedPlaces(items, year);
  const figures = result.extraction.figures.map(figureOf);
  return (
    <>
      <p class="meta">
        单位：{result.unitName ?? result.extraction.identity.unit ?? '未写明'}；统计年度：
        {result.year ?? '未写明'}；表式：
        {result.extraction.template?.slice(1) ?? '未识别'}；读出 {figures.length} 个数据。
      </p>
      {result.likeness && <Likeness likeness={result.likeness} />}
      {result.limits.map((text) => (
        <p class="notice">{text}</p>
      ))}
      <h2>问题（{items.length} 条）</h2>
      <FindingList c={c} items={items} decides={false} />
      <h2>草稿与读出的数据</h2>
      <div class="beside">
        <section class="pane" aria-label="草稿">
          <h2>草稿</h2>
          <OriginalText view={result.view} marked={marked} claimed={new Set(figures.map(placeKey))} />
        </section>
        <section class="pane" aria-label="读出的数据">
          <h2>读出的数据</h2>
          <ReadTables unitId={null} year={year} figures={figures} marked={marked} />
        </section>
      </div>
    </>
  );
}

/** Officers hold this share against units; it is shown even where it is small. */
function Likeness({ likeness: { year, share } }: { readonly likeness: DraftLikeness }) {
  if (share === null) return <p class="notice">文字太短，未与 {year} 年度比较是否雷同。</p>;
  return (
    <p class={share > THRESHOLDS.copyLastYear.value ? 'notice notice-error' : 'notice'}>
      第一、五部分的文字与 {year} 年度重复率 {Math.round(share * 100)}%。数字、日期、套话和单位名称不计；超过{' '}
      {THRESHOLDS.copyLastYear.value * 100}% 列为问题。
    </p>
  );
}

function itemOf(finding: Finding, { unitId, year }: CheckedDraft): WorkItem {
  const {
    check,
    severity,
    message,
    outcome = null,
    evidence = null,
    indicator = null,
    applicant = null,
  } = finding;
  const place = { table: finding.table ?? null, row: finding.row ?? null, column: finding.column ?? null };
  const undecided = { state: 'open', stateZh: '', note: null, decidedBy: null, decidedAt: null } as const;
  const of = {
    unitId: unitId ?? '',
    year: year ?? 0,
    documentSha256: null,
    key: '',
  };
  return { check, severity, message, outcome, evidence, indicator, applicant, ...place, ...undecided, ...of };
}

function figureOf(figure: Figure): ReportFigure {
  const value = figure.value === null ? null : String(figure.value);
  const labelZh = INDICATOR_BY_CODE.get(figure.indicator)?.labelZh ?? figure.indicator;
  return { ...figure, value, reportedValue: value, labelZh, correctedBy: null, correctionReason: null };
}

function rank({ severity }: WorkItem): number {
  return SEVERITIES.findIndex(({ id }) => id === severity);
}

/** A longer list of names would weigh more than the page. */
const MOST_NAMES = 1000;
