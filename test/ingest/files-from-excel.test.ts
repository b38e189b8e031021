import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCorrectionsFile } from '../../src/ingest/registry/corrections-file.js';
import { namedButMissing, readManifests } from '../../src/ingest/registry/manifest-file.js';

/** Excel in China saves CSV as GB18030. */
const IN_GB18030: Readonly<Record<string, string>> = {
  年: 'c4ea',
  报: 'b1a8',
  张: 'd5c5',
  三: 'c8fd',
  误: 'cef3',
};

function saveAsExcelDoes(name: string, text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'nianbao-excel-')), name);
  writeFileSync(
    path,
    Buffer.from(
      [...text].map((sign) => IN_GB18030[sign] ?? Buffer.from(sign).toString('hex')).join(''),
      'hex',
    ),
  );
  return path;
}

test('a manifest that Excel saved names its files as they are named', async () => {
  const path = saveAsExcelDoes('manifest.csv', 'file,unit_id,year\r\n年报.html,a,2021\r\n');
  const manifest = await readManifests([{ path, named: false }]);
  expect([...manifest]).toMatchObject([[join(path, '..', '年报.html'), { unitId: 'a', reportYear: 2021 }]]);
});

test('a day that the calendar does not have is refused with its place', async () => {
  const path = saveAsExcelDoes('manifest.csv', 'file,published_on\na.html,2021-02-30\n');
  await expect(readManifests([{ path, named: false }])).rejects.toThrow(
    /manifest\.csv:2: published_on: .*2021-02-30/,
  );
});

test.each([
  ['file,unit_id\na.html,b\na.html,c\n', /manifest\.csv:3: file: a\.html has a row already/],
  ['file,source_url\na.html,javascript:alert(1)\n', /manifest\.csv:2: source_url: expected an address/],
])('a manifest that would be taken by half is refused: %j', async (text, message) => {
  const path = saveAsExcelDoes('manifest.csv', text);
  await expect(readManifests([{ path, named: false }])).rejects.toThrow(message);
});

test('a file that the manifest of a walked folder names and that is not there is not forgotten', async () => {
  const path = saveAsExcelDoes('manifest.csv', 'file,unit_id\nthere.html,a\ntypo.html,b\n');
  const files = [path, join(path, '..', 'there.html')].map((found) => ({ path: found, named: false }));
  const missing = [{ path: join(path, '..', 'typo.html'), named: true }];
  expect(namedButMissing(files, await readManifests(files))).toEqual(missing);
  const asked = files.map((file) => ({ ...file, named: true }));
  expect(namedButMissing(asked, await readManifests(asked))).toEqual([]);
});

test('who corrected and why is kept in Chinese', async () => {
  const header = 'unit_id,report_year,indicator,applicant,value,by,why';
  const path = saveAsExcelDoes('corrections.csv', `${header}\r\na,2021,results.total,total,3,张三,误\r\n`);
  expect(await readCorrectionsFile(path)).toMatchObject([{ by: '张三', why: '误', value: '3' }]);
});
