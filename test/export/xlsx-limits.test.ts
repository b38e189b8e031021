import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { exportXlsx } from '../../src/export/export-xlsx.js';
import type { ViewReader } from '../../src/store/views/view-stream.js';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-xlsx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a workbook of rows that none holds is refused before one of them is read, with what to do', async () => {
  const { done, warnings, read } = exportAbout(200_000_000);
  await expect(done).rejects.toThrow(/about 200000000 rows.*no workbook holds.*parquet or csv/);
  expect(warnings).toHaveLength(1);
  expect(read).toEqual([]);
});

test('how many sheets it will be is said before the first row is read', async () => {
  const { done, warnings, read } = exportAbout(3_000_000);
  await expect(done).rejects.toThrow('as far as this test goes');
  expect(warnings).toEqual([expect.stringMatching(/figure has about 3000000 rows, which is 3 sheets/)]);
  expect(read).toEqual(['figure']);
});

test('what a sheet holds is written without a word', async () => {
  const { done, warnings } = exportAbout(1_048_575);
  await expect(done).rejects.toThrow('as far as this test goes');
  expect(warnings).toEqual([]);
});

/** An export of one view with about so many rows, which fails when the first is read. */
function exportAbout(rows: number) {
  const warnings: string[] = [];
  const read: string[] = [];
  const reader: ViewReader = {
    views: [{ name: 'figure', comment: '', columns: [] }],
    years: { all: [], left: [] },
    about: async () => rows,
    // biome-ignore lint/correctness/useYield: it never comes to a row
    async *stream(view) {
      read.push(view);
      throw new Error('as far as this test goes');
    },
  };
  const draft = { path: async () => join(folder, 'book.xlsx'), add: () => {}, note: () => {} };
  const report = { progress: () => {}, warn: (text: string) => void warnings.push(text) };
  return { done: exportXlsx.write(reader, draft, { out: '', report }), warnings, read };
}
