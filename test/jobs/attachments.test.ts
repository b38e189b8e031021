import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { openArchive } from '../../src/ingest/archive.js';
import { readSourcesFile } from '../../src/ingest/sources/sources-file.js';
import { runMainJob } from '../../src/jobs/main-job.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { queryReadOnly } from '../../src/store/postgres/query-read-only.js';
import { SILENT } from '../../tools/silent-reporter.js';
import { onEachDatabase } from '../store/databases.js';

const SAMPLE = fileURLToPath(new URL('../../fixtures/sample', import.meta.url));
const DOCUMENT = 'sites/trs/zfxxgk/nb/202301/P02023012843282.docx';

onEachDatabase('a list that leads to a page with the report attached', (database) => {
  const folder = mkdtempSync(join(tmpdir(), 'attached-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('gives the document as the report, at its own address, and no report that is only a page', async () => {
    const title = '麦垛镇人民政府2022年政府信息公开工作年度报告';
    mkdirSync(join(folder, 'site/nb'), { recursive: true });
    cpSync(join(SAMPLE, DOCUMENT), join(folder, 'site/nb/a.docx'));
    cpSync(join(SAMPLE, 'units.csv'), join(folder, 'units.csv'));
    writeFileSync(
      join(folder, 'site/nb/index.html'),
      `<li><a href="t1.html">${title}</a><i>2023-01-28</i></li>`,
    );
    writeFileSync(
      join(folder, 'site/nb/t1.html'),
      `<meta charset="utf-8"><h1>${title}</h1><p>见附件。</p><a href="./a.docx">附件.docx</a>`,
    );
    writeFileSync(
      join(folder, 'sources.yaml'),
      `units: units.csv\nlocal_sites: [{ host: www.attached.example, folder: site }]\nsources:
  - { id: attached, family: trs, url: "http://www.attached.example/nb/index.html", units: [beiyuan-maiduo, beiyuan-qingshan], delay_ms: 0 }\n`,
    );
    const { db, options } = database();
    await migrate(db);
    const archive = await openArchive(options.dataFolder);
    const sources = await readSourcesFile(join(folder, 'sources.yaml'));
    const counts = await runMainJob({
      context: { db, archive, report: SILENT },
      sources,
      userAgent: 'nianbao/test',
    });
    expect(counts).toMatchObject({ loaded: 1, failed: 0 });
    const { rows } = await queryReadOnly(db, 'select source_url, report_year from mart.report');
    expect(rows).toEqual([['http://www.attached.example/nb/a.docx', 2022]]);
  });
});
