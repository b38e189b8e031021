import { FORM_TABLES } from '../../catalogue/forms.js';
import type { Figure } from '../../model/extraction.js';
import type { Finding } from '../../model/finding.js';
import type { FormTable } from '../../model/form.js';
import { DOUBTS, formTables, NAMES } from './judge-tables.js';
import { fail, type Judgement, NOT_ASSESSABLE, together, uncertain } from './judgement.js';
import type { ReportView } from './report-view.js';

/**
 * Rows and columns of the form of which nothing was found, and those that the form doesn't have. What could not be read
 * isn't called missing, and where something is missing, a label that nobody knows may be its.
 */
export function judgeShape(report: ReportView): Judgement {
  const tables = formTables(report.figures);
  if (tables.length === 0) return NOT_ASSESSABLE;
  const lacking = tables.flatMap((form) => {
    // Every cell of the form is there: nothing to look for.
    if (report.index.get(form.id)?.size === form.cells.length) return [];
    const lost = missingLines(
      form,
      report.figures.filter(({ formTable }) => formTable === form.id),
    );
    return lost.length === 0 ? [] : [{ form, lost }];
  });
  const missing = lacking.map(({ form, lost }) => {
    const message = `${NAMES[form.subject]}缺${lost.map((line) => `“${line}”`).join('、')}`;
    const place = { table: report.figures.find(({ formTable }) => formTable === form.id)!.table };
    return isUnread(form, report) ? uncertain(`${message}，或未能辨认`, place) : fail(message, place);
  });
  const added = report.findings.filter(
    ({ check, message }) => ADDED.test(check) && !isOfForm(check, message),
  );
  const own = (finding: Finding): boolean => lacking.some(({ form }) => isAbout(finding, form, report));
  return together([...missing, ...added.map((finding) => asAdded(finding, own(finding)))]);
}

/** Something of this table, or of one that may be part of it, was not read. */
function isUnread(form: FormTable, report: ReportView): boolean {
  return report.findings.some((finding) => isUnplaced(finding) && isAbout(finding, form, report));
}

/** A finding about a table with figures is about the forms that they are of; any other may be about each. */
function isAbout({ table }: Finding, { id }: FormTable, { figures }: ReportView): boolean {
  const beside = figures.filter((figure) => figure.table === table);
  return beside.length === 0 || beside.some(({ formTable }) => formTable === id);
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

function asAdded({ message, table, row, column }: Finding, mayBeOfForm: boolean): Judgement {
  const where = {
    ...(table === undefined ? {} : { table }),
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
  };
  return mayBeOfForm ? uncertain(message, where) : fail(message, { severity: 'warning', ...where });
}

/** A caption of the form's own over a column that it doesn't cover (申请人情况 over a filler) adds nothing. */
function isOfForm(check: string, message: string): boolean {
  const label = /“([^”]*)”/.exec(message)?.[1];
  return check === 'recognise/unknown-column' && label !== undefined && OWN_LABELS.has(label);
}

function isUnplaced({ check }: Finding): boolean {
  return (
    DOUBTS.test(check) ||
    check === 'extract/row-not-placed' ||
    check === 'extract/stray-cell' ||
    check === 'recognise/unlabelled' ||
    ADDED.test(check)
  );
}

const ADDED = /^recognise\/unknown-(?:row|column)$/;
/** Labels of the form, and words printed over its labels. */
const OWN_LABELS: ReadonlySet<string> = new Set([
  ...['项目', '指标', '类别', '内容'],
  ...FORM_TABLES.flatMap(({ rows, columns, ignored }) => [
    ...[...rows, ...columns].flatMap(({ path }) => path.map(({ text }) => text)),
    ...ignored.map(({ label }) => label),
  ]),
]);
