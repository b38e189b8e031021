/** The three statutory tables as rows of cells, with the merges of the official Word forms. */

import { type Figures, figureKey } from './figures.js';
import {
  APPLICANTS,
  CARRIED_IN,
  CARRIED_OUT,
  CORNER_NOTE,
  COURT_GROUPS,
  COURT_OUTCOMES,
  type FormRow,
  type FormTemplate,
  NEW_RECEIVED,
  RESULTS_LABEL,
  RESULTS_TOTAL,
  resultGroups,
  resultRows,
} from './form-rows.js';
import type { LayoutCell, LayoutTable } from './layout.js';
import { PROACTIVE_BLOCKS, PROACTIVE_COLUMNS } from './proactive-rows.js';

/** Table 二 主动公开政府信息情况. */
export function proactiveTable(
  figures: Figures,
  template: FormTemplate,
  grid: 'aligned' | 'shifted',
): LayoutTable {
  const columns = PROACTIVE_COLUMNS[template];
  const rows = PROACTIVE_BLOCKS[template].flatMap((block) => {
    const dataSpans = grid === 'shifted' && block.spans.join() === '1,2,1' ? [2, 1, 1] : block.spans;
    return [
      [label(block.title, columns)],
      [label('信息内容'), ...block.headers.map((header, index) => label(header, block.spans[index]))],
      ...block.rows.map((row) => [
        label(row.label),
        ...row.indicators.map((indicator, index) => value(figures, figureKey(indicator), dataSpans[index])),
      ]),
    ];
  });
  return { kind: 'table', subject: 'proactive', columns, rows };
}

/** Table 三 收到和处理政府信息公开申请情况: three label columns and seven of values. */
export function applicationsTable(figures: Figures, template: FormTemplate): LayoutTable {
  const values = (row: FormRow) =>
    APPLICANTS.map((applicant) => value(figures, figureKey(row.indicator, applicant.code)));
  const results = resultGroups(template).flatMap((group) =>
    group.rows.map((row, index) => {
      if (group.label === null) return [label(row.label, 2), ...values(row)];
      const first = index === 0 ? [label(group.label, 1, group.rows.length)] : [];
      return [...first, label(row.label), ...values(row)];
    }),
  );
  const processed = [...results, [label(RESULTS_TOTAL.label, 2), ...values(RESULTS_TOTAL)]];
  const [top, ...rest] = processed;
  const rows = [
    ...applicationsHeader(),
    [label(NEW_RECEIVED.label, 3), ...values(NEW_RECEIVED)],
    [label(CARRIED_IN.label, 3), ...values(CARRIED_IN)],
    [label(RESULTS_LABEL, 1, resultRows(template).length + 1), ...top!],
    ...rest,
    [label(CARRIED_OUT.label, 3), ...values(CARRIED_OUT)],
  ];
  return { kind: 'table', subject: 'applications', columns: 10, rows };
}

function applicationsHeader(): LayoutCell[][] {
  const [persons, ...others] = APPLICANTS;
  const legal = others.slice(0, -1);
  return [
    [label(CORNER_NOTE, 3, 3), label('申请人情况', 7)],
    [label(persons.label, 1, 2), label('法人或其他组织', 5), label('总计', 1, 2)],
    legal.map((applicant) => label(applicant.label)),
  ];
}

/** Table 四 政府信息公开行政复议、行政诉讼情况: one row of fifteen values. */
export function courtTable(figures: Figures): LayoutTable {
  const [review, ...litigation] = COURT_GROUPS;
  const outcomes = (rowSpan: number) => COURT_OUTCOMES.map((outcome) => label(outcome.label, 1, rowSpan));
  const rows = [
    [label(review.label, 5), label('行政诉讼', 10)],
    [...outcomes(2), ...litigation.map((group) => label(group.label, 5))],
    [...outcomes(1), ...outcomes(1)],
    COURT_GROUPS.flatMap((group) =>
      COURT_OUTCOMES.map((outcome) => value(figures, figureKey(`${group.code}.${outcome.code}`))),
    ),
  ];
  return { kind: 'table', subject: 'review_litigation', columns: 15, rows };
}

const label = (text: string, columnSpan = 1, rowSpan = 1): LayoutCell => ({
  text,
  columnSpan,
  rowSpan,
  figure: null,
});

function value(figures: Figures, key: string, columnSpan = 1): LayoutCell {
  return { text: figures.get(key)!.raw, columnSpan, rowSpan: 1, figure: key };
}
