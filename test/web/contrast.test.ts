import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, type RunningBoard, sampleData, serveBoard } from './board.js';

const title = CHROMIUM
  ? 'what everybody can read and reach'
  : 'what everybody can read and reach (skipped: no Chromium under /usr/bin; install the package chromium)';

const PAGES = [
  '/',
  '/findings',
  '/compare',
  '/search?q=信息',
  '/search?q=没有这样的字',
  '/self-check',
  '/runs',
  '/units/nanhu-yinghe',
  '/reports/nanhu-yinghe/2022',
  '/reports/nanhu-weian/2021',
];

describe.skipIf(!CHROMIUM)(title, () => {
  let board: RunningBoard;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    board = await serveBoard(await sampleData());
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox'] });
    page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  });
  afterAll(async () => {
    await browser?.close();
    await board?.stop();
  });

  // WCAG 2.1, 1.4.3 (AA).
  test.each(PAGES)('%s has no text below 4.5 : 1', async (path) => {
    await page.goto(board.url + path);
    expect(await page.evaluate(`${SCRIPT}; textsBelow(4.5)`)).toEqual([]);
  });

  // WCAG 2.1, 2.1.1, 2.4.7 and 1.4.11: whatever can be pointed at can be reached, and shows it with 3 : 1.
  test.each([
    '/',
    '/findings',
    '/reports/nanhu-yinghe/2022',
  ])('%s shows where the keyboard is', async (path) => {
    await page.goto(board.url + path);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('跳到正文');
    for (let step = 0; step < 25; step += 1) {
      await page.keyboard.press('Tab');
      const ring = await page.evaluate(`${SCRIPT}; focusRing()`);
      expect(ring, `step ${step}`).toMatchObject({ seen: true });
    }
  });

  test.each(PAGES)('%s prints within the page, without what only a screen can do', async (path) => {
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 1032, height: 700 });
    await page.goto(board.url + path);
    expect(await page.locator('.top, .filters button, .decide').filter({ visible: true }).count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 1366, height: 768 });
  });
});

/** Plain script: it runs in the page. */
const SCRIPT = readFileSync(new URL('readable-page.js', import.meta.url), 'utf8');
