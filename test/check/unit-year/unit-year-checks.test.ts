import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SERIES_CHECKS } from '../../../src/catalogue/quality-series.js';
import { checkUnitYear } from '../../../src/check/check-unit-year.js';
import { indexFigures } from '../../../src/check/figure-index.js';
import { NO_NEIGHBOURS, NO_RULES, type YearView } from '../../../src/check/unit-year/year-view.js';
import type { Figure, Section } from '../../../src/model/extraction.js';
import type { Neighbours, PeerFacts, SeriesReport } from '../../../src/model/series.js';
import type { LocalRules } from '../../../src/model/source.js';
import type { UnitKind } from '../../../src/model/unit.js';
import { formTable, type PrintedCells } from '../build-figures.js';
import { anyExtraction } from '../quality/any-extraction.js';

interface Made {
  readonly kind?: UnitKind;
  readonly name?: string;
  readonly year?: number;
  readonly now?: Partial<SeriesReport>;
  readonly before?: readonly Partial<SeriesReport>[];
  readonly around?: Partial<Neighbours>;
  readonly rules?: Partial<LocalRules>;
}

function view({
  kind = 'town',
  name = '汇泉镇人民政府',
  year = 2023,
  now = {},
  before = [],
  around = {},
  rules = {},
}: Made): YearView {
  const report = (back: number, parts: Partial<SeriesReport>): SeriesReport => ({
    reportYear: year - back,
    documentSha256: '',
    publishedOn: null,
    figures: [],
    ...parts,
  });
  const own = report(0, now);
  return {
    ...{ year, kind, unitName: name },
    report: own,
    index: indexFigures(own.figures),
    earlier: before.map((parts, place) => {
      const one = report(place + 1, parts);
      return { report: one, index: indexFigures(one.figures) };
    }),
    neighbours: { ...NO_NEIGHBOURS, ...around },
    rules: { ...NO_RULES, ...rules },
  };
}

const peer = (parts: Partial<PeerFacts> = {}): PeerFacts => ({
  ...{
    unitId: 'peer',
    reportYear: 2023,
    name: '石桥镇人民政府',
    kind: 'town',
    divisionCode: null,
    parentId: 'county',
  },
  ...{ held: true, feesAmount: null, isActive: true, totals: { 新收申请: 3 } },
  ...parts,
});
const peers = (count: number, parts: Partial<PeerFacts> = {}): PeerFacts[] =>
  Array.from({ length: count }, () => peer(parts));
const T2 = (cells: PrintedCells): Figure[] => formTable('t2021.proactive', cells);
const fees = (amount: number) => ({ figures: T2({ 'proactive.fees.amount': amount }) });
const rules = (count: number) => ({ figures: T2({ 'proactive.rules.in_force': count }) });
const licensing = (count: number) => ({ figures: T2({ 'proactive.licensing.decisions': count }) });
const five = (first: number) => ({
  figures: T2({
    ...{
      'proactive.rules.in_force': first,
      'proactive.normative.issued': 2,
      'proactive.normative.in_force': 9,
    },
    ...{ 'proactive.licensing.decisions': 17, 'proactive.penalty.decisions': 4 },
  }),
});
const ZERO = { figures: T2({}) };
const written = (overview: string, problems = ''): { readonly sections: Section[] } => ({
  sections: [
    { code: 'overview', heading: '一、总体情况', text: overview },
    { code: 'problems', heading: '五、', text: problems },
  ],
});
const sentences = (from: number, to: number): string => STOCK.slice(from, to).join('');
const STOCK = [
  '惠农补贴发放名单和标准在发放前公示，公示期内由纪检委员受理反映。',
  '社会救助对象的认定和调整按月更新，低保特困和临时救助分表列出。',
  '土地征收项目的预公告与补偿安置方案分阶段张贴，便于村民逐条对照。',
  '防汛和森林防火提示通过广播短信同步发布，方便老年群众知晓。',
  '宅基地审批条件制成一张图，贴在便民服务中心以及各村的公开栏。',
  '农田水利工程的立项招标与验收情况，随着工程进度逐步发布到位。',
  '受理窗口设在大厅东侧，当面邮寄网络三种渠道均安排有人值守。',
  '答复文书统一使用规范文本，由法律顾问逐件把关后才可以寄出。',
];
const like = (similarity: number): Partial<Neighbours> => ({
  siblings: peers(1),
  likeliest: {
    unitId: 'peer',
    unitName: '石桥镇人民政府',
    similarity,
    sections: written(sentences(0, 6)).sections,
    names: [],
  },
});
const parent = (received: number, children: readonly PeerFacts[]): Made => ({
  kind: 'government',
  around: { self: peer({ totals: { 新收申请: received } }), children },
});

/** check, what is known, outcome and severities. */
const CASES: readonly (readonly [string, Made, string])[] = [
  ['assessment-missing', { now: written('公开80条。') }, 'fail warning'],
  ['assessment-missing', { now: written('公开80条。'), kind: 'street' }, 'fail info'],
  ['assessment-missing', { now: written('开展社会评议。') }, 'pass'],
  ['assessment-missing', {}, 'not_assessable'],
  ['town-items-missing', { now: written('公开80条。') }, 'fail info'],
  ['town-items-missing', { now: written('公开宅基地审批。') }, 'pass'],
  ['town-items-missing', { now: written('公开80条。'), kind: 'department' }, ''],
  ['key-work-missing', { now: written('公开80条。') }, 'not_assessable'],
  [
    'key-work-missing',
    { now: written('公开80条。'), rules: { keyWork: { 2023: ['营商环境'] } } },
    'fail info',
  ],
  [
    'key-work-missing',
    { now: written('营商环境信息40条。'), rules: { keyWork: { 2023: ['营商环境'] } } },
    'pass',
  ],
  [
    'key-work-missing',
    { now: written('公开80条。'), rules: { keyWork: { 2022: ['营商环境'] } } },
    'not_assessable',
  ],
  ['fee-unit-suspect', { now: fees(25_000) }, 'fail warning'],
  ['fee-unit-suspect', { now: fees(25), kind: 'department' }, 'pass'],
  [
    'fee-unit-suspect',
    { now: fees(25_000), kind: 'department', around: { siblings: peers(5, { feesAmount: 2 }) } },
    'fail warning',
  ],
  ['fee-unit-suspect', { now: fees(300), before: [fees(0.03)], kind: 'department' }, 'fail warning'],
  ['fee-unit-suspect', { now: { figures: [] } }, 'not_assessable'],
  ['all-zero', { now: ZERO, around: { siblings: peers(5) } }, 'fail info'],
  ['all-zero', { now: ZERO, around: { siblings: peers(5, { isActive: false }) } }, 'pass'],
  ['all-zero', { now: ZERO, around: { siblings: peers(2) } }, 'not_assessable'],
  ['all-zero', { now: ZERO, before: [ZERO, ZERO] }, 'fail warning'],
  ['all-zero', { now: ZERO, before: [ZERO, five(0)] }, 'not_assessable'],
  ['all-zero', { now: five(0) }, 'pass'],
  ['rules-by-unentitled', { now: rules(2) }, 'fail warning'],
  ['rules-by-unentitled', { now: rules(0) }, 'pass'],
  [
    'rules-by-unentitled',
    { now: rules(2), kind: 'government', around: { self: peer({ divisionCode: '370700' }) } },
    'pass',
  ],
  [
    'rules-by-unentitled',
    { now: rules(2), kind: 'government', around: { self: peer({ divisionCode: '370784' }) } },
    'fail warning',
  ],
  ['rules-by-unentitled', { now: rules(2), kind: 'government', name: '洪泽区人民政府' }, 'fail warning'],
  [
    'rules-by-unentitled',
    { now: rules(2), kind: 'government', name: '某某自治区人民政府' },
    'uncertain info',
  ],
  ['rules-by-unentitled', { now: rules(2), kind: 'department', name: '安丘市财政局' }, 'fail warning'],
  [
    'rules-by-unentitled',
    { now: rules(2), kind: 'department', name: '国家市场监督管理总局' },
    'uncertain info',
  ],
  ['rules-by-unentitled', { now: rules(2), kind: 'department', name: '财政部' }, 'uncertain info'],
  ['rules-by-unentitled', { now: { figures: [] } }, 'not_assessable'],
  ['coercion-vs-power', { now: licensing(5) }, 'not_assessable'],
  ['coercion-vs-power', { now: licensing(5), rules: { withoutPower: { town: ['licensing'] } } }, 'fail info'],
  ['coercion-vs-power', { now: licensing(0), rules: { withoutPower: { town: ['licensing'] } } }, 'pass'],
  [
    'coercion-vs-power',
    { now: licensing(5), rules: { withoutPower: { street: ['licensing'] } } },
    'not_assessable',
  ],
  ['decisions-outlier', { now: licensing(5000), before: [licensing(40)] }, 'fail info'],
  ['decisions-outlier', { now: licensing(40), before: [licensing(5000)] }, 'fail info'],
  ['decisions-outlier', { now: licensing(90), before: [licensing(0)] }, 'pass'],
  ['decisions-outlier', { now: licensing(900), before: [licensing(800)] }, 'pass'],
  ['decisions-outlier', { now: licensing(900) }, 'not_assessable'],
  ['copy-last-year', { now: written(sentences(0, 6)), before: [written(sentences(0, 6))] }, 'fail error'],
  ['copy-last-year', { now: written(sentences(0, 7)), before: [written(sentences(0, 5))] }, 'fail warning'],
  ['copy-last-year', { now: written(sentences(0, 4)), before: [written(sentences(4, 8))] }, 'pass'],
  ['copy-last-year', { now: written('公开80条。'), before: [written('公开80条。')] }, 'not_assessable'],
  ['copy-last-year', { now: written(sentences(0, 6)) }, 'not_assessable'],
  [
    'problems-copied',
    { now: written('', sentences(0, 5)), before: [written('', sentences(0, 5))] },
    'fail warning',
  ],
  ['problems-copied', { now: written('', sentences(0, 4)), before: [written('', sentences(4, 8))] }, 'pass'],
  ['problems-copied', { now: written('', '无。'), before: [written('', '无。')] }, 'not_assessable'],
  ['copy-sibling', { now: written(sentences(0, 6)), around: like(0.9) }, 'fail warning'],
  ['copy-sibling', { now: written(sentences(0, 6)), around: like(0.55) }, 'pass'],
  ['copy-sibling', { now: written(sentences(0, 6)) }, 'not_assessable'],
  ['identical-tables', { now: five(1), before: [five(1)] }, 'fail warning'],
  ['identical-tables', { now: five(1), before: [five(3)] }, 'pass'],
  ['identical-tables', { now: ZERO, before: [ZERO] }, 'not_assessable'],
  [
    'other-unit-name',
    { now: written('本报告由石桥镇人民政府编制。'), around: { siblings: peers(1) } },
    'fail error',
  ],
  [
    'other-unit-name',
    { now: written('石桥镇（以下简称我镇）认真落实。'), around: { siblings: peers(1) } },
    'fail error',
  ],
  [
    'other-unit-name',
    { now: written('本报告由汇泉镇人民政府编制。我镇与石桥镇共建公开栏。'), around: { siblings: peers(1) } },
    'pass',
  ],
  ['other-unit-name', { now: written('本报告由石桥镇编制。') }, 'not_assessable'],
  [
    'multi-platform-mismatch',
    { now: { ...licensing(7), others: [{ url: 'http://b', ...licensing(9) }] } },
    'fail warning',
  ],
  [
    'multi-platform-mismatch',
    { now: { ...licensing(7), others: [{ url: 'http://b', ...licensing(7) }] } },
    'pass',
  ],
  ['multi-platform-mismatch', { now: licensing(7) }, 'not_assessable'],
  ['wrong-column', { now: { sourceUrl: 'http://x/module/xxgk/xxgkAnnualReport.jsp?fbtime=2022' } }, 'pass'],
  ['wrong-column', { now: { sourceUrl: 'http://x/art/2023/1/31/art_1.html' } }, 'not_assessable'],
  ['agg-children', parent(3, peers(2)), 'fail warning'],
  ['agg-children', parent(6, peers(2)), 'pass'],
  // A child's report isn't held: nothing is proved, whichever way.
  ['agg-children', parent(6, [...peers(2), peer({ held: false })]), 'uncertain'],
  ['agg-children', parent(3, [...peers(2), peer({ held: false })]), 'uncertain info'],
  [
    'agg-children',
    { ...parent(3, peers(2)), now: { title: '安丘市人民政府办公室2023年政府信息公开工作年度报告' } },
    'not_assessable',
  ],
  ['agg-children', { ...parent(3, peers(2)), kind: 'government_office' }, ''],
];

test.each(CASES)('%s %j: %s', (id, made, expected) => {
  const { outcomes, findings } = checkUnitYear(view(made));
  const severities = findings.filter(({ check }) => check === id).map(({ severity }) => severity);
  expect([outcomes[id] ?? '', ...severities].join(' ')).toBe(expected);
});

test('every check that can be decided has a case that passes and one that fails', () => {
  const undecidable = ['wrong-column'];
  const seen = new Set(CASES.map(([id, , expected]) => `${id} ${expected.split(' ')[0]}`));
  const lacking = SERIES_CHECKS.filter(({ id }) => !undecidable.includes(id)).flatMap(({ id }) =>
    ['pass', 'fail'].flatMap((outcome) => (seen.has(`${id} ${outcome}`) ? [] : `${id} ${outcome}`)),
  );
  expect(lacking).toEqual([]);
});

test('a copy is shown by passages of both texts', () => {
  const { findings } = checkUnitYear(
    view({ now: written(sentences(0, 6)), before: [written(sentences(0, 6))] }),
  );
  const [here, there] = findings.find(({ check }) => check === 'copy-last-year')!.evidence!;
  expect(here!.text).toBe(there!.text);
  expect([here!.year, there!.year]).toEqual([undefined, 2022]);
  expect(sentences(0, 6).slice(here!.start, here!.end)).toBe(here!.text);
});

test('whatever was read, no judge throws', () => {
  fc.assert(
    fc.property(anyExtraction, anyExtraction, (now, before) => {
      const { outcomes } = checkUnitYear(
        view({ now, before: [before], around: { ...like(0.7), self: peer(), children: peers(2) } }),
      );
      expect(Object.keys(outcomes).length).toBeGreaterThan(10);
    }),
    { numRuns: 200 },
  );
});
