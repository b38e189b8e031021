import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeWorkbook } from '../../src/export/xlsx/workbook.js';
import type { ViewRow } from '../../src/store/views/view-stream.js';

test('rows beyond what a sheet of Excel holds go on in a second one with the same head', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-workbook-'));
  const path = join(folder, 'long.xlsx');
  async function* rows(): AsyncGenerator<ViewRow[]> {
    for (let no = 0; no < ROWS; no += 10_000)
      yield Array.from({ length: Math.min(10_000, ROWS - no) }, (_, index) => [String(no + index)]);
  }
  await writeWorkbook(
    path,
    () => {},
    async (book) => {
      const columns = [{ name: 'no', type: 'integer', comment: '' }] as const;
      expect(await book.add({ name: 'figure', columns }, rows())).toBe(ROWS);
    },
  );
  const parts = unzipSync(readFileSync(path));
  rmSync(folder, { recursive: true });
  const names = [...strFromU8(parts['xl/workbook.xml']!).matchAll(/<sheet name="([^"]+)"/g)];
  expect(names.map((match) => match[1])).toEqual(['figure', 'figure 2']);
  const [first, second] = [1, 2].map((no) => Buffer.from(parts[`xl/worksheets/sheet${no}.xml`]!));
  expect(first!.includes('<row r="1048576"><c r="A1048576"><v>1048574</v></c></row></sheetData>')).toBe(true);
  expect(second!.toString()).toMatch(/<row r="1">.*no.*<row r="2"><c r="A2"><v>1048575<\/v><\/c><\/row>/);
  expect(second!.toString().match(/<row /g)).toHaveLength(1 + 3);
}, 120_000);

/** Excel's 1,048,576 less the head, and three more. */
const ROWS = 1_048_575 + 3;
