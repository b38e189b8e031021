import { statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, type RunningBoard, sampleData, serveBoard } from './board.js';

const title = CHROMIUM
  ? 'the pictures in the READMEs'
  : 'the pictures in the READMEs (skipped: no Chromium under /usr/bin; install the package chromium)';

/** `npm run screenshots` takes them anew; else they are taken and thrown away, so that none shows a page that is gone. */
describe.skipIf(!CHROMIUM)(title, () => {
  let board: RunningBoard;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    board = await serveBoard(await sampleData());
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox'] });
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await board?.stop();
  });

  test.each([
    ['overview', '/', '.page', '未发布', 560],
    ['report', '/reports/nanhu-yinghe/2022', '.beside', '读出的数据', 470],
    ['missing', '/reports/nanhu-weian/2021', '.page', '能够证明没有发布', 560],
  ])('%s is a page that is there, and its picture is small', async (name, path, part, words, height) => {
    await page.setViewportSize({ width: 1180, height });
    await page.goto(board.url + path);
    expect(await page.locator('main').innerText()).toContain(words);
    await page.evaluate('document.querySelectorAll(".who, .bottom").forEach((one) => one.remove())');
    await page.evaluate(
      'document.querySelectorAll(".pane td.cell-error").forEach((one) => one.scrollIntoView({ block: "center" }))',
    );
    await page.evaluate(`document.querySelector('${part}').scrollIntoView()`);
    const png = await page.screenshot();
    const file = fileURLToPath(new URL(`../../docs/images/${name}.png`, import.meta.url));
    if (process.env.SCREENSHOTS) writeFileSync(file, png);
    expect(statSync(file).size).toBeLessThan(LARGEST);
  });
});

const LARGEST = 150 * 1024;
