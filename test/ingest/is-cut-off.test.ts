import { expect, test } from 'vitest';
import { isCutOff } from '../../src/ingest/http/is-cut-off.js';

const page = '<!doctype html><html><body><p>年报</p></body></html>';

test.each([
  ['a page', page],
  ['data', '{"articles":[{"title":"年报"}]}'],
  ['a list', '[1, 2]\n'],
  ['a store of records', '<datastore><recordset></recordset></datastore>'],
  ['a fragment', '<ul><li>2022</li><li>2021</li></ul><b>2</b>'],
  ['a document', 'PK\x03\x04word/document.xmlPK\x01\x02PK\x05\x06\0\0'],
  ['a PDF', '%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n'],
])('%s is whole, and its half is cut off', (_, text) => {
  const body = Buffer.from(text, 'latin1');
  expect(isCutOff(body)).toBe(false);
  expect(isCutOff(body.subarray(0, body.length / 2))).toBe(true);
});

test('of what has no end of its own nothing is known', () => {
  expect(isCutOff(Buffer.from('<li>年报</li>'))).toBe(false);
  expect(isCutOff(Buffer.alloc(0))).toBe(false);
});

test('counters that a site writes after the end are no reason', () => {
  expect(isCutOff(Buffer.from(`${page}${'<!-- 1 -->'.repeat(1000)}`))).toBe(false);
});
