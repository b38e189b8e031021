import { describe, expect, test } from 'vitest';
import { generatedDocuments } from '../../tools/accuracy/corpus-generated.js';
import { judgeDocument } from '../../tools/accuracy/judge-document.js';
import type { Format } from '../../tools/generate/variations/draft.js';
import { ENCODINGS } from '../../tools/generate/variations/encodings.js';
import { HEADING_NUMBERS } from '../../tools/generate/variations/heading-numbers.js';
import { HEADING_PLACES } from '../../tools/generate/variations/heading-places.js';
import { PAGE_VARIATIONS } from '../../tools/generate/variations/page-variations.js';
import { REPORT_LINES } from '../../tools/generate/variations/report-lines.js';
import { SECTION_WORDS } from '../../tools/generate/variations/section-words.js';
import { SIGNATURES } from '../../tools/generate/variations/signatures.js';
import { TITLES } from '../../tools/generate/variations/titles.js';

const FORMATS: readonly Format[] = ['html', 'docx', 'text'];

/** Of every way in which pages name unit and year, print dates, head sections and stand around a report. */
const VARIATIONS = [
  ...TITLES,
  ...SIGNATURES,
  ...SECTION_WORDS,
  ...HEADING_NUMBERS,
  ...HEADING_PLACES,
  ...REPORT_LINES,
  ...PAGE_VARIATIONS,
  ...ENCODINGS,
];

describe('unit, year, day, form and sections are exact', () => {
  test.each(
    VARIATIONS.map((variation) => [variation.name, variation] as const),
  )('%s', async (_, variation) => {
    for (const format of FORMATS.filter((each) => variation.formats.includes(each))) {
      const documents = generatedDocuments({
        documents: 2,
        seed: 11,
        variations: [variation],
        formats: [format],
      });
      for (const document of documents) {
        const { facts, factsRead, falseErrors } = await judgeDocument(document);
        const wrong = Object.entries(facts).filter(([, match]) => match !== 'exact');
        expect(wrong, `${document.name}: ${JSON.stringify(factsRead)}`).toEqual([]);
        expect(falseErrors, document.name).toEqual([]);
      }
    }
  });
});
