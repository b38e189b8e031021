import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { FORM_TABLES } from '../../src/catalogue/forms.js';
import { INDICATOR_BY_CODE } from '../../src/catalogue/indicators.js';
import { NARRATIVE_SUBJECTS } from '../../src/catalogue/narrative-subjects.js';
import type { NarrativeClaim } from '../../src/model/claim.js';
import type { Extraction, Figure, FigureState, Section, SectionCode } from '../../src/model/extraction.js';
import { storableText } from '../../src/store/postgres/copy-text.js';
import type { Database } from '../../src/store/postgres/database.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { saveReports } from '../../src/store/reports/save-reports.js';
import { storedReports } from '../../src/store/reports/stored-reports.js';
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

  test('any claims come back exactly, and mart.claim shows them with their words', async () => {
    const { db } = database();
    await fc.assert(
      fc.asyncProperty(PROSE, async ({ sections, claims }) => {
        const held = await saveAndRead(db, extraction({ sections, claims }));
        expect(held.claims).toEqual(claims);
        const client = await db.pool.connect();
        try {
          const { rows } = await client.query<MartClaim>(
            "select * from mart.claim where unit_id = 'huiqu' and report_year = 2021 order by ordinal",
          );
          expect(rows.map(claimOfMart)).toEqual(claims.map((claim) => claimInMart(claim, sections)));
        } finally {
          client.release();
        }
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

interface MartClaim {
  subject: string | null;
  value: string;
  unit: string | null;
  kind: string;
  qualifier: string | null;
  period: string;
  about_year: number | null;
  section_ordinal: number;
  section_code: string;
  text: string;
}

const claimOfMart = (row: MartClaim) => [
  row.subject,
  Number(row.value),
  row.unit,
  row.kind,
  row.qualifier,
  row.period,
  row.about_year,
  row.section_ordinal,
  row.section_code,
  row.text,
];

const claimInMart = (claim: NarrativeClaim, sections: readonly Section[]) => [
  claim.subject,
  claim.value,
  claim.unit,
  claim.kind,
  claim.qualifier,
  claim.period,
  claim.aboutYear,
  claim.section,
  sections[claim.section]!.code,
  sections[claim.section]!.text.slice(claim.start, claim.end),
];

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

/** Characters of two UTF-16 units among them: PostgreSQL counts those otherwise. */
const PROSE = fc
  .array(
    fc.record({
      code: fc.constantFrom<SectionCode>('overview', 'other'),
      heading: fc.constant('一'),
      characters: fc.array(fc.constantFrom('镇', '𠮷', '5', ' ', '\n', 'e\u0301'), {
        minLength: 1,
        maxLength: 40,
      }),
      claims: fc.array(
        fc.record({
          subject: fc.option(fc.constantFrom(...NARRATIVE_SUBJECTS.map(({ code }) => code))),
          value: fc.oneof(fc.nat(), fc.constantFrom(0.1, 43.788, 1e15, 2 ** 40)),
          unit: fc.option(fc.constantFrom('件', '万元', '%', '个百分点')),
          kind: fc.constantFrom<NarrativeClaim['kind']>('number', 'none'),
          qualifier: fc.option(
            fc.constantFrom<'over' | 'under' | 'about' | 'range'>('over', 'under', 'about', 'range'),
          ),
          period: fc.constantFrom<NarrativeClaim['period']>(
            'report_year',
            'other_year',
            'as_of',
            'cumulative',
          ),
          aboutYear: fc.option(fc.constantFrom(2021, 2020, 1999)),
          from: fc.nat(30),
          length: fc.nat(12),
        }),
        { maxLength: 8 },
      ),
    }),
    { maxLength: 4 },
  )
  .map((given) => ({
    sections: given.map(({ code, heading, characters }) => ({ code, heading, text: characters.join('') })),
    claims: given.flatMap(({ characters, claims }, section) =>
      claims.map(({ from, length, ...claim }): NarrativeClaim => {
        const start = characters.slice(0, from).join('').length;
        return {
          ...claim,
          section,
          start,
          end: start + characters.slice(from, from + length).join('').length,
        };
      }),
    ),
  }));
