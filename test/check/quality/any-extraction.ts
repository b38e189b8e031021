import fc from 'fast-check';
import { FORM_TABLES } from '../../../src/catalogue/forms.js';
import type { Extraction, Figure, SectionCode } from '../../../src/model/extraction.js';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '我镇',
          '2021年',
          '收到',
          '申请',
          '×',
          'XX',
          '。',
          '\n',
          '《',
          '》',
          '无',
          '问题',
          '改进',
          '100%',
          '办结率',
        ],
        ...[
          '13812345678',
          '11010519491231002X',
          '\ud800',
          '\ufffd',
          '（一）',
          '申请人王小明',
          '信息处理费',
          '5元',
          '上年',
        ],
      ),
      { maxLength: 30 },
    )
    .map((words) => words.join('')),
);
const day = fc.constantFrom('2020-01-01', '2021-12-31', '2022-11-30');
const codes: readonly SectionCode[] = [
  ...(['preamble', 'overview', 'proactive', 'applications', 'review_litigation'] as const),
  ...(['problems', 'other', 'extra'] as const),
];

const figure: fc.Arbitrary<Figure> = fc
  .constantFrom(...FORM_TABLES.flatMap(({ id, cells }) => cells.map((cell) => ({ id, cell }))))
  .chain(({ id, cell }) =>
    fc.record({
      indicator: fc.constant(cell.indicator),
      applicant: fc.constant(cell.applicant),
      formTable: fc.constantFrom(id, 'unknown.table'),
      raw: text,
      value: fc.oneof(fc.constant(null), fc.integer({ min: -5, max: 99_999_999 }), fc.double()),
      unit: fc.constant(null),
      state: fc.constantFrom('number', 'annotated', 'blank', 'placeholder', 'text', 'withheld'),
      table: fc.nat(5),
      row: fc.nat(30),
      column: fc.nat(12),
    }),
  ) as fc.Arbitrary<Figure>;

/** Anything that a reader could hand on, and more. */
export const anyExtraction: fc.Arbitrary<Extraction> = fc.record({
  mediaType: fc.constantFrom('text/html', 'application/pdf'),
  template: fc.constantFrom(null, 't2014', 't2019', 't2021'),
  identity: fc.record({
    unit: fc.option(text),
    year: fc.option(fc.integer({ min: 2008, max: 2030 })),
    title: fc.option(text),
    publishedOn: fc.option(day),
    period: fc.option(fc.record({ from: day, to: day })),
  }),
  sections: fc.array(fc.record({ code: fc.constantFrom(...codes), heading: text, text }), { maxLength: 9 }),
  figures: fc.array(figure, { maxLength: 40 }),
  claims: fc.array(
    fc.record({
      subject: fc.constantFrom(null, 'info_fee.collected', 'narrative.applications.received'),
      value: fc.nat(5000),
      unit: fc.constant('件'),
      kind: fc.constant('number'),
      qualifier: fc.constant(null),
      period: fc.constantFrom('report_year', 'other_year'),
      aboutYear: fc.constant(null),
      section: fc.nat(12),
      start: fc.nat(50),
      end: fc.nat(90),
    }),
    { maxLength: 5 },
  ),
  findings: fc.constantFrom([], [{ check: 'extract/row-not-placed', severity: 'warning', message: '提示' }]),
  outcomes: fc.constant({}),
}) as fc.Arbitrary<Extraction>;
