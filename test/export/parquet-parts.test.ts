import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeFolder } from '../../src/export/draft-folder.js';
import { openParquet } from '../../src/export/export-parquet.js';
import { parquetRecords } from '../../src/export/parquet-records.js';
import type { View } from '../../src/store/views/view-columns.js';

const root = mkdtempSync(join(tmpdir(), 'nianbao-parts-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('Parquet keeps every row of years that come mixed, and goes on in another part before its foot grows long', async () => {
  const { files } = await writeFolder(root, async (draft) => {
    const sink = openParquet(VIEW, draft, '', 2);
    for (const batch of mixedYears()) await sink.write(batch);
    expect(await sink.close()).toBe(BATCHES * BATCH);
  });
  expect(files.reduce((sum, { rows }) => sum + rows, 0)).toBe(BATCHES * BATCH);
  for (const year of YEARS) {
    expect(readdirSync(join(root, 'mixed', `year=${year}`)).length).toBeGreaterThan(1);
    const seen: number[] = [];
    for await (const record of parquetRecords(join(root, 'mixed', `year=${year}`))) {
      expect(record.report_year).toBe(String(year));
      seen.push(Number(record.number));
    }
    expect(seen).toEqual(
      [...mixedYears()].flat().flatMap(([of, n]) => (of === `${year}` ? [Number(n)] : [])),
    );
  }
});

function* mixedYears(): Generator<string[][]> {
  for (let batch = 0; batch < BATCHES; batch++) {
    yield Array.from({ length: BATCH }, (_, index) => {
      const number = batch * BATCH + index;
      return [`${YEARS[number % YEARS.length]}`, `${number}`, LONG];
    });
  }
}

const BATCH = 100;
const BATCHES = 50;
/** A row group holds 33,554,432 characters. */
const LONG = '长'.repeat(20_000);
const YEARS = [2021, 2022, 2023];
const VIEW: View = {
  name: 'mixed',
  comment: '测试',
  columns: [
    { name: 'report_year', type: 'integer', comment: '统计年度' },
    { name: 'number', type: 'integer', comment: '序号' },
    { name: 'text', type: 'string', comment: '文字' },
  ],
};
