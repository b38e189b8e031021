import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { FORM_TABLES } from '../../src/catalogue/forms.js';
import { INDICATOR_BY_CODE } from '../../src/catalogue/indicators.js';
import type { Extraction, Figure, FigureState, Section, SectionCode } from '../../src/model/extraction.js';
import { storableText } from '../../src/store/copy-text.js';
import type { Database } from '../../src/store/database.js';
import { migrate } from '../../src/store/migrate.js';
import { saveReports } from '../../src/store/save-reports.js';
import { storedReports } from '../../src/store/stored-reports.js';
import { onEachDatabase } from './databases.js';
import { capture, extraction, loadable, saveCounty, tableFigures } from './reports.js';

onEachDatabase('what is stored is what was read', (database) => {
  beforeAll(async () => {
    await migrate(database().db);
    await saveCounty(database().db, 'anqiu', ['huiqu']);
  });

  const saveAndRead = async (db: Database, given: Extraction) => {
    const report = { ...loadable('huiqu', 2021, 'round trip'), extraction: given };
    await capture(db, report, '2022-02-01');
    expect((await saveReports(db, [report])).failed).toEqual([]);
    for await (const held of storedReports(db))
      if (held.documentSha256 === report.documentSha256) return held;
    throw new Error('not stored');
  };

  test('any figures and sections come back exactly', async () => {
    const { db } = database();
    await fc.assert(
      fc.asyncProperty(FIGURES, SECTIONS, async (figures, sections) => {
        const held = await saveAndRead(db, extraction({ figures, sections }));
        expect(sorted(held.figures)).toEqual(sorted(figures));
        expect(held.sections).toEqual(sections);
      }),
      { numRuns: 60 },
    );
  });

  test('mart.figure shows the same raw, value, unit, state and place', async () => {
    const { db } = database();
    await fc.assert(
      fc.asyncProperty(FIGURES, async (figures) => {
        await saveAndRead(db, extraction({ figures }));
        const client = await db.pool.connect();
        try {
          const { rows } = await client.query<MartFigure>(
            "select * from mart.figure where unit_id = 'huiqu'",
          );
          expect(sorted(rows.map(fromMart))).toEqual(sorted(figures));
        } finally {
          client.release();
        }
      }),
      { numRuns: 25 },
    );
  });

  test('a blank is null and never 0, and a decimal keeps its digits', async () => {
    const { db } = database();
    const figures = tableFigures('t2021.proactive', 0, (indicator) =>
      indicator === 'proactive.fees.amount'
        ? { raw: '437880元', value: 43.788, state: 'annotated' }
        : { raw: '', value: null, state: 'blank' },
    );
    await saveAndRead(db, extraction({ figures }));
    const client = await db.pool.connect();
    try {
      const { rows } = await client.query<{ indicator: string; value: string | null }>(
        "select indicator, value from mart.figure where unit_id = 'huiqu'",
      );
      expect(rows.filter((row) => row.value !== null)).toEqual([
        { indicator: 'proactive.fees.amount', value: '43.788' },
      ]);
      const measures = await client.query("select * from mart.unit_year where unit_id = 'huiqu'");
      expect(measures.rows[0]).toMatchObject({
        fees_amount: '43.788',
        penalty_per_year: null,
        disclosure_rate: null,
      });
    } finally {
      client.release();
    }
  });

  test('tabs, line ends, backslashes and quotes survive; NUL and half characters become U+FFFD', async () => {
    const { db } = database();
    const text = 'a\tb\nc\r\nd\\N\\.\\t"\'{}, 字𠮷\u0000\ud800x';
    const section: Section = { code: 'overview', heading: '\\N', text };
    const held = await saveAndRead(db, extraction({ sections: [section] }));
    expect(held.sections).toEqual([{ ...section, text: 'a\tb\nc\r\nd\\N\\.\\t"\'{}, 字𠮷\uFFFD\uFFFDx' }]);
    expect(held.sections[0]!.text).toBe(storableText(text));
  });
});

interface MartFigure {
  indicator: string;
  applicant: string | null;
  form_table: string;
  raw: string;
  value: string | null;
  unit: string | null;
  state: FigureState;
  table_no: number;
  row_no: number;
  column_no: number;
}

function fromMart(row: MartFigure): Figure {
  return {
    indicator: row.indicator,
    applicant: row.applicant,
    formTable: row.form_table,
    raw: row.raw,
    value: row.value === null ? null : Number(row.value),
    unit: row.unit,
    state: row.state,
    table: row.table_no,
    row: row.row_no,
    column: row.column_no,
  };
}

function sorted(figures: readonly Figure[]): string[] {
  return figures.map((f) => JSON.stringify(Object.fromEntries(Object.entries(f).sort()))).sort();
}

const WORDS = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom('\t', '\n', '\r', '\\', '/', '"', ' ', '无', '元', '0'),
      fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }),
    ),
  })
  .map(storableText);
const NUMBERS = fc.oneof(
  fc.nat(500),
  fc.integer(),
  fc.constantFrom(43.788, 0.1, 1e-7, 2 ** 31, -(2 ** 31), 2 ** 31 - 1, Number.MAX_SAFE_INTEGER, 1e21),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
);
const UNITS = fc.option(fc.constantFrom('件', '项', '万元', '元', '千元'));

const CELL = fc.oneof(
  { weight: 5, arbitrary: NUMBERS.map((value) => ({ value, raw: String(value), state: 'number' as const })) },
  {
    weight: 1,
    arbitrary: fc.record({ value: NUMBERS, raw: WORDS, state: fc.constantFrom('number', 'annotated') }),
  },
  { weight: 2, arbitrary: fc.constant({ value: null, raw: '', state: 'blank' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      value: fc.constant(null),
      raw: WORDS,
      state: fc.constantFrom('blank', 'placeholder', 'text', 'withheld'),
    }),
  },
);

const FIGURE = fc
  .record({
    form: fc.constantFrom(...FORM_TABLES),
    at: fc.nat(),
    cell: CELL,
    unit: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: UNITS }),
    table: fc.nat(5),
    row: fc.nat(40),
    column: fc.nat(20),
  })
  .map(({ form, at, cell, unit, table, row, column }): Figure => {
    const { indicator, applicant } = form.cells[at % form.cells.length]!;
    const own = INDICATOR_BY_CODE.get(indicator)!.unit;
    return {
      indicator,
      applicant,
      formTable: form.id,
      ...cell,
      state: cell.state as FigureState,
      unit: unit === undefined ? own : unit,
      table,
      row,
      column,
    };
  });

/** Also the same cell several times, whole tables, and none. */
const FIGURES = fc.array(FIGURE, { maxLength: 120 });

const SECTIONS = fc.array(
  fc.record({
    code: fc.constantFrom<SectionCode>('preamble', 'overview', 'extra'),
    heading: WORDS,
    text: WORDS,
  }),
  { maxLength: 6 },
);
