import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/model/document.js';
import { figureKey } from '../../../src/parse/control/compare-readings.js';
import { confirmReading } from '../../../src/parse/control/confirm-reading.js';
import { parse, parseDocument } from '../../../src/parse/parse.js';
import { readDocx } from '../../../src/parse/readers/docx/docx-reader.js';
import { readHtml } from '../../../src/parse/readers/html/html-reader.js';
import { encodeGb18030 } from '../../../tools/generate/encode-gb18030.js';
import { makeLayout } from '../../../tools/generate/layout.js';
import { renderText } from '../../../tools/generate/render-text.js';
import { replaceOnce } from './blind-documents.js';
import {
  CHANGED,
  confirm,
  controlFindings,
  docxOf,
  docxWith,
  figure,
  PRINTED,
  pageOf,
  report,
} from './documents.js';

const page = (edit: (html: string) => string = (html) => html): Buffer => Buffer.from(edit(pageOf(report())));

/** The document as a reader that reads 37 as 73 would make it. */
function misread(document: Document): Document {
  const swap = (text: string): string => (text.trim() === PRINTED ? '73' : text);
  const blocks = document.blocks.map((block) =>
    block.kind === 'table'
      ? { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, text: swap(cell.text) }))) }
      : block,
  );
  return { ...document, blocks };
}

describe('a wrong main reading', () => {
  const [html, docx] = [page(), docxOf(report())];

  test.each([
    ['page', html, readHtml(html, null)],
    ['.docx', docx, readDocx(docx)],
  ])('of a %s is withheld and named, with both readings as evidence', async (_, bytes, document) => {
    const main = parseDocument(misread(document));
    expect(figure(main, CHANGED)).toMatchObject({ value: 73, state: 'number' });
    const { extraction, agreed } = await confirmReading(main, bytes, null);
    expect(figure(extraction, CHANGED)).toMatchObject({ raw: '73', value: null, state: 'withheld' });
    expect(extraction.control).toBe('differed');
    expect(agreed.has(CHANGED)).toBe(false);
    expect(agreed.size).toBe(main.figures.length - 1);
    expect(controlFindings({ extraction, main })).toEqual([
      expect.objectContaining({
        check: 'read/readers-differ',
        severity: 'warning',
        indicator: 'proactive.rules.issued',
        applicant: null,
        evidence: [
          expect.objectContaining({ raw: '73', value: 73 }),
          expect.objectContaining({ raw: PRINTED, value: 37 }),
        ],
      }),
    ]);
  });

  test('that misses a table gives withheld figures, not none', async () => {
    const document = readHtml(html, null);
    const main = parseDocument({
      ...document,
      blocks: document.blocks.filter(({ kind }) => kind !== 'table'),
    });
    const { extraction } = await confirmReading(main, html, null);
    expect(main.figures).toEqual([]);
    expect(extraction.figures).toHaveLength(200);
    expect(new Set(extraction.figures.map(({ state, value }) => `${state} ${value}`))).toEqual(
      new Set(['withheld null']),
    );
    expect(figure(extraction, CHANGED)).toMatchObject({ raw: PRINTED });
  });

  test('that has a figure too many has it withheld', async () => {
    const main = parseDocument(readHtml(html, null));
    const none = { ...readHtml(html, null), blocks: [] };
    const { extraction } = await confirmReading(main, html, null, { read: () => none, blindTo: () => [] });
    expect(extraction.figures.every(({ state }) => state === 'withheld')).toBe(true);
    expect(controlFindings({ extraction, main })).toHaveLength(200);
  });
});

describe('malformed pages that the two read differently', () => {
  test.each([
    ['a comment that ends in --!>', '<td>37<!-- a --!>1</td>', 200],
    ['a plaintext element', '<td>37<plaintext></td>', 200],
    ['a cell inside a select element', '<td>37<select><td>9</select></td>', 3],
    ['text for browsers without frames', '<td>37<noframes></td><td>5</noframes></td>', 2],
  ])('%s: withheld, never wrong', async (_, cells, fewest) => {
    const { main, extraction, agreed } = await confirm(
      page((html) => replaceOnce(html, '<td>37</td>', cells)),
    );
    const findings = controlFindings({ extraction, main });
    expect(findings.length).toBeGreaterThanOrEqual(fewest);
    expect(new Set(findings.map(({ check }) => check))).toEqual(new Set(['read/readers-differ']));
    for (const doubted of extraction.figures.filter((figure) => !agreed.has(figureKey(figure))))
      expect(doubted).toMatchObject({ value: null, state: 'withheld' });
  });
});

describe('pages that only look difficult are confirmed', () => {
  test.each<[string, (html: string) => string]>([
    ['cells and rows that are never closed', (html) => html.replaceAll('</td>', '').replaceAll('</tr>', '')],
    ['unclosed cells around paragraphs', (html) => html.replaceAll(/<td>([^<]*)<\/td>/g, '<td><p>$1')],
    [
      'a layout table around the article',
      (html) => html.replace('<h2>一', '<table><tr><td>栏目</td><td><h2>一'),
    ],
    ['a form inside the rows', (html) => html.replaceAll('<tr>', '<form><tr>')],
    [
      'a hidden row',
      (html) =>
        html.replace(
          '<tr><td>规章',
          '<tr style="COLOR:red; Display: None"><td>规章</td><td>9</td></tr><tr><td>规章',
        ),
    ],
    ['digits in runs', (html) => html.replace('<td>37</td>', '<td><span>3</span><font>7</font></td>')],
    [
      'a single-cell table in a cell',
      (html) => html.replace('<td>37</td>', '<td><table><tr><td>37</td></tr></table></td>'),
    ],
  ])('%s', async (_, edit) => {
    const { main, extraction, agreed } = await confirm(page(edit));
    expect(figure(main, CHANGED)).toMatchObject({ value: 37 });
    expect(agreed.size).toBe(main.figures.length);
    expect(extraction).toEqual({ ...main, control: 'agreed' });
  });

  test('a GB18030 page that says it is UTF-8', async () => {
    const { agreed } = await confirm(Buffer.from(encodeGb18030(pageOf(report()))));
    expect(agreed.size).toBe(200);
  });
});

describe('what the control reader cannot read', () => {
  const bomb = '<w:footnotes>'.padEnd(8_000_000, ' ');
  test.each([
    ['mammoth refuses the notes', docxWith((xml) => xml, { 'word/footnotes.xml': '<w:footnotes' })],
    [
      'a part unpacks to more than mammoth may be given',
      docxWith((xml) => xml, { 'word/footnotes.xml': bomb }),
    ],
    ['a part has a DOCTYPE', docxWith((xml) => xml, { 'word/footnotes.xml': '<!DOCTYPE a><a/>' })],
    [
      'a page is nested too deep',
      page((html) => html.replace('</body>', `${'<div>'.repeat(30_000)}</body>`)),
    ],
  ])('%s: the figures stand, and a finding says so', async (_, bytes) => {
    const { main, extraction, agreed } = await confirm(bytes);
    expect(extraction.figures).toBe(main.figures);
    expect(extraction.control).toBe('failed');
    expect(agreed.size).toBe(0);
    expect(controlFindings({ extraction, main })).toEqual([
      expect.objectContaining({
        check: 'read/control-failed',
        severity: 'info',
        evidence: [{ text: expect.any(String) }],
      }),
    ]);
  });

  test('the number of an automatic list that runs into a figure is not taken for the figure', async () => {
    const numbered = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';
    const bytes = docxWith((xml) => {
      const at = xml.indexOf(`>${PRINTED}</w:t>`);
      const start = xml.lastIndexOf('<w:p>', at);
      return (
        xml.slice(0, start) +
        xml.slice(start).replace(/<w:p><w:pPr><w:jc w:val="center"\/><\/w:pPr>/, numbered)
      );
    });
    expect(figure((await confirm(bytes)).extraction, CHANGED)).toMatchObject({ value: null });
  });
});

test('text has one reader, and a finding says so', async () => {
  const { main, extraction } = await confirm(Buffer.from(renderText(makeLayout(report()))));
  expect(extraction.figures).toBe(main.figures);
  expect(extraction.control).toBe('single_reader');
  expect(controlFindings({ extraction, main })).toEqual([
    expect.objectContaining({ check: 'read/one-reader', severity: 'info' }),
  ]);
});

test('what is no document for the main reader never comes to the control reader', () => {
  expect(() => parse(Buffer.from(zipSync({ 'word/other.xml': new Uint8Array(9) })))).toThrow(
    /word\/document\.xml/,
  );
});
