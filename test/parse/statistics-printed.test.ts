import { beforeAll, describe, expect, test } from 'vitest';
import { parseBytes } from '../../src/parse/parse.js';
import { type Variation, vary } from '../../tools/generate/variations/variation.js';
import { VARIATIONS } from '../../tools/generate/variations/variations.js';
import { makeVaried, type VariedDocument } from '../../tools/generate/variations/varied-document.js';
import { OFFICE, saveAs } from '../ingest/office.js';

const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
const LINES = SIDES.map((side) => `<w:${side} w:val="single" w:sz="4"/>`).join('');
/** Tables have lines, as in what Word and WPS print. */
const RULED = vary(
  'ruled',
  '表格有框线',
  (draft) => {
    draft.docx.document.push((xml) =>
      xml.replaceAll('</w:tblPr>', `<w:tblBorders>${LINES}</w:tblBorders></w:tblPr>`),
    );
  },
  { era: 'any' },
);

const named = (name: string): Variation => VARIATIONS.find((one) => one.name === `statistics-${name}`)!;

/** The table fills several pages: rows, and once the header, stand on both sides of page breaks. */
const PRINTED = [
  ...['as-issued', 'running-numbers', 'cumulative-before', 'headings-merged', 'units-merged', 'yuan'],
].map((name, place) => ({ name, ...makeVaried(40 + place, 'docx', [named(name), RULED]) }));
const UNRULED = { name: 'unruled', ...makeVaried(40, 'docx', [named('as-issued')]) };

const lines = (figures: Iterable<{ indicator: string; raw: string; value: number | null }>): string[] =>
  [...figures].map(({ indicator, raw, value }) => `${indicator} “${raw}” ${value}`).sort();

describe.skipIf(OFFICE === null)(
  'statistics tables printed by LibreOffice (skipped where there is none)',
  () => {
    let printed: Map<string, Buffer>;
    beforeAll(() => {
      const file = ({ name, bytes }: VariedDocument & { name: string }) =>
        [`${name}.docx`, Buffer.from(bytes)] as const;
      printed = saveAs('pdf', [...PRINTED, UNRULED].map(file));
    });

    test.each(PRINTED)('$name', async ({ name, expected }) => {
      const read = await parseBytes(printed.get(name)!);
      expect(lines(read.figures)).toEqual(lines(expected.figures.values()));
      expect(read.template).toBe('t2014');
    });

    test('without lines nothing is read, and that is said', async () => {
      const read = await parseBytes(printed.get(UNRULED.name)!);
      expect(read.figures).toEqual([]);
      expect(read.findings.map(({ check }) => check)).toContain('read/table-without-lines');
    });
  },
);
