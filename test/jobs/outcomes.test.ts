import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { openArchive } from '../../src/ingest/archive.js';
import { loadFiles } from '../../src/jobs/load-files.js';
import { PARSER_VERSION } from '../../src/jobs/read-document.js';
import { statusSummary } from '../../src/store/collection/status-summary.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { docxOf, pageOf, report } from '../parse/control/documents.js';
import { pdf } from '../parse/pdf-builder.js';
import { ask } from '../store/ask.js';
import { onEachDatabase } from '../store/databases.js';
import { saveCounty } from '../store/reports.js';

const PNG = Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), Buffer.alloc(40, 7)]);
const zip = (parts: Record<string, string>): Buffer =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))),
  );
const titled = (body: string): Buffer =>
  Buffer.from(`<meta charset="utf-8"><title>青杉镇2023年政府信息公开工作年度报告</title>
    <h1>青杉镇2023年政府信息公开工作年度报告</h1><div>${body}</div>`);

/** Files as publishers post them instead of a report, and what becomes of each. */
const REFUSED: readonly (readonly [string, Buffer, string])[] = [
  ['empty.html', Buffer.alloc(0), 'read/empty'],
  ['scan.pdf', pdf(['0 0 100 100 re f']), 'read/no-text-layer'],
  [
    'table.xlsx',
    zip({ '[Content_Types].xml': '<T/>', 'xl/workbook.xml': '<w/>' }),
    'read/unsupported-spreadsheet',
  ],
  ['scan.png', PNG, 'read/unsupported-image'],
  ['all.zip', zip({ 'a.txt': 'x' }), 'read/unsupported-archive'],
  ['all.rar', Buffer.from('Rar!\u001a\u0007\u0001\0 and so on', 'latin1'), 'read/unsupported-archive'],
  ['cut.docx', docxOf(report()).subarray(0, 5000), 'read/truncated'],
  ['bomb.docx', zip({ 'word/document.xml': ' '.repeat(70 * 1024 * 1024) }), 'read/too-large'],
  ['pictures.html', titled('<img src="1.jpg"><img src="2.jpg">'), 'recognise/only-pictures'],
  [
    'ebook.html',
    titled('<iframe src="/flip/index.html" width="900" height="600"></iframe>'),
    'recognise/only-pictures',
  ],
  ['other.html', titled('<p>网站地图</p>'), 'recognise/not-a-report'],
];

onEachDatabase('what can not be read', (database) => {
  const warnings: string[] = [];

  beforeAll(async () => {
    const { db, options } = database();
    await migrate(db);
    const units = [...REFUSED.keys(), 'image'].map((n) => `unit-${n}`);
    await saveCounty(db, 'county', units);
    const folder = join(options.dataFolder, 'files');
    mkdirSync(folder);
    // 表三 as a picture, in a page that is read for the rest.
    const page = pageOf(report());
    const [from, to] = [
      page.lastIndexOf('<table', page.lastIndexOf('<table') - 1),
      page.lastIndexOf('<table'),
    ];
    const withImage = `${page.slice(0, from)}<img src="t3.png" width="700">${page.slice(page.lastIndexOf('</table>', to) + 8)}`;
    const files = [...REFUSED, ['image.html', Buffer.from(withImage), ''] as const];
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
    const said = { reportYear: 2023, sourceUrl: null, publishedOn: null };
    const manifest = new Map(files.map(([name], n) => [join(folder, name), { ...said, unitId: units[n]! }]));
    const local = files.map(([name]) => ({ path: join(folder, name), named: true }));
    const reporter = { info: () => {}, progress: () => {}, warn: (line: string) => void warnings.push(line) };
    const context = { db, archive: await openArchive(options.dataFolder), report: reporter };
    await loadFiles(context, local, manifest, new Date());
  });

  test('is counted by code in the status', async () => {
    const counts = new Map<string, number>();
    for (const [, , code] of REFUSED) counts.set(code, (counts.get(code) ?? 0) + 1);
    const { refused, noted, pending } = await statusSummary(database().db, PARSER_VERSION);
    expect(new Map(refused.map(({ code, count }) => [code, count]))).toEqual(counts);
    expect(noted).toContainEqual({ code: 'extract/table-is-image', count: 1 });
    expect(pending).toBe(0);
  });

  test.each(
    REFUSED.map(([name, , code], n) => [name, code, n] as const),
  )('%s is a finding %s of its unit and year, with the reason in Chinese', async (_, code, n) => {
    const rows = await ask<{ message: string }>(
      database().db,
      'select check_id, severity, message from mart.finding where unit_id = $1 and report_year = 2023',
      [`unit-${n}`],
    );
    expect(rows).toEqual([
      { check_id: code, severity: 'blocker', message: expect.stringMatching(/[一-鿿]{4}/) },
    ]);
    expect(warnings.filter((line) => line.includes(code))).not.toEqual([]);
  });

  test('a table that is a picture is a finding of the report', async () => {
    const rows = await ask(
      database().db,
      "select check_id, severity from mart.finding where unit_id = 'unit-image' and check_id like 'extract/table%'",
    );
    expect(rows).toContainEqual({ check_id: 'extract/table-is-image', severity: 'warning' });
  });
});
