import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nianbao } from '../commands/nianbao.js';
import { type RunningBoard, sampleData, serveBoard } from './board.js';

const GUIDE =
  '<html><head><title>苇岸镇2019年政府信息公开工作年度报告解读</title></head><body><h1>苇岸镇2019年政府信息公开工作年度报告解读</h1><p>现将年度报告解读如下。</p></body></html>';

describe('whatever an address or a file holds', () => {
  let board: RunningBoard;

  beforeAll(async () => {
    const dataFolder = await sampleData();
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-guide-'));
    writeFileSync(join(folder, 'guide.html'), GUIDE);
    writeFileSync(
      join(folder, 'manifest.csv'),
      'file,unit_id,year,source_url,published_on\nguide.html,nanhu-weian,2019,,\n',
    );
    await nianbao(['load', folder], { env: { NIANBAO_DATA: dataFolder } });
    board = await serveBoard(dataFolder);
  });
  afterAll(() => board.stop());

  const page = async (path: string) => {
    const answer = await fetch(board.url + path);
    return { status: answer.status, text: await answer.text() };
  };

  test.each([
    '/?year=abc&page=-1&county=%27%3B+drop+table&status=none',
    '/?page=99999',
    '/findings?severity=%27&state=x&unit=%22&page=1e9',
    '/findings?page=99999',
    '/compare?measure=none&by=none&year=1800',
    `/search?q=${'长'.repeat(500)}`,
    '/search?q=%25_%5C&page=99999',
    '/search?q=%ff',
    '/units/nanhu-yinghe?now=1999&before=2050',
    '/runs?year=x',
  ])('%s is answered as far as it makes sense', async (path) => {
    expect((await page(path)).status).toBe(200);
  });

  test('an original that is gone from the archive is said in Chinese, and the figures are shown still', async () => {
    const { text } = await page('/reports/nanhu-yinghe/2022');
    const sha256 = /\/originals\/([0-9a-f]{64})\/file/.exec(text)![1]!;
    const archive = join(board.dataFolder, 'archive');
    const name = readdirSync(archive, { recursive: true, encoding: 'utf8' }).find((path) =>
      path.endsWith(sha256),
    )!;
    const bytes = readFileSync(join(archive, name));
    rmSync(join(archive, name));
    const without = await page('/reports/nanhu-yinghe/2022');
    const file = await page(`/originals/${sha256}/file`);
    writeFileSync(join(archive, name), bytes);
    expect(without.status).toBe(200);
    expect(without.text).toContain('原文不能显示：原件不在存档中');
    expect(without.text).not.toContain(archive);
    expect(without.text).toContain('办理结果');
    expect(file.status).toBe(500);
    expect(file.text).toContain('<h1>原件不在存档中</h1>');
  });

  test.each([
    '/search?q=%00',
    '/units/%00',
    '/units/nowhere',
    '/reports/nowhere/2022',
    '/reports/nanhu/20222',
    '/notice.docx?unit=x',
  ])('%s is nowhere, and the page says so', async (path) => {
    const { status, text } = await page(path);
    expect(status).toBe(404);
    expect(text).toMatch(/<h1>没有/);
  });

  test('a page beyond the end of a list is its last', async () => {
    expect((await page('/findings?page=99999')).text).toMatch(/共 (\d+) 条问题，本页第 1—\1/);
  });

  test('words are never part of the page that shows them', async () => {
    const words = '<img src=x onerror=alert(1)>';
    for (const path of ['/search?q=', '/?name=', '/findings?name='])
      expect((await page(path + encodeURIComponent(words))).text).not.toContain('<img');
  });

  test('a finding on a file that is no report leads to a page that tells of it', async () => {
    const list = (await page('/findings?unit=nanhu-weian&year=2019')).text;
    const link = /href="(\/reports\/nanhu-weian\/2019)#finding-/.exec(list)?.[1];
    const { status, text } = await page(link!);
    expect(status).toBe(200);
    expect(text).toMatch(/没有年报[\s\S]*未列入应发布[\s\S]*下载原件[\s\S]*不是年度报告/);
  });

  test('a unit without reports has no empty charts', async () => {
    const { text } = await page('/units/nanhu');
    expect(text).toContain('还没有读到该单位的年报');
    expect(text).not.toMatch(/<figure|主要指标/);
  });

  test('a notice names what surely failed, and nothing that the reader says of itself', async () => {
    const answer = await fetch(`${board.url}/notice.docx?unit=nanhu-yinghe`);
    const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const text = strFromU8(parts['word/document.xml']!).replace(/<[^>]+>/g, ' ');
    expect(text).toMatch(/表三申请人合计/);
    expect(text).not.toMatch(/勾稽不符原因推测|数据提取/);
    expect((await page('/notice.docx?unit=nanhu-yinghe&year=2020')).status).toBe(404);
  });

  test('every table has a caption', async () => {
    for (const path of [
      '/',
      '/findings',
      '/compare',
      '/runs',
      '/units/nanhu-yinghe',
      '/reports/nanhu-yinghe/2022',
    ]) {
      const tables = (await page(path)).text.match(/<table(?! aria-label)[^>]*>(?!<caption)/g);
      expect(tables ?? [], path).toEqual([]);
    }
  });
});

const elsewhere = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

test.skipIf(!elsewhere)(
  elsewhere
    ? 'the header of a proxy is not believed from another machine'
    : 'the header of a proxy from another machine (skipped: this one has no address but its own)',
  async () => {
    const env = { NIANBAO_PROXY_HEADER: 'x-forwarded-user', NIANBAO_OFFICE_USERS: '张三' };
    const board = await serveBoard(await sampleData(), env, 'serve', '0.0.0.0');
    try {
      const headers = { 'x-forwarded-user': encodeURIComponent('张三') };
      const there = new URL(board.url);
      there.hostname = elsewhere!;
      expect((await fetch(there, { headers, redirect: 'manual' })).status).toBe(303);
      there.hostname = '127.0.0.1';
      expect((await fetch(there, { headers, redirect: 'manual' })).status).toBe(200);
    } finally {
      await board.stop();
    }
  },
);
