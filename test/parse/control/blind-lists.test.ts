import { describe, expect, test } from 'vitest';
import { BLIND_LISTS } from '../../../src/catalogue/blind-lists.js';
import { CONTROL_READERS } from '../../../src/parse/control/control-readers.js';
import { BLIND_CASES } from './blind-documents.js';
import { confirm, controlFindings, docxOf, pageOf, report } from './documents.js';

test('every entry of the blind lists has a document that shows it', () => {
  expect(BLIND_CASES.map(({ name }) => name).sort()).toEqual(BLIND_LISTS.map(({ name }) => name).sort());
});

describe.each(BLIND_CASES)('$name', ({ name, bytes }) => {
  const entry = BLIND_LISTS.find((feature) => feature.name === name)!;

  test('the main value stands, and one finding names the feature and how many figures', async () => {
    const { main, extraction, agreed } = await confirm(bytes);
    const differing = main.figures.length - agreed.size;
    expect(differing).toBeGreaterThan(0);
    expect(extraction.figures).toEqual(main.figures);
    const [finding, ...others] = controlFindings({ extraction, main });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ check: 'read/control-blind', severity: 'info' });
    expect(finding!.message).toContain(entry.labelZh);
    expect(finding!.message).toMatch(new RegExp(`；${differing} 个数据以主读法为准`));
  });

  test('no other entry is named', () => {
    const reader = Object.values(CONTROL_READERS).map(({ blindTo }) => blindTo);
    const [ofPage, ofDocx] = reader;
    const seen = (entry.reader === 'mammoth' ? ofDocx! : ofPage!)(bytes, null);
    expect(seen.map((feature) => feature.name)).toEqual([name]);
  });
});

test('an ordinary page and an ordinary .docx show none', () => {
  const [ofPage, ofDocx] = Object.values(CONTROL_READERS);
  for (const style of ['clean', 'word'] as const) {
    const look = { style, headingNumbers: 'automatic' } as const;
    expect(ofPage!.blindTo(Buffer.from(pageOf(report(), look)), null)).toEqual([]);
    expect(ofDocx!.blindTo(docxOf(report(), look), null)).toEqual([]);
  }
});
