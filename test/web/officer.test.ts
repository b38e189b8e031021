import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nianbao } from '../commands/nianbao.js';
import { SAMPLE } from '../jobs/sample.js';
import { CHROMIUM, type RunningBoard, sampleData, serveBoard } from './board.js';

const title = CHROMIUM
  ? 'an officer in a browser'
  : 'an officer in a browser (skipped: no Chromium under /usr/bin; install the package chromium)';

describe.skipIf(!CHROMIUM)(title, () => {
  let board: RunningBoard;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    board = await serveBoard(await sampleData());
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox'] });
    page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
  });
  afterAll(async () => {
    await browser?.close();
    await board?.stop();
  });

  test('finds the missing report from the overview', async () => {
    await page.goto(`${board.url}/`);
    expect(await page.locator('.totals tbody tr').nth(1).innerText()).toMatch(/2021\s+4\s+3\s+0\s+0\s+0\s+1/);
    await follow(page.locator('.totals a[href*="year=2021"][href*="status=missing"]'));
    expect(await page.locator('.matrix tbody tr').allInnerTexts()).toEqual([
      expect.stringContaining('苇岸镇人民政府'),
    ]);
    await follow(page.locator('.matrix td a', { hasText: '未发布' }));
    expect(await page.locator('main').innerText()).toMatch(/不迟于 2022-01-31/);
    const proof = await page.locator('main').innerText();
    expect(proof).toMatch(
      /能够证明没有发布[\s\S]*nanhu-weian[\s\S]*fbtime=2021\s+20\d\d-\d\d-\d\d \d\d:\d\d\s+200\s+0\s+0\s+[0-9a-f]{16}…/,
    );
  });

  test('sees which cells of the original make a total wrong, and the same cells light up together', async () => {
    await page.goto(`${board.url}/reports/nanhu-yinghe/2022`);
    const printed = page.locator('.original td.cell-error', { hasText: /^23$/ });
    expect(await printed.count()).toBe(1);
    const place = await printed.getAttribute('data-cell');
    await printed.hover();
    await expect
      .poll(() => page.locator(`.read a[data-cell="${place}"]`).getAttribute('class'))
      .toContain('lit');
    expect((await page.locator(`.read a[data-cell="${place}"]`).innerText()).trim()).toBe('23');
    expect(await page.locator('.findings').innerText()).toContain('相差 1');
  });

  test('every cell of which a figure was read prints just that figure', async () => {
    await page.goto(`${board.url}/reports/nanhu-yinghe/2022`);
    const differing = await page.evaluate(`[...document.querySelectorAll('.read a[data-cell]')]
      .filter((read) => {
        const cell = document.getElementById('c-' + read.dataset.cell);
        return !cell || (cell.textContent.trim() || '（空）') !== read.textContent.trim();
      }).length`);
    expect(differing).toBe(0);
    expect(await page.locator('.read a[data-cell]').count()).toBeGreaterThan(150);
  });

  test('sends a finding back, and the decision survives a new run of the checks', async () => {
    await page.goto(`${board.url}/reports/nanhu-yinghe/2022`);
    const finding = page.locator('.findings > li', { hasText: '表三申请人合计' });
    await finding.locator('summary').click();
    await finding.getByRole('radio', { name: '退回整改' }).check();
    await finding.locator('textarea').fill('请核对“不掌握相关政府信息”一行的总计');
    await follow(finding.getByRole('button', { name: '提交' }));
    await expect.poll(() => finding.innerText()).toContain('已退回整改');
    const again = await nianbao(['check'], { env: { NIANBAO_DATA: board.dataFolder } });
    expect(again.code, again.stderr).toBe(0);
    await page.reload();
    expect(await finding.innerText()).toContain('请核对“不掌握相关政府信息”一行的总计');
    await page.goto(`${board.url}/findings?state=sent_back`);
    expect(await page.locator('main table.wide tbody tr').count()).toBe(1);
  });

  test('asks for a reason before sending back', async () => {
    await page.goto(`${board.url}/reports/beiyuan-maiduo/2020`);
    const finding = page.locator('.findings > li').first();
    await finding.locator('summary').click();
    await finding.getByRole('radio', { name: '退回整改' }).check();
    await follow(finding.getByRole('button', { name: '提交' }));
    expect(await page.locator('h1').innerText()).toBe('缺少说明');
  });

  test('takes home the list as .xlsx and the notice as .docx', async () => {
    for (const [path, button, ending] of [
      ['/findings', '导出清单', 'xlsx'],
      ['/findings?unit=nanhu-yinghe', '生成整改通知', 'docx'],
    ] as const) {
      await page.goto(board.url + path);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: button }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(new RegExp(`[\u4e00-\u9fff]+\\.${ending}$`));
      expect(
        readFileSync(await download.path())
          .subarray(0, 2)
          .toString(),
      ).toBe('PK');
    }
  });

  test('corrects a figure beside what was reported, with a reason, and takes it back', async () => {
    await page.goto(`${board.url}/reports/nanhu-yinghe/2022`);
    await page.locator('.read a[data-cell]', { hasText: /^23$/ }).click();
    await follow(page.getByRole('link', { name: '查看或更正' }));
    await page.getByLabel('更正值').fill('24');
    await page.locator('textarea').fill('电话核实');
    await follow(page.getByRole('button', { name: '保存更正' }));
    expect(await page.locator('.read .cell-corrected').innerText()).toMatch(/24\s*23/);
    expect(await page.locator('main').innerText()).toContain('电话核实');
    const colleague = await browser.newPage();
    for (const tab of [page, colleague]) {
      await tab.goto(`${board.url}/reports/nanhu-yinghe/2022/figure?indicator=results.total&applicant=total`);
      await tab.getByLabel('撤回现行更正').check();
      await tab.locator('textarea').fill('听错了');
    }
    await follow(page.getByRole('button', { name: '保存更正' }));
    expect(await page.locator('.read .cell-corrected').count()).toBe(0);
    await follow(colleague.getByRole('button', { name: '保存更正' }));
    expect(await colleague.locator('main').innerText()).toMatch(/更正未保存[\s\S]*没有可撤回的更正/);
    await colleague.close();
    await page.goto(`${board.url}/runs`);
    expect(await page.locator('main').innerText()).toMatch(/更正数据[\s\S]*电话核实/);
  });

  test('checks a draft against last year’s report, and nothing of it is stored', async () => {
    const draft = readFileSync(join(SAMPLE, 'sites/hanweb/reports/nanhu-yinghe-2022.html'), 'utf8');
    const file = join(board.dataFolder, '..', 'draft.html');
    writeFileSync(file, draft);
    await page.goto(`${board.url}/self-check`);
    await page.locator('input[type=file]').setInputFiles(file);
    await follow(page.getByRole('button', { name: '检查' }));
    expect(await page.locator('h1').innerText()).toBe('自查结果');
    const text = await page.locator('main').innerText();
    expect(text).toContain('映荷街道办事处');
    expect(text).toContain('表三办理结果合计');
    expect(text).toMatch(/与 2021 年度重复率 \d+%/);
    expect(text).not.toContain('未发布年报');
    const { stdout } = await nianbao(['sql', 'select count(*) as n from mart.report_version'], {
      env: { NIANBAO_DATA: board.dataFolder },
    });
    expect(stdout).toMatch(/\b11\b/);
  });

  test('hears before publishing that a draft is copied from last year and has words of the template left', async () => {
    const last = readFileSync(join(SAMPLE, 'sites/hanweb/reports/nanhu-yinghe-2021.html'), 'utf8');
    const file = join(mkdtempSync(join(tmpdir(), 'nianbao-draft-')), 'draft.html');
    const draft = last.replaceAll('2022年', '2023年').replaceAll('2021年', '2022年');
    writeFileSync(file, draft.replace('知，未收取信息处理费。', '知，（文字描述）。'));
    await page.goto(`${board.url}/self-check`);
    await page.locator('input[type=file]').setInputFiles(file);
    await follow(page.getByRole('button', { name: '检查' }));
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/与 2021 年度重复率 (9\d|100)%/);
    const copied = page.locator('.findings > li', { hasText: '与上年雷同' });
    expect(await copied.locator('.passages tbody tr').count()).toBeGreaterThan(2);
    expect(text).toContain('残留模板文字');
  });

  test('sees which lists were read whole and how much is held below each parent', async () => {
    await page.goto(`${board.url}/runs?year=2021`);
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/nanhu-weian\s+完整/);
    expect(text).toMatch(/南瑚区人民政府\s+2\s+1\s+50\.0%\s+0\s+0\s+1\s+1\s+0\s+0\s+0\s+0/);
  });

  test('finds words in all reports, marked', async () => {
    await page.goto(`${board.url}/search`);
    await page.getByLabel('检索词').fill('政务新媒体 老年');
    await follow(page.getByRole('button', { name: '筛选' }));
    expect(await page.locator('.hits > li').count()).toBeGreaterThan(3);
    expect(new Set(await page.locator('.hits mark').allInnerTexts())).toEqual(
      new Set(['政务新媒体', '老年']),
    );
  });

  test('sees no line drawn across a change of form', async () => {
    await page.goto(`${board.url}/units/nanhu-yinghe`);
    const charts = page.locator('figure');
    expect(await charts.count()).toBe(3);
    // 处理决定数量 mean the same in both forms (comparability A); 本年制发件数 don't (B).
    expect(await charts.nth(1).innerHTML()).not.toContain('断点');
    expect(await charts.nth(2).innerHTML()).toContain('断点');
  });

  test('never meets an error of script or policy, nor a page wider than the screen', async () => {
    for (const path of [
      '/',
      '/findings',
      '/compare',
      '/search?q=信息',
      '/self-check',
      '/runs',
      '/units/nanhu-yinghe',
    ]) {
      await page.goto(board.url + path);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), path).toBe(true);
    }
    expect(complaints.filter((text) => !text.includes('status of 400'))).toEqual([]);
  });

  test('an original runs nothing and loads nothing, whatever it holds', async () => {
    await page.goto(`${board.url}/reports/nanhu-yinghe/2022`);
    const link = (await page.getByRole('link', { name: '原样显示' }).getAttribute('href'))!;
    const answer = await fetch(board.url + link);
    expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
    expect(await answer.text()).not.toMatch(/<script|<img|<a |onclick|javascript:/i);
    const file = await fetch(board.url + link.replace(/page$/, 'file'));
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
  });

  test('sees what a publisher changed after publishing, and what was copied from last year', async () => {
    const printed = readFileSync(join(SAMPLE, 'sites/hanweb/reports/nanhu-yinghe-2022.html'), 'utf8');
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-revised-'));
    writeFileSync(join(folder, 'revised.html'), printed.replace('>23<', '>24<'));
    writeFileSync(
      join(folder, 'copied.html'),
      printed.replaceAll('2023年', '2024年').replaceAll('2022年', '2023年'),
    );
    writeFileSync(
      join(folder, 'manifest.csv'),
      'file,unit_id,year,source_url,published_on\nrevised.html,nanhu-yinghe,2022,,\ncopied.html,nanhu-yinghe,2023,,\n',
    );
    const env = { NIANBAO_DATA: board.dataFolder };
    for (const command of [['load', folder], ['check']]) {
      const { code, stderr } = await nianbao(command, { env });
      expect(code, stderr).toBe(0);
    }
    await page.goto(`${board.url}/reports/nanhu-yinghe/2022`);
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/1 格数据不同，文字没有改动[\s\S]*办理结果[^\n]*总计\s+总计\s+23\s+24/);
    expect(text).toMatch(/一致：两种互不相干的读法/);
    expect(text).toMatch(/落款\s+南瑚区映荷街道办事处，2023-01-10/);
    expect(text).toMatch(/适用 \d+ 项，通过 \d+ 项，不通过 \d+ 项/);
    await page.getByText('正文写明的数').click();
    const told = page.locator('.prose mark[title^="收到申请"]', { hasText: '25件' });
    expect(await told.first().getAttribute('title')).toMatch(/：25件$/);
    await page.goto(`${board.url}/reports/nanhu-yinghe/2023`);
    const copied = page.locator('.findings > li', { hasText: '与上年雷同' }).locator('.passages tbody tr');
    expect(await copied.first().locator('td').allInnerTexts()).toEqual([
      expect.stringMatching(/^2023年.*326条/),
      expect.stringMatching(/^2022年.*326条/),
    ]);
  });
});

/** Clicks what opens another page and waits until that page is whole: a click alone returns while the new page is still being written. */
async function follow(link: Locator): Promise<void> {
  await Promise.all([link.page().waitForEvent('load'), link.click()]);
}
