import { Buffer } from 'node:buffer';
import { beforeAll, expect, test } from 'vitest';
import { parse } from '../../src/parse/parse.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { saveReports } from '../../src/store/reports/save-reports.js';
import { ask } from './ask.js';
import { onEachDatabase } from './databases.js';
import { capture, extraction, loadable, saveCounty } from './reports.js';

const PAGE = `<!DOCTYPE html><meta charset="utf-8"><p>青杉镇人民政府2021年政府信息公开工作年度报告</p>
<p>请与青杉镇党政办公室联系（电话：0999-2100001，邮编：262100，地址：青杉镇中心街1号，邮箱：qsz@example.gov.cn）。</p>
<p>一、总体情况</p><p>x</p><p>二、主动公开政府信息情况</p><p>三、收到和处理政府信息公开申请情况</p><p>无</p>
<p>北塬县青杉镇人民政府</p><p>2022年1月18日</p>`;

onEachDatabase('who signed a report and where it says so', (database) => {
  beforeAll(async () => {
    await migrate(database().db);
    await saveCounty(database().db, 'beiyuan', ['qingshan']);
  });

  test('is shown by mart, and gone again with a reading that does not say it', async () => {
    const { db } = database();
    const { identity } = parse(Buffer.from(PAGE));
    const report = { ...loadable('qingshan', 2021, 'signed'), extraction: extraction({ identity }) };
    await capture(db, report, '2022-02-01');
    expect((await saveReports(db, [report])).failed).toEqual([]);
    expect(
      await ask(
        db,
        `select signed_unit, signed_on::text, contact_phone, contact_email, contact_address, contact_postcode
         from mart.report where unit_id = 'qingshan'`,
      ),
    ).toEqual([
      {
        signed_unit: '北塬县青杉镇人民政府',
        signed_on: '2022-01-18',
        contact_phone: '0999-2100001',
        contact_email: 'qsz@example.gov.cn',
        contact_address: '青杉镇中心街1号',
        contact_postcode: '262100',
      },
    ]);
    const places = await ask(
      db,
      `select field, value, source, used from mart.identity_evidence where unit_id = 'qingshan' order by ordinal`,
    );
    expect(places).toContainEqual({
      field: 'published_on',
      value: '2022-01-21',
      source: 'list',
      used: false,
    });
    expect(places).toContainEqual({ field: 'year', value: '2021', source: 'title', used: true });
    const bare = { unit: '青杉镇', year: 2021, title: null, publishedOn: null, period: null };
    await saveReports(db, [{ ...report, extraction: extraction({ identity: bare }) }]);
    expect(
      await ask(db, `select signed_unit, contact_phone from mart.report where unit_id = 'qingshan'`),
    ).toEqual([{ signed_unit: null, contact_phone: null }]);
  });
});
