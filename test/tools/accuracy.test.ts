import { describe, expect, test } from 'vitest';
import { readOnce } from '../../src/jobs/read-document.js';
import type { Extraction, Figure } from '../../src/model/extraction.js';
import type { Finding } from '../../src/model/finding.js';
import { compareReaders } from '../../tools/accuracy/compare-readers.js';
import { generatedDocuments, mayApply } from '../../tools/accuracy/corpus-generated.js';
import { judgeDocument, judgeExtraction } from '../../tools/accuracy/judge-document.js';
import type { ExpectedReport } from '../../tools/accuracy/labelled-document.js';
import { lastLine } from '../../tools/accuracy/print-summary.js';
import { Tally } from '../../tools/accuracy/tally.js';
import type { ExpectedFigure, Format } from '../../tools/generate/variations/draft.js';
import { VARIATIONS } from '../../tools/generate/variations/variations.js';
import { makeVaried } from '../../tools/generate/variations/varied-document.js';
import { pageOf, report } from '../parse/control/documents.js';

const FORMATS: readonly Format[] = ['html', 'docx', 'text'];

const KEY = 'results.granted@natural_person';
const TRUTH: ExpectedFigure = {
  indicator: 'results.granted',
  applicant: 'natural_person',
  raw: '5',
  value: 5,
  unit: '件',
  state: 'number',
};
const READ: Figure = { ...TRUTH, unit: '件', formTable: 't2021.applications', table: 1, row: 6, column: 3 };
const REPORT: ExpectedReport = {
  figures: new Map([[KEY, TRUTH]]),
  units: ['青杉镇人民政府'],
  year: 2021,
  publishedOn: null,
  template: 't2021',
};

function outcome(figures: readonly Figure[], findings: readonly Finding[] = [], truth = REPORT) {
  const extraction: Extraction = {
    mediaType: 'text/html',
    template: 't2021',
    identity: { unit: '青杉镇人民政府', year: 2021, title: null, publishedOn: null, period: null },
    sections: [],
    figures,
    claims: [],
    findings,
    outcomes: {},
  };
  const verdict = judgeExtraction(extraction, truth);
  return verdict.figures.map((figure) => figure.outcome).join(' ');
}

const truthOf = (change: Partial<ExpectedFigure>): ExpectedReport => ({
  ...REPORT,
  figures: new Map([[KEY, { ...TRUTH, ...change }]]),
});
const finding = (place: Partial<Finding>): Finding => ({
  check: 'extract/doubt',
  severity: 'warning',
  message: '存疑',
  ...place,
});

describe('a figure', () => {
  test('is exact with the value, state, text and unit of the truth', () => {
    expect(outcome([READ])).toBe('exact');
    expect(outcome([{ ...READ, raw: ' 5\u3000' }])).toBe('exact');
  });

  test('is silently wrong with another value, a number for a blank, a blank for a number, or where none is printed', () => {
    const blank = { raw: '', value: null, state: 'blank' } as const;
    expect(outcome([{ ...READ, raw: '6', value: 6 }])).toBe('silent_wrong');
    expect(outcome([READ], [], truthOf(blank))).toBe('silent_wrong');
    expect(outcome([{ ...READ, ...blank }])).toBe('silent_wrong');
    expect(outcome([READ], [], { ...REPORT, figures: new Map() })).toBe('silent_wrong');
    expect(outcome([READ, { ...READ, row: 7 }])).toBe('exact silent_wrong');
    expect(outcome([READ], [], truthOf({ unit: '万元' }))).toBe('silent_wrong');
  });

  test('is flagged where it is withheld, or wrong and named by a finding', () => {
    const wrong = { ...READ, raw: '6', value: 6 };
    expect(outcome([{ ...READ, value: null, state: 'withheld' }])).toBe('flagged');
    for (const place of [
      { indicator: 'results.granted', applicant: 'natural_person' },
      { indicator: 'results.granted' },
      { table: 1, row: 6 },
      { table: 1, column: 3 },
      { table: 1 },
    ])
      expect(outcome([wrong], [finding(place)])).toBe('flagged');
  });

  test('is not excused by a finding about another one, or by a remark on the whole table', () => {
    const wrong = { ...READ, raw: '6', value: 6 };
    for (const place of [
      {},
      { indicator: 'results.granted', applicant: 'total' },
      { indicator: 'results.total' },
      { table: 1, row: 7 },
      { table: 1, row: 6, column: 4 },
      { table: 2, row: 6 },
      { table: 1, severity: 'info' as const },
    ])
      expect(outcome([wrong], [finding(place)])).toBe('silent_wrong');
  });

  test('is missing where it is not returned, and inexact with another text', () => {
    expect(outcome([])).toBe('missing');
    expect(outcome([{ ...READ, raw: '5件', state: 'annotated' }])).toBe('inexact');
  });
});

describe('a report', () => {
  test('without a fault has no error finding', () => {
    const errors = (faulty: boolean) =>
      judgeExtraction(
        {
          ...readOnce(Buffer.from(makeVaried(1, 'html', []).bytes)),
          findings: [finding({ severity: 'error' })],
        },
        REPORT,
        faulty,
      ).falseErrors.length;
    expect(errors(false)).toBe(1);
    expect(errors(true)).toBe(0);
  });

  test('as the form prints it is read exactly in every format, and by both readers alike', async () => {
    const tally = new Tally();
    for (const document of generatedDocuments({ documents: 12, seed: 3, variations: [], formats: FORMATS }))
      tally.add(document, await judgeDocument(document));
    const { exact } = tally.all.figures;
    expect(lastLine(tally.all)).toBe(`exact ${exact}/${exact} silent_wrong 0 missing 0`);
    expect(tally.all.falseErrors).toBe(0);
  });
});

describe('the two readers', () => {
  const one = (format: Format) =>
    [...generatedDocuments({ documents: 1, seed: 3, variations: [], formats: [format] })][0]!;

  test.each(['html', 'docx'] as const)('agree on every figure of a plain %s', async (format) => {
    const document = one(format);
    const { outcome, agreed, alikeWrong } = await compareReaders(document);
    expect({ outcome, agreed, alikeWrong }).toEqual({
      outcome: 'agreed',
      agreed: document.expected.figures.size,
      alikeWrong: 0,
    });
  });

  test('are one for text', async () => {
    expect((await compareReaders(one('text'))).outcome).toBe('single_reader');
  });

  test('are told apart by the truth, and so is what both get wrong', async () => {
    const truth = report();
    const figures = new Map(
      [...truth.figures.values()].map((cell) => [`${cell.indicator}@${cell.applicant ?? ''}`, cell]),
    );
    const document = { ...one('html'), expected: { ...REPORT, figures } };
    const page = pageOf(truth);
    const torn = page.replace('<td>37</td>', '<td>37<!-- a --!>1</td>');
    const { outcome, right } = await compareReaders({ ...document, bytes: Buffer.from(torn) });
    expect(outcome).toBe('differed');
    // A browser ends the comment and shows 371; the control reader doesn't end it and loses the rest of the page.
    expect(right).toMatchObject({ main: expect.any(Number), control: 0 });
    expect(right.main).toBeGreaterThan(100);
    const key = 'proactive.rules.issued@';
    const other = new Map(figures).set(key, { ...figures.get(key)!, value: 38 });
    const wrong = { ...document, bytes: Buffer.from(page), expected: { ...REPORT, figures: other } };
    expect(await compareReaders(wrong)).toMatchObject({ outcome: 'agreed', alikeWrong: 1 });
  });
});

describe('the variations', () => {
  test('are at least 80, with names of their own', () => {
    expect(VARIATIONS.length).toBeGreaterThanOrEqual(80);
    expect(new Set(VARIATIONS.map(({ name }) => name)).size).toBe(VARIATIONS.length);
    for (const { name, zh } of VARIATIONS) {
      expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(zh).toMatch(/[一-鿿]/);
    }
  });

  test('each change the bytes, in every format that they apply to', () => {
    const unchanged: string[] = [];
    for (const variation of VARIATIONS)
      for (const format of FORMATS.filter((own) => mayApply(variation, own))) {
        // The same report without it: what is drawn must be the same, so only the change differs.
        const without = { ...variation, apply: () => {}, options: (options: object) => options };
        const [plain, varied] = [
          makeVaried(11, format, [without as never]),
          makeVaried(11, format, [variation]),
        ];
        if (Buffer.from(plain.bytes).equals(Buffer.from(varied.bytes)))
          unchanged.push(`${variation.name} ${format}`);
      }
    expect(unchanged).toEqual([]);
  });

  test('make the same document again from the same seed', () => {
    const bytes = () =>
      [...generatedDocuments({ documents: 30, seed: 5, variations: null, formats: FORMATS })].map((made) =>
        made.bytes.toString('base64'),
      );
    expect(bytes()).toEqual(bytes());
  });
});
