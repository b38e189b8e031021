import { number } from '../told.js';
import type { DraftParagraph } from './draft.js';
import { captionRow, insertAfter, insertBefore, paragraph, sectionHeading, tablesOf } from './edit-draft.js';
import { HTML, type Variation, vary } from './variation.js';

export const REPORT_LINES: readonly Variation[] = [
  vary('caption-in-table', '表格第一行是通栏表名', (draft) => {
    for (const table of tablesOf(draft)) table.rows.unshift(captionRow(table, CAPTIONS[table.subject]!));
  }),
  vary('caption-and-unit-row', '表格顶上有表名和“单位：件”两行', (draft) => {
    for (const table of tablesOf(draft))
      table.rows.unshift(captionRow(table, CAPTIONS[table.subject]!), captionRow(table, '单位：件'));
  }),
  vary('form-instructions-left-in', '填报说明没有删去', (draft) => {
    for (const table of tablesOf(draft))
      insertBefore(draft, table, paragraph('该部分以表格形式报告。表格如下:'));
  }),
  vary('sentence-before-table', '标题与表格之间有一句话，带数字', (draft) => {
    const [table] = tablesOf(draft, 'review_litigation');
    const { year } = draft.truth;
    if (table) {
      draft.expected.claims.push(
        number('narrative.review.total', 3),
        number('narrative.litigation.total', 12),
      );
      insertBefore(
        draft,
        table,
        paragraph(`${year}年，本机关被申请行政复议3件，被提起行政诉讼12件，具体情况如下：`),
      );
    }
  }),
  vary(
    'stray-format-tag',
    '填报提示“<…格式>”被当作标签，只剩半截',
    (draft) => {
      const [table] = tablesOf(draft, 'applications');
      if (table)
        insertBefore(draft, table, { kind: 'markup', markup: '<p>依申请公开情况<统计格式> 格式></p>' });
    },
    { formats: HTML },
  ),
  vary('preamble-lists-old-names', '引言列出的是旧栏目名', (draft) => {
    const first = draft.blocks.find((block): block is DraftParagraph => block.kind === 'paragraph');
    if (first)
      first.text +=
        '本报告由概述、主动公开政府信息情况、依申请公开政府信息情况、收费及减免情况、行政复议和诉讼情况、存在问题及改进措施六个部分组成。';
  }),
  vary('pseudo-headings', '正文用“一是主动公开情况。”作小标题', (draft) => {
    const heading = sectionHeading(draft, 'overview');
    if (!heading) return;
    draft.expected.claims.push(
      number('narrative.proactive.by_channel.portal', 127),
      number('narrative.applications.received', 14),
    );
    insertAfter(
      draft,
      heading,
      paragraph('一是主动公开政府信息情况。全年通过网站公开信息127条。'),
      paragraph('二是依申请公开情况。全年收到申请14件，全部按期答复。'),
    );
  }),
  vary('two-level-one-outlines', '第一部分又用一、二、三编写了一遍全年工作', (draft) => {
    const heading = sectionHeading(draft, 'overview');
    const lines = [
      '（一）主动公开。公开信息88条。',
      '（二）依申请公开。收到申请9件。',
      '（三）平台建设。维护专栏6个。',
    ];
    if (!heading) return;
    insertAfter(draft, heading, ...lines.map(paragraph));
    draft.expected.claims.push(
      number('narrative.proactive.items', 88),
      number('narrative.applications.received', 9),
    );
  }),
];

const CAPTIONS: Readonly<Record<string, string>> = {
  proactive: '主动公开政府信息情况',
  applications: '收到和处理政府信息公开申请情况',
  review_litigation: '政府信息公开行政复议、行政诉讼情况',
};
