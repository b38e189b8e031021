import { describe, expect, test } from 'vitest';
import { FORM_CHECKS } from '../../../src/catalogue/quality-form.js';
import { PROSE_CHECKS } from '../../../src/catalogue/quality-text.js';
import { checkQuality } from '../../../src/check/check-quality.js';
import type { Finding } from '../../../src/model/finding.js';
import { formTable } from '../build-figures.js';
import { type Changes, report, tables } from './faultless-report.js';

const reader = (check: string, message = '读取提示'): Finding => ({
  check,
  severity: 'warning',
  message,
  table: 0,
});
const without = (subject: string) => tables('t2021').filter(({ formTable }) => !formTable.includes(subject));
const T2 = (rest: number | string) => [...formTable('t2021.proactive', {}, rest), ...without('proactive')];
const title = (words: string): Changes => ({ identity: { title: words } });
const period = (from: string, to: string): Changes => ({ identity: { period: { from, to } } });
const problems = (text: string): Changes => ({ texts: { problems: text } });
const other = (text: string): Changes => ({ texts: { other: text } });
const overview = (text: string): Changes => ({ texts: { overview: text } });
const applications = (cells: Record<string, number>) => [
  ...without('applications'),
  ...formTable('t2021.applications', cells),
];

/** check, what is changed in a faultless report of 2022, outcome and the severities of the findings. */
const CASES: readonly (readonly [string, Changes, string])[] = [
  ['title-nonstandard', title('汇泉镇2022年政府信息公开年度报告'), 'pass'],
  ['title-nonstandard', title('2022年政府信息公开工作年度报告'), 'fail warning'],
  ['title-nonstandard', title('汇泉镇2022年政府信息公开年报'), 'fail warning'],
  ['title-nonstandard', title('汇泉镇政府信息公开工作年度报告'), 'fail warning'],
  ['title-nonstandard', title('彙泉鎮二O二二年政府信息公開工作年度報告'), 'pass'],
  ['title-nonstandard', { year: 2019, ...title('政府信息公开工作年度报告') }, 'fail info'],
  ['title-nonstandard', { year: 2016, ...title('信息公开年报') }, 'not_assessable'],
  ['title-nonstandard', { identity: { title: null } }, 'uncertain'],
  ['title-year-wrong', title('汇泉镇2021年政府信息公开工作年度报告'), 'fail error'],
  ['title-year-wrong', {}, 'pass'],
  ['title-year-wrong', { identity: { period: null } }, 'pass'],
  ['title-year-wrong', { identity: { period: null, publishedOn: null } }, 'uncertain'],
  ['title-year-wrong', { identity: { period: null, publishedOn: '2025-03-01' } }, 'uncertain info'],
  ['title-year-wrong', title('汇泉镇政府信息公开工作年度报告'), 'not_assessable'],
  ['period-missing', { identity: { period: null }, texts: { preamble: null } }, 'fail info'],
  ['period-missing', { year: 2020, identity: { period: null }, texts: { preamble: null } }, 'fail warning'],
  ['period-missing', {}, 'pass'],
  ['period-wrong', period('2022-01-01', '2022-11-30'), 'fail error'],
  ['period-wrong', period('2022-01-01', '2022-12-31'), 'pass'],
  ['period-wrong', period('2021-01-01', '2021-12-31'), 'uncertain'],
  ['period-wrong', { identity: { period: null } }, 'not_assessable'],
  ['contact-missing', { identity: { contact: undefined as never } }, 'fail info'],
  ['contact-missing', {}, 'pass'],
  [
    'contact-missing',
    {
      identity: {
        evidence: [
          { field: 'phone', value: '', source: 'page', label: null, block: 9, text: '', used: true },
        ],
      },
    },
    'uncertain info',
  ],
  ['signature-missing', { identity: { signature: { unit: null, date: '2023-01-20' } } }, 'fail info'],
  ['signature-missing', {}, 'pass'],
  ['section-missing', { texts: { problems: null } }, 'fail error'],
  ['section-missing', {}, 'pass'],
  // Its table is there: the heading was lost, not the part.
  ['section-missing', { texts: { proactive: null } }, 'uncertain info'],
  [
    'section-missing',
    { texts: { overview: null, preamble: '（一）主动公开。今年公开80条。' } },
    'uncertain info',
  ],
  ['section-missing', { texts: { overview: null, preamble: '①主动公开。今年公开80条。' } }, 'uncertain info'],
  [
    'section-missing',
    { texts: { overview: null, preamble: '㈠主动公开。今年公开80条。' } },
    'uncertain info',
  ],
  [
    'section-missing',
    { texts: { overview: null, preamble: '主动公开80条。依申请公开2件。专栏已更新。开展了培训。' } },
    'uncertain info',
  ],
  [
    'section-missing',
    { texts: { overview: null, preamble: '报告包括主动公开、依申请公开等情况，在网站公布。' } },
    'fail error',
  ],
  ['section-missing', { year: 2019, texts: { problems: null } }, 'fail info'],
  ['section-missing', { year: 2017, texts: { problems: null } }, 'not_assessable'],
  ['section-six-missing', { texts: { other: null } }, 'fail warning'],
  ['section-six-missing', {}, 'pass'],
  [
    'section-order',
    { order: ['overview', 'problems', 'proactive', 'applications', 'review_litigation', 'other'] },
    'fail info',
  ],
  ['section-order', {}, 'pass'],
  ['heading-nonstandard', { headings: { overview: '一、工作基本情况' } }, 'fail warning'],
  [
    'heading-nonstandard',
    { headings: { overview: '第一部分 总体情况', other: '六、其他需要报告的事项：' } },
    'pass',
  ],
  ['section-extra', { order: ['overview', 'extra'] }, 'fail info'],
  ['section-extra', {}, 'pass'],
  ['section-one-incomplete', overview('我镇主动公开信息80条，办理依申请公开3件。'), 'fail warning'],
  ['section-one-incomplete', {}, 'pass'],
  ['section-one-incomplete', { year: 2020, ...overview('公开80条。') }, 'not_assessable'],
  ['old-template-used', { figures: tables('t2019') }, 'fail error warning'],
  [
    'old-template-used',
    { figures: [...without('applications'), ...formTable('t2019.applications')] },
    'fail warning',
  ],
  ['old-template-used', { year: 2020 }, 'pass'],
  ['old-template-used', { year: 2019, figures: formTable('t2014.statistics') }, 'fail info'],
  ['old-template-used', { figures: [] }, 'not_assessable'],
  ['table-missing', { figures: without('review') }, 'fail error'],
  ['table-missing', {}, 'pass'],
  [
    'table-missing',
    { figures: without('review'), findings: [reader('extract/table-is-image')] },
    'uncertain warning',
  ],
  [
    'table-missing',
    { figures: without('proactive'), texts: { proactive: '信息内容 本年制发件数 规章 0' } },
    'uncertain warning',
  ],
  ['table-missing', { year: 2012, figures: [] }, 'not_assessable'],
  ['table-as-image', { findings: [reader('extract/table-is-image')] }, 'fail warning'],
  ['table-as-image', {}, 'pass'],
  ['pdf-only', { mediaType: 'application/pdf' }, 'fail info'],
  [
    'pdf-only',
    { mediaType: 'application/pdf', findings: [reader('read/page-without-text')] },
    'fail warning',
  ],
  ['pdf-only', {}, 'pass'],
  [
    'table-shape',
    { figures: tables('t2021').filter(({ indicator }) => indicator !== 'results.granted') },
    'fail error',
  ],
  [
    'table-shape',
    {
      figures: tables('t2021').filter(({ indicator }) => indicator !== 'results.granted'),
      findings: [{ ...reader('extract/row-not-placed'), table: 1 }],
    },
    'uncertain info',
  ],
  [
    // A row of 表二 that wasn't read says nothing of 表三.
    'table-shape',
    {
      figures: tables('t2021').filter(({ indicator }) => indicator !== 'results.granted'),
      findings: [reader('extract/row-not-placed')],
    },
    'fail error',
  ],
  ['table-shape', { findings: [reader('recognise/unknown-row')] }, 'fail warning'],
  [
    'table-shape',
    { findings: [reader('recognise/unknown-column', '表三有格式之外的列“申请人情况”')] },
    'pass',
  ],
  ['table-shape', { figures: [] }, 'not_assessable'],
  ['cell-blank', { figures: T2('') }, 'fail info'],
  ['cell-blank', { figures: formTable('t2021.applications', {}, '/') }, 'fail warning'],
  ['cell-blank', { figures: T2(0) }, 'pass'],
  ['cell-blank', { year: 2019, figures: formTable('t2019.applications', {}, '') }, 'fail info'],
  [
    'cell-not-number',
    { figures: formTable('t2021.proactive', { 'proactive.fees.amount': '详见附件' }) },
    'fail error',
  ],
  [
    'cell-not-number',
    { figures: formTable('t2021.proactive', { 'proactive.fees.amount': '?17' }) },
    'uncertain info',
  ],
  ['cell-not-number', {}, 'pass'],
  ['body-year-stale', overview('2021年，我镇主动公开政府信息80条。'), 'fail warning'],
  ['body-year-stale', overview('2021年，我镇主动公开政府信息60条，2022年较上年增长20条。'), 'pass'],
  ['body-year-stale', overview('印发《2023年我镇主动公开目录》。'), 'pass'],
  ['body-year-stale', {}, 'pass'],
  ['problems-missing', problems('无。'), 'fail error'],
  ['problems-missing', problems(''), 'fail error'],
  ['problems-missing', { ...problems(''), order: ['overview', 'problems', 'extra'] }, 'uncertain info'],
  ['problems-missing', {}, 'pass'],
  ['problems-missing', { texts: { problems: null } }, 'not_assessable'],
  ['improvement-missing', problems('公开的内容还不够全面，形式也不够多样。'), 'fail error'],
  ['improvement-missing', problems('公开的内容还不够全面，须加强培训工作。'), 'uncertain info'],
  ['improvement-missing', {}, 'pass'],
  ['previous-rectification-missing', problems('公开的内容不够全面，下一步将加强培训。'), 'fail info'],
  ['previous-rectification-missing', {}, 'pass'],
  ['fee-info-missing', other('无其他需要报告的事项。'), 'fail warning'],
  ['fee-info-missing', other('本年度未收取信息處理費。'), 'pass'],
  ['fee-info-missing', { year: 2020, ...other('无。') }, 'not_assessable'],
  ['info-fee-implausible', other('发出收费通知1件，收取信息处理费105元。'), 'fail info'],
  ['info-fee-implausible', other('发出收费通知1件，收取信息处理费100元。'), 'fail info'],
  [
    'info-fee-implausible',
    { ...other('收取信息处理费100元。'), figures: applications({ 'applications.new_received@total': 30 }) },
    'pass',
  ],
  ['info-fee-implausible', other('按页计收，收取信息处理费100元。'), 'pass'],
  ['placeholder-text', other('××镇无其他需要报告的事项。'), 'fail error'],
  ['placeholder-text', other('（文字描述）'), 'fail error'],
  ['placeholder-text', other('2022年×月收取信息处理费____元。'), 'fail error error'],
  ['placeholder-text', other('无其他事项。[bookmark: _GoBack]'), 'fail info'],
  ['placeholder-text', other('申请人王××、李××提出，村民***反映。'), 'uncertain info'],
  ['placeholder-text', other('20XX年收取信息处理费。'), 'fail error'],
  ['placeholder-text', other('电话138****1234，网址www.xxgk.gov.cn。'), 'pass'],
  ['too-short', overview('我镇公开80条。'), 'fail warning'],
  ['too-short', {}, 'pass'],
  ['sensitive-data', other('张三，身份证号11010519491231002X。'), 'fail error'],
  ['sensitive-data', other('编号110105194912310021。'), 'uncertain info'],
  ['sensitive-data', other('村民13812345678反映情况。'), 'fail error'],
  ['sensitive-data', other('见下表。\n行政强制16000318775\n其他'), 'uncertain info'],
  ['sensitive-data', other('监督电话：13812345678。'), 'pass'],
  [
    'sensitive-data',
    other('申请人王小明，要求公开征地材料。申请人方便查询，申请人李某某。'),
    'uncertain warning',
  ],
  ['broken-characters', other('无其他\ufffd事项。'), 'fail info'],
  ['broken-characters', other('無其他事项。'), 'fail info'],
  ['broken-characters', {}, 'pass'],
  ['illogical-deadline-claim', overview('按时办结率达120%。'), 'fail info'],
  ['illogical-deadline-claim', overview('100%按时办结，按时办结率100%，结转下年度3件。'), 'pass'],
  ['illogical-deadline-claim', overview('收到政府信息公开申请5件，上年结转1件，办结7件。'), 'fail info'],
];

test.each(CASES)('%s %j: %s', (id, changes, expected) => {
  const { outcomes, findings } = checkQuality(report(changes));
  const severities = findings.filter(({ check }) => check === id).map(({ severity }) => severity);
  expect([outcomes[id], ...severities].join(' ')).toBe(expected);
});

describe('the cases', () => {
  test('have one that passes and one that fails for every check', () => {
    const seen = new Set(CASES.map(([id, , expected]) => `${id} ${expected.split(' ')[0]}`));
    const lacking = [...FORM_CHECKS, ...PROSE_CHECKS].flatMap(({ id }) =>
      ['pass', 'fail'].flatMap((outcome) => (seen.has(`${id} ${outcome}`) ? [] : `${id} ${outcome}`)),
    );
    expect(lacking).toEqual([]);
  });
});

test('a faultless report passes every check without a finding', () => {
  const { outcomes, findings } = checkQuality(report());
  expect(findings).toEqual([]);
  const rest = Object.entries(outcomes).filter(([, outcome]) => outcome !== 'pass');
  expect(rest).toEqual([]);
});

test('evidence of a text leads to its place', () => {
  const made = report(other('前面的话。××镇无事项。'));
  const finding = checkQuality(made).findings.find(({ check }) => check === 'placeholder-text');
  const { section, start, end } = finding!.evidence![0]!;
  expect(made.sections[section!]!.text.slice(start, end)).toBe('××');
});

test('what is too short is shown by how it begins', () => {
  const { findings } = checkQuality(report(overview('我镇公开80条。\n（二）其他')));
  const finding = findings.find(({ check }) => check === 'too-short');
  expect(finding!.evidence).toMatchObject([{ text: '我镇公开80条。' }]);
});

test('of a slip that is everywhere twenty are listed, and the last says how many more there are', () => {
  const { findings } = checkQuality(report(other('20XX年。'.repeat(100))));
  const told = findings.filter(({ check }) => check === 'placeholder-text');
  expect(told).toHaveLength(20);
  expect(told.at(-1)!.message).toContain('另有 80 处');
});

test('what is no report is not asked', () => {
  const { outcomes, findings } = checkQuality(report({ findings: [reader('recognise/not-a-report')] }));
  expect([outcomes, findings]).toEqual([{}, []]);
});
