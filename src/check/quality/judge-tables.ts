import { FORM_TABLE_BY_ID, FORM_TABLES } from '../../catalogue/forms.js';
import { THRESHOLDS } from '../../catalogue/quality-thresholds.js';
import type { Figure } from '../../model/extraction.js';
import type { Evidence, Finding } from '../../model/finding.js';
import type { FormSubject, FormTable } from '../../model/form.js';
import { fail, type Judgement, NOT_ASSESSABLE, PASS, together, uncertain } from './judgement.js';
import type { ReportView } from './report-view.js';

export function judgeOldTemplate({ figures, year }: ReportView): Judgement {
  const tables = formTables(figures);
  if (year === null || tables.length === 0) return NOT_ASSESSABLE;
  const old = tables.filter(
    ({ template }) => template !== null && template < (year >= 2021 ? 't2021' : 't2019'),
  );
  return together(
    old.map(({ subject, template }) => {
      const form = `${template!.slice(1)}年格式`;
      const severity = year < 2021 ? 'info' : subject === 'applications' ? 'warning' : 'error';
      return fail(`${year}年度报告的${NAMES[subject]}套用${form}`, { severity });
    }),
  );
}

/** A table that may have been there, as a picture, an attachment or in a shape that isn't known, isn't called missing. */
export function judgeTablesThere({ figures, findings, sections }: ReportView): Judgement {
  if (sections.length === 0 && figures.length === 0) return NOT_ASSESSABLE;
  const found = new Set(formTables(figures).map(({ subject }) => subject));
  // A statistics table of the form before it has all three subjects in one: an old form, not a missing table.
  if (found.has('statistics')) return uncertain('只有旧格式的统计表，没有表二、表三、表四');
  const missing = (['proactive', 'applications', 'review_litigation'] as const).filter(
    (one) => !found.has(one),
  );
  const doubts = findings.filter(({ check }) => DOUBTS.test(check));
  const text = sections.map((section) => section.text).join('\n');
  return together(
    missing.map((subject) => {
      const isLost = doubts.length > 0 || WORDS[subject].test(text) || /附件|见附表|如下表|下图/.test(text);
      const message = `没有${NAMES[subject]}`;
      return isLost ? uncertain(`${message}，或未能辨认`, { severity: 'warning' }) : fail(message);
    }),
  );
}

export function judgeTableImages({ findings, sections }: ReportView): Judgement {
  if (sections.length === 0) return NOT_ASSESSABLE;
  const images = findings.filter(({ check }) => check === 'extract/table-is-image');
  return together(images.map(({ message }) => fail(message)));
}

export function judgePdf({ mediaType, findings }: ReportView): Judgement {
  if (mediaType !== 'application/pdf') return PASS;
  const scanned = findings.some(({ check }) => check === 'read/page-without-text');
  return scanned
    ? fail('PDF 中有没有文字的扫描页', { severity: 'warning' })
    : fail('以 PDF 发布，没有网页文字', { severity: 'info' });
}

/** Rows and columns of the form of which nothing was found, and those that the form doesn't have. */
export function judgeShape(report: ReportView): Judgement {
  const tables = formTables(report.figures);
  if (tables.length === 0) return NOT_ASSESSABLE;
  const doubtful = new Set(report.findings.filter(isUnplaced).map(({ table }) => table));
  const missing = tables.flatMap((form) => {
    // Every cell of the form is there: nothing to look for.
    if (report.index.get(form.id)?.size === form.cells.length) return [];
    const own = report.figures.filter(({ formTable }) => formTable === form.id);
    const lost = missingLines(form, own);
    if (lost.length === 0) return [];
    const message = `${NAMES[form.subject]}缺${lost.map((line) => `“${line}”`).join('、')}`;
    const table = own[0]!.table;
    return [doubtful.size > 0 ? uncertain(`${message}，或未能辨认`, { table }) : fail(message, { table })];
  });
  const added = report.findings
    .filter(({ check, message }) => ADDED.test(check) && !isOfForm(check, message))
    .map(asAdded);
  return together([...missing, ...added]);
}

export function judgeBlanks({ figures }: ReportView): Judgement {
  const due = figures.filter(isDue);
  if (due.length === 0) return NOT_ASSESSABLE;
  const blank = due.filter(({ state }) => state === 'blank' || state === 'placeholder');
  if (blank.length === 0) return PASS;
  const severity = blank.length > THRESHOLDS.blankCells.value ? 'warning' : 'info';
  return fail(`${blank.length} 格应填数字而空白或为占位符（零应写作0）`, {
    severity,
    evidence: blank.slice(0, SHOWN).map(cell),
  });
}

export function judgeNumbers({ figures }: ReportView): Judgement {
  const due = figures.filter(isDue);
  if (due.length === 0) return NOT_ASSESSABLE;
  const words = due.filter(({ state }) => state === 'text');
  const doubtful = due.filter(({ state }) => state === 'withheld');
  return together([
    ...words.map((figure) =>
      fail(`应填数字的格写着“${figure.raw}”`, { ...place(figure), evidence: [cell(figure)] }),
    ),
    ...(doubtful.length === 0
      ? []
      : [uncertain(`${doubtful.length} 格的数据暂不采用`, { evidence: doubtful.slice(0, SHOWN).map(cell) })]),
  ]);
}

function formTables(figures: readonly Figure[]): readonly FormTable[] {
  return [...new Set(figures.map(({ formTable }) => formTable))].flatMap(
    (id) => FORM_TABLE_BY_ID.get(id) ?? [],
  );
}

function missingLines(form: FormTable, figures: readonly Figure[]): string[] {
  const seen = new Set(figures.map(({ indicator, applicant }) => `${indicator}@${applicant}`));
  const held = form.cells.filter(({ indicator, applicant }) => seen.has(`${indicator}@${applicant}`));
  const [rows, columns] = [new Set(held.map((c) => c.rowKey)), new Set(held.map((c) => c.columnKey))];
  const due = {
    rows: new Set(form.cells.map((c) => c.rowKey)),
    columns: new Set(form.cells.map((c) => c.columnKey)),
  };
  return [
    ...form.rows.filter(({ key }) => due.rows.has(key) && !rows.has(key)),
    ...form.columns.filter(({ key }) => due.columns.has(key) && !columns.has(key)),
  ].map(({ path, key }) => path.at(-1)?.text ?? key);
}

function asAdded({ message, table, row, column }: Finding): Judgement {
  const where = { ...(table === undefined ? {} : { table }), ...(row === undefined ? {} : { row }) };
  return fail(message, { severity: 'warning', ...where, ...(column === undefined ? {} : { column }) });
}

/** A caption of the form's own over a column that it doesn't cover (申请人情况 over a filler) adds nothing. */
function isOfForm(check: string, message: string): boolean {
  const label = /“([^”]*)”/.exec(message)?.[1];
  return check === 'recognise/unknown-column' && label !== undefined && OWN_LABELS.has(label);
}

/** Tables of the 2014 form are of another time: their blanks were common. */
function isDue({ formTable }: Figure): boolean {
  return !formTable.startsWith('t2014');
}

function isUnplaced({ check }: Finding): boolean {
  return (
    DOUBTS.test(check) ||
    check === 'extract/row-not-placed' ||
    check === 'extract/stray-cell' ||
    ADDED.test(check)
  );
}

function place({ indicator, applicant, table, row, column }: Figure): Evidence {
  return { indicator, applicant, table, row, column };
}

function cell(figure: Figure): Evidence {
  return { ...place(figure), raw: figure.raw, value: figure.value };
}

const DOUBTS =
  /^(?:extract\/table-is-image|recognise\/unread-table|recognise\/local-table|read\/(?:table-without-lines|table-lines|page-without-text|undecodable-text|text-off-page|charset))$/;
const ADDED = /^recognise\/unknown-(?:row|column)$/;
const SHOWN = 10;

/** Labels of the form, and words printed over its labels. */
const OWN_LABELS: ReadonlySet<string> = new Set([
  ...['项目', '指标', '类别', '内容'],
  ...FORM_TABLES.flatMap(({ rows, columns, ignored }) => [
    ...[...rows, ...columns].flatMap(({ path }) => path.map(({ text }) => text)),
    ...ignored.map(({ label }) => label),
  ]),
]);

const NAMES: Readonly<Record<FormSubject, string>> = {
  proactive: '表二',
  applications: '表三',
  review_litigation: '表四',
  statistics: '统计表',
};

/** Words of a table that stand in a text where the table ran together. */
const WORDS = {
  proactive: /信息内容|处理决定数量|制发件数|第二十条第/,
  applications: /勾稽|本年新收政府信息公开申请数量|办理结果/,
  review_litigation: /结果维持|结果纠正|尚未审结/,
} as const;
