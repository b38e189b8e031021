import { FORM_TABLE_BY_ID } from '../../catalogue/forms.js';
import { THRESHOLDS } from '../../catalogue/quality-thresholds.js';
import type { Figure } from '../../model/extraction.js';
import type { Evidence } from '../../model/finding.js';
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

export function formTables(figures: readonly Figure[]): readonly FormTable[] {
  return [...new Set(figures.map(({ formTable }) => formTable))].flatMap(
    (id) => FORM_TABLE_BY_ID.get(id) ?? [],
  );
}

/** Tables of the 2014 form are of another time: their blanks were common. */
function isDue({ formTable }: Figure): boolean {
  return !formTable.startsWith('t2014');
}

function place({ indicator, applicant, table, row, column }: Figure): Evidence {
  return { indicator, applicant, table, row, column };
}

function cell(figure: Figure): Evidence {
  return { ...place(figure), raw: figure.raw, value: figure.value };
}

export const DOUBTS =
  /^(?:extract\/table-is-image|recognise\/unread-table|recognise\/local-table|read\/(?:table-without-lines|table-lines|page-without-text|undecodable-text|text-off-page|charset))$/;
const SHOWN = 10;

export const NAMES: Readonly<Record<FormSubject, string>> = {
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
