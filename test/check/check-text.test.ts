import { describe, expect, test } from 'vitest';
import { CHECK_BY_ID } from '../../src/catalogue/checks.js';
import { FORM_TABLE_BY_ID } from '../../src/catalogue/forms.js';
import { NARRATIVE_SUBJECTS } from '../../src/catalogue/narrative-subjects.js';
import { CHANNEL_LISTS, TEXT_COMPARISONS } from '../../src/catalogue/text-checks.js';
import { checkText } from '../../src/check/check-text.js';
import type { Figure } from '../../src/model/extraction.js';
import { readClaims } from '../../src/parse/claims/read-claims.js';
import { formTable, type PrintedCells } from './build-figures.js';

const T3 = (cells: PrintedCells, rest: 0 | '' | '?' = 0): Figure[] =>
  formTable('t2021.applications', cells, rest);
const T4 = (cells: PrintedCells): Figure[] => formTable('review_litigation', cells);

function check(text: string, figures: readonly Figure[], code: 'overview' | 'other' = 'overview') {
  const sections = [
    { code: 'preamble' as const, heading: '', text: '政府信息公开年度报告' },
    { code, heading: '', text },
  ];
  return { ...checkText({ figures, sections, claims: readClaims(sections, 2022) }), sections };
}
/** The check's outcome and its findings' severities. */
const judged = (id: string, text: string, figures: readonly Figure[]) => {
  const { outcomes, findings } = check(text, figures);
  return [outcomes[id], ...findings.filter((f) => f.check === id).map((f) => f.severity)].join(' ');
};

describe('received', () => {
  const cells = { 'applications.new_received@total': 12, 'applications.carried_in@total': 3 };
  test.each([
    ['收到政府信息公开申请12件。', 'pass'],
    ['收到政府信息公开申请15件。', 'pass'],
    ['收到政府信息公开申请11件。', 'fail warning'],
    ['受理政府信息公开申请11件。', 'uncertain info'],
    ['受理政府信息公开申请16件。', 'fail warning'],
    ['收到政府信息公开申请10余件。', 'pass'],
    ['收到政府信息公开申请近12件。', 'pass'],
    ['收到政府信息公开申请约100件。', 'uncertain info'],
    ['收到政府信息公开申请12件。某局收到政府信息公开申请4件。', 'uncertain info'],
    ['2021年收到政府信息公开申请99件。', ''],
    ['历年累计收到政府信息公开申请99件。', ''],
    ['公开工作稳步推进。', ''],
  ])('%s: %s', (text, expected) => {
    expect(judged('txt-received', text, T3(cells))).toBe(expected);
  });

  test('is not assessable where the table, the row or the cell says nothing certain', () => {
    const text = '收到政府信息公开申请11件。';
    expect(judged('txt-received', text, [])).toBe('not_assessable');
    expect(judged('txt-received', text, T3({}, ''))).toBe('not_assessable');
    expect(judged('txt-received', text, T3({ 'applications.new_received@total': '?12' }))).toBe(
      'not_assessable',
    );
  });
});

describe('results', () => {
  const cells = {
    'results.granted@total': '',
    'results.granted@natural_person': 8,
    'results.denied.state_secret@total': 2,
    'results.denied.law_prohibited@total': 3,
    'results.unable.not_held@total': 4,
    'results.unable.creation_required@total': 1,
    'results.other.fee_overdue@total': 1,
    'results.total@total': 20,
  };
  test.each([
    ['txt-processed', '答复政府信息公开申请20件。', 'pass'],
    ['txt-processed', '答复政府信息公开申请19件。', 'fail warning'],
    ['txt-result-kinds', '答复的申请中，予以公开8件，不予公开5件，无法提供5件，其他处理1件。', 'pass'],
    ['txt-result-kinds', '答复的申请中，予以公开9件。', 'fail warning'],
    ['txt-result-kinds', '答复的申请中，不予公开2件。', 'fail warning'],
    ['txt-carry', '有2件申请结转下年度办理。', 'fail warning'],
    ['txt-carry', '有0件申请结转下年度办理。', 'pass'],
  ])('%s %s: %s', (id, text, expected) => {
    expect(judged(id, text, T3(cells))).toBe(expected);
  });

  test('a number of one row of the kind is told so', () => {
    const { findings } = check('答复的申请中，无法提供4件。', T3(cells));
    expect(findings.filter((f) => f.check === 'txt-result-kinds').map(({ message }) => message)).toEqual([
      '正文“无法提供4件”与表内无法提供不符：正文 4，表内 4 + 1 = 5，相差 1；与其中“本机关不掌握相关政府信息”一行相同',
    ]);
  });

  test('a blank row may hold what is missing, but never less than nothing', () => {
    const blank = { ...cells, 'results.unable.unclear_after_correction@total': '' };
    for (const part of [
      'natural_person',
      'legal.business',
      'legal.research',
      'legal.public_welfare',
      'legal.legal_service',
      'legal.other',
    ])
      Object.assign(blank, { [`results.unable.unclear_after_correction@${part}`]: '' });
    expect(judged('txt-result-kinds', '答复的申请中，无法提供7件。', T3(blank))).toBe('not_assessable');
    expect(judged('txt-result-kinds', '答复的申请中，无法提供3件。', T3(blank))).toBe('fail warning');
  });
});

describe('reviews and suits', () => {
  const cells = { 'review.total': 2, 'litigation.direct.total': 1, 'litigation.after_review.total': 2 };
  test.each([
    ['因政府信息公开被申请行政复议2件，行政诉讼3件。', 'pass', 'pass'],
    ['因政府信息公开被申请行政复议1件，行政诉讼1件。', 'fail warning', 'fail warning'],
    ['未发生因政府信息公开引起的行政复议、行政诉讼。', 'fail warning', 'fail warning'],
    ['未发生因政府信息公开引起的行政诉讼。', '', 'fail warning'],
  ])('%s', (text, review, litigation) => {
    expect(judged('txt-review', text, T4(cells))).toBe(review);
    expect(judged('txt-litigation', text, T4(cells))).toBe(litigation);
  });
});

describe('nothing received', () => {
  const none = '全年未收到政府信息公开申请。';
  test.each([
    [none, { 'applications.new_received@total': 0 }, 'pass'],
    [none, { 'applications.new_received@total': 2 }, 'fail error'],
    [`${none}全镇收到政府信息公开申请2件。`, { 'applications.new_received@total': 2 }, 'uncertain info'],
    [none, { 'results.total@total': 2 }, 'fail warning'],
    [none, { 'results.total@total': 2, 'applications.carried_in@total': 2 }, 'pass'],
    [none, { 'applications.new_received@total': '?2' }, 'not_assessable'],
  ])('%s %j: %s', (text, cells, expected) => {
    expect(judged('txt-none', text, T3(cells as PrintedCells))).toBe(expected);
  });
});

describe('channels', () => {
  test.each([
    ['主动公开政府信息10条，其中网站公开6条，微信公开4条。', 'pass'],
    ['主动公开政府信息11条，其中网站公开6条，微信公开4条。', 'uncertain info'],
    ['主动公开政府信息11条，其中网站公开6条，微信公开4条，财政类1条。', ''],
    ['主动公开政府信息10余条，其中网站公开6条，微信公开4条。', 'not_assessable'],
    ['主动公开政府信息10条，其中网站公开6条。', ''],
    ['截至2022年底，收到信息公开申请5件，其中网络申请3件，信函申请2件。', 'pass'],
  ])('%s: %s', (text, expected) => {
    expect(judged('txt-channel-sum', text, [])).toBe(expected);
  });
});

describe('fees for processing', () => {
  const fees = (amount: number | string, overdue: number) => [
    ...formTable('t2021.proactive', { 'proactive.fees.amount': amount }),
    ...T3({ 'results.other.fee_overdue@total': overdue }),
  ];
  test.each([
    ['txt-fee', '未收取信息处理费。', fees(0, 0), 'pass'],
    ['txt-fee', '未收取信息处理费。', fees(30, 0), 'pass'],
    ['txt-fee', '未收取信息处理费。', fees(0, 1), 'fail warning'],
    ['txt-fee', '发出收费通知1件，未收取信息处理费。', fees(0, 1), 'pass'],
    ['txt-fee', '未收取信息处理费。某科收取信息处理费200元。', fees(1, 0), 'fail warning'],
    ['txt-fee', '无其他事项。', fees(3, 0), ''],
    ['t3-fee-row', '发出收费通知1件。', fees(0, 2), 'fail warning'],
    ['t3-fee-row', '发出收费通知2件。', fees(0, 2), 'pass'],
    ['t3-fee-row', '发出收费通知2件。', fees(0, 0), 'pass'],
    ['t3-fee-row', '无其他事项。', fees(0, 2), 'uncertain info'],
    ['fee-subset', '收取信息处理费400元。', fees(0, 0), 'pass'],
    ['fee-subset', '收取信息处理费6000元。', fees(0, 0), 'uncertain info'],
    ['fee-subset', '收取信息处理费6000元。', fees(0.6, 0), 'pass'],
    ['fee-subset', '收取信息处理费0.7万元。', fees(0.6, 0), 'uncertain info'],
  ])('%s %s: %#', (id, text, figures, expected) => {
    expect(judged(id, text, figures)).toBe(expected);
  });
});

test('the evidence is the words, to be marked in the text, and the cells', () => {
  const { findings, sections } = check(
    '全年平稳，收到政府信息公开申请11件。',
    T3({ 'applications.new_received@total': 12 }),
  );
  const [words, ...cells] = findings[0]!.evidence!;
  expect(words!.text).toBe('收到政府信息公开申请11件');
  expect(sections[words!.section!]!.text.slice(words!.start, words!.end)).toBe(words!.text);
  expect(cells[0]).toMatchObject({
    indicator: 'applications.new_received',
    applicant: 'total',
    value: 12,
    table: 1,
  });
  expect(findings[0]).toMatchObject({ indicator: 'applications.new_received', applicant: 'total' });
});

test('every comparison names a check, a subject and rows that there are', () => {
  const codes = new Set(NARRATIVE_SUBJECTS.map(({ code }) => code));
  const rows = new Set([...FORM_TABLE_BY_ID.values()].flatMap(({ cells }) => cells.map((c) => c.indicator)));
  for (const { check: id, subject, sums } of TEXT_COMPARISONS) {
    expect([CHECK_BY_ID.has(id), codes.has(subject), sums.flat().every((row) => rows.has(row))]).toEqual([
      true,
      true,
      true,
    ]);
  }
  expect(CHANNEL_LISTS.every(({ total }) => codes.has(total))).toBe(true);
});
