import { describe, expect, test } from 'vitest';
import { NARRATIVE_NONE } from '../../../src/catalogue/narrative-none.js';
import { NARRATIVE_SUBJECTS } from '../../../src/catalogue/narrative-subjects.js';
import type { NarrativeClaim } from '../../../src/model/claim.js';
import type { SectionCode } from '../../../src/model/extraction.js';
import { readClaims } from '../../../src/parse/claims/read-claims.js';

const read = (text: string, code: SectionCode = 'overview', year: number | null = 2010) =>
  readClaims([{ code, heading: '', text }], year);
const show = ({ subject, value, unit }: NarrativeClaim): string =>
  `${subject ?? '-'} ${value}${unit ?? ' none'}`;
/** `subject value unit` of each claim. */
const said = (text: string, code?: SectionCode) => read(text, code).map(show);

describe('what a number counts', () => {
  test.each([
    ['共收到政府信息公开申请12件。', ['narrative.applications.received 12件']],
    [
      '本机关受理公民、法人和其他组织提出的政府信息公开申请 12 件。',
      ['narrative.applications.received 12件'],
    ],
    [
      '收到12件政府信息公开申请，办结10件。',
      ['narrative.applications.received 12件', 'narrative.applications.processed 10件'],
    ],
    [
      '答复政府信息公开申请20件（含上年结转申请3件，另有2件申请顺延至下一年度办理）。',
      [
        'narrative.applications.processed 20件',
        'narrative.applications.carried_in 3件',
        'narrative.applications.carried_out 2件',
      ],
    ],
    ['收到申请若干，信息公开申请结转至2011年继续办理的2件。', ['narrative.applications.carried_out 2件']],
    ['信息公开申请结转至2010年继续办理的2件。', ['- 2件']],
    [
      '答复中，予以公开及部分公开25件，不予公开3件，无法提供4件，不予处理2件，其他处理0件。',
      [
        'narrative.applications.disclosed 25件',
        'narrative.applications.denied 3件',
        'narrative.applications.unable 4件',
        'narrative.applications.not_processed 2件',
        'narrative.applications.other_handling 0件',
      ],
    ],
    [
      '因政府信息公开被申请行政复议2件，被提起行政诉讼1件。',
      ['narrative.review.total 2件', 'narrative.litigation.total 1件'],
    ],
    [
      '信息公开类行政复议3件，其中维持2件，纠正1件。',
      ['narrative.review.total 3件', 'narrative.review.upheld 2件', 'narrative.review.corrected 1件'],
    ],
    [
      '信息公开方面的行政复议、行政诉讼均为0件。',
      ['narrative.review.total 0件', 'narrative.litigation.total 0件'],
    ],
    [
      '办理区人大代表建议12件、政协委员提案8件。',
      ['narrative.npc_proposals 12件', 'narrative.cppcc_proposals 8件'],
    ],
    [
      '发出收费通知3件，总金额300元，实际收取信息处理费200元。',
      ['info_fee.notices 3件', 'info_fee.notices_amount 300元', 'info_fee.collected 200元'],
    ],
    [
      '主动公开政府信息451条。其中，通过信息公开专栏主动公开政府信息242条，通过门户网站主动公开政府信息104条，通过政务微博、微信公开69条，通过各级媒体等其他方式公开36条。',
      [
        'narrative.proactive.items 451条',
        'narrative.proactive.by_channel.platform 242条',
        'narrative.proactive.by_channel.portal 104条',
        'narrative.proactive.by_channel.weibo_wechat 69条',
        'narrative.proactive.by_channel.other 36条',
      ],
    ],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  test('reports of 2008 to 2013 tell channels and replies in words alone', () => {
    expect(
      said(
        '全年共受理公众提出的信息公开申请一百零三件，其中当面申请十二件、传真申请两件、电子邮件申请5件、网上申请80件、信函申请4件。在已答复的申请中，同意公开90件，同意部分公开8件，否决总数5件。',
      ),
    ).toEqual([
      'narrative.applications.received 103件',
      'narrative.applications.by_channel.in_person 12件',
      'narrative.applications.by_channel.fax 2件',
      'narrative.applications.by_channel.email 5件',
      'narrative.applications.by_channel.online 80件',
      'narrative.applications.by_channel.letter 4件',
      'narrative.applications.granted 90件',
      'narrative.applications.partially_granted 8件',
      'narrative.applications.denied 5件',
    ]);
  });

  test.each([
    ['a part is not the whole', '其中市级部门收到政府信息公开申请5件。', ['- 5件']],
    ['nor are two parts', '市级部门收到信息公开申请3件，区级部门收到信息公开申请9件。', ['- 3件', '- 9件']],
    ['two subjects before one number', '办理人大建议和政协提案共20件。', ['- 20件']],
    [
      'numbers told apart',
      '答复的申请中予以公开、部分公开、不予公开分别为3件、2件、1件。',
      ['- 3件', '- 2件', '- 1件'],
    ],
    [
      'a comparison',
      '收到信息公开申请56件，比上年增加12件。',
      ['narrative.applications.received 56件', '- 12件'],
    ],
    ['other matters that are closed', '信息公开热线受理工单300件，办结298件。', ['- 300件', '- 298件']],
    ['a single ground', '答复申请中，因涉及国家秘密不予公开1件，因不掌握无法提供1件。', ['- 1件', '- 1件']],
    ['several channels at once', '通过政府网站、微信公众号公开政府信息300条。', ['- 300条']],
    ['the body as judge', '政府信息公开工作中，受理行政复议案件30件。', ['- 30件']],
    ['a part of the year', '上半年收到政府信息公开申请5件。', ['- 5件']],
    ['reviews of other matters', '全年发生行政复议30件。', ['- 30件']],
    [
      'a fee of one office',
      '收取了信息处理费900元。其中，某局1件，收取400元。',
      ['info_fee.collected 900元', '- 1件', '- 400元'],
    ],
  ])('%s: no subject', (_, text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

describe('what is a number', () => {
  test('dates, articles, document numbers, time limits and list numbers are not', () => {
    const text =
      '根据国办函〔2021〕30号和《条例》第二十条第（一）项，自2021年1月1日起在7个工作日、20日内答复，一是统一条目，二是24小时值守，三个月一清理，电话0536-4821001，第3次会议。\n2.及时公开\n5月份';
    expect(said(text)).toEqual([]);
  });

  test('a list number before a count is taken off, in the text and its span', () => {
    const text = '情况如下。\n1.3条建议已采纳';
    const [claim] = read(text);
    expect([claim!.value, text.slice(claim!.start, claim!.end)]).toEqual([3, '3条']);
  });

  test.each([
    ['１２０条', 120, null],
    ['1,136条', 1136, null],
    ['1，136条', 1136, null],
    ['1.13万条', 11_300, null],
    ['18万余条', 180_000, 'over'],
    ['10余篇', 10, 'over'],
    ['二十余件', 20, 'over'],
    ['约30件', 30, 'about'],
    ['近30件', 30, 'under'],
    ['超过30件', 30, 'over'],
    ['30件以上', 30, 'over'],
    ['30件左右', 30, 'about'],
    ['一百零三件', 103, null],
    ['一万二千件', 12_000, null],
    ['十二份', 12, null],
    ['两次', 2, null],
    ['5.6万元', 5.6, null],
    ['12.3%', 12.3, null],
  ])('%s is %d, qualifier %s', (text, value, qualifier) => {
    expect(read(`有${text}。`)).toMatchObject([{ value, qualifier }]);
  });

  test.each([
    '三五件',
    '几十件',
    '数百件',
    '二〇一〇件',
    '1万2千条',
    '1234567890123456789件',
    '第12条',
  ])('%s is none', (text) => expect(read(`有${text}。`)).toEqual([]));

  test('a range is a claim for either end, and exact at neither', () => {
    expect(read('每年3至5件')).toMatchObject([
      { value: 3, qualifier: 'range', unit: '件' },
      { value: 5, qualifier: 'range', unit: '件' },
    ]);
  });
});

describe('words that say that there is nothing', () => {
  test.each([
    [
      '全年未收到政府信息公开申请，也无上年结转办理的申请。',
      ['narrative.applications.received 0 none', 'narrative.applications.carried_in 0 none'],
    ],
    [
      '未发生因政府信息公开引起的行政复议、行政诉讼。',
      ['narrative.review.total 0 none', 'narrative.litigation.total 0 none'],
    ],
    [
      '未发生行政复议案件，因信息公开提起的行政诉讼2件。',
      ['narrative.review.total 0 none', 'narrative.litigation.total 2件'],
    ],
    [
      '政府信息公开行政复议、行政诉讼均未发生。',
      ['narrative.review.total 0 none', 'narrative.litigation.total 0 none'],
    ],
    ['未发出收费通知，未收取信息处理费。', ['info_fee.notices 0 none', 'info_fee.collected 0 none']],
    ['下属单位未收到政府信息公开申请。', []],
    ['第一季度未收到政府信息公开申请。', []],
    ['2010年1月1日至12月31日，未收到政府信息公开申请。', ['narrative.applications.received 0 none']],
    ['如未收到政府信息公开申请的答复，可以申请行政复议。', []],
    ['未收到政府信息公开申请人的投诉。', []],
    ['未收到网络渠道提交的信息公开申请。', []],
    ['未发生因政府信息公开被撤销的行政复议案件。', []],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  test('无 alone is of reviews and suits in their section, and of nothing certain elsewhere', () => {
    expect(said('无。', 'review_litigation')).toEqual([
      'narrative.review.total 0 none',
      'narrative.litigation.total 0 none',
    ]);
    expect(said('无', 'other')).toEqual(['- 0 none']);
  });
});

describe('the year that it is of', () => {
  const years = (text: string, year: number | null = 2010) =>
    read(text, 'overview', year).map(({ period, aboutYear }) => `${period} ${aboutYear}`);
  test.each([
    ['2010年，收到申请5件。', ['report_year 2010']],
    ['2009年收到申请3件，今年收到5件。', ['other_year 2009', 'report_year 2010']],
    ['去年收到申请3件。收到5件。', ['other_year 2009', 'report_year 2010']],
    ['截至2010年底，公开120条。', ['as_of 2010']],
    ['自2008年5月1日条例施行以来，收到申请30件。', ['cumulative null']],
    ['历年累计公开900条。', ['cumulative null']],
    ['全年累计公开90条。', ['report_year 2010']],
    ['较去年增长3件，答复20件。', ['report_year 2010', 'report_year 2010']],
    ['上年结转申请2件，结转2011年3件。', ['report_year 2010', 'report_year 2010']],
    ['按照《2009年工作要点》公开20条。', ['report_year 2010']],
  ])('%s', (text, expected) => {
    expect(years(text)).toEqual(expected);
  });

  test('is not made up where the report names none', () => {
    expect(years('去年收到3件。', null)).toEqual(['other_year null']);
  });
});

test('every claim leads back to its words, in its section', () => {
  const sections = [
    { code: 'preamble' as const, heading: '', text: '附件2份' },
    {
      code: 'overview' as const,
      heading: '一',
      text: '共收到𠮷镇政府信息公开申请 １２ 件，未收取信息处理费。',
    },
  ];
  const claims = readClaims(sections, 2021);
  expect(
    claims.map(({ section, start, end }) => `${section} ${sections[section]!.text.slice(start, end)}`),
  ).toEqual(['0 2份', '1 １２ 件', '1 未收取信息处理费']);
});

test('a mirror in traditional characters tells the same', () => {
  expect(said('全年收到政府信息公開申請12件，因政府信息公開被申請行政復議2件，未收取信息處理費。')).toEqual([
    'narrative.applications.received 12件',
    'narrative.review.total 2件',
    'info_fee.collected 0 none',
  ]);
});

test('codes and numbers of subjects are unique, and no phrase of nothing names an unknown one', () => {
  const codes = NARRATIVE_SUBJECTS.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(new Set(NARRATIVE_SUBJECTS.map(({ no }) => no)).size).toBe(codes.length);
  expect(codes).toEqual(expect.arrayContaining(NARRATIVE_NONE.flatMap(({ subjects }) => [...subjects])));
});

test.each([
  ['1', 100_000],
  ['1,', 50_000],
  ['123,', 25_000],
  ['十二', 50_000],
  ['未收到', 33_000],
  ['（', 100_000],
  ['《', 100_000],
  ['自', 100_000],
  [' ', 100_000],
  ['1.', 50_000],
  ['1-', 50_000],
  ['收到申请其他', 16_000],
])('%j repeated %d times is no trap', (text, times) => {
  expect(
    readClaims([{ code: 'overview', heading: '', text: `${text.repeat(times)}。收到申请5件` }], 2021),
  ).toMatchObject([{ value: 5 }]);
});
