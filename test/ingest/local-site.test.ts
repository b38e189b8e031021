import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHttpClient } from '../../src/ingest/http/http-client.js';
import { type LocalSites, serveLocalSites } from '../../src/ingest/local/local-site.js';

let folder: string;
let sites: LocalSites | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'site-'));
  await mkdir(join(folder, 'site/nb'), { recursive: true });
  await writeFile(join(folder, 'secret.html'), 'secret');
  await writeFile(join(folder, 'site/nb/index.html'), 'the list');
  await writeFile(join(folder, 'site/nb/报告.docx'), 'PK');
});
afterEach(async () => {
  await sites?.close();
  sites = undefined;
  await rm(folder, { recursive: true });
});

async function serve(): Promise<number> {
  sites = await serveLocalSites([{ host: 'a.example', folder: join(folder, 'site') }]);
  return sites.hosts.get('a.example')!.port;
}

/** Sends the path as it is: fetch would tidy `..` away. */
function get(port: number, path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; type: string; etag: string; body: string; location: string }>(
    (resolve, reject) => {
      request({ host: '127.0.0.1', port, path, headers, method }, async (response) => {
        const body = Buffer.concat(await response.toArray()).toString();
        const { 'content-type': type = '', etag = '', location = '' } = response.headers;
        resolve({ status: response.statusCode ?? 0, type, etag, body, location });
      })
        .on('error', reject)
        .end();
    },
  );
}

test('files are served by path, a folder by its index.html, with their types', async () => {
  const port = await serve();
  expect(await get(port, '/nb/')).toMatchObject({ status: 200, type: 'text/html', body: 'the list' });
  expect(await get(port, '/nb/index.html?from=list')).toMatchObject({ status: 200 });
  expect(await get(port, '/nb')).toMatchObject({ status: 301, location: '/nb/' });
  expect(await get(port, `/nb/${encodeURIComponent('报告')}.docx`)).toMatchObject({
    status: 200,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  });
  expect(await get(port, '/nb/none.html')).toMatchObject({ status: 404 });
  expect(await get(port, '/nb/', {}, 'POST')).toMatchObject({ status: 405 });
  expect(await get(port, '/nb/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
});

test('the ETag is the hash of the bytes, and who has them gets 304', async () => {
  const port = await serve();
  const etag = `"${createHash('sha256').update('the list').digest('hex')}"`;
  expect((await get(port, '/nb/')).etag).toBe(etag);
  expect(await get(port, '/nb/', { 'if-none-match': etag })).toMatchObject({ status: 304, body: '' });
  await writeFile(join(folder, 'site/nb/index.html'), 'another list');
  expect(await get(port, '/nb/', { 'if-none-match': etag })).toMatchObject({
    status: 200,
    body: 'another list',
  });
});

test('nothing outside the folder is served', async () => {
  await symlink(join(folder, 'secret.html'), join(folder, 'site/link.html'));
  const port = await serve();
  for (const path of [
    '/../secret.html',
    '/nb/../../secret.html',
    '/..%2fsecret.html',
    '/%2e%2e/secret.html',
    '/link.html',
    '/%00',
    '/%',
    '//',
  ]) {
    const answer = await get(port, path);
    expect([path, answer.status]).toEqual([path, 404]);
  }
});

test('routes of site.json match with their parameters in any order, and site.json stays private', async () => {
  const routes = {
    '/report.jsp?area=1&fbtime=2020': { file: 'nb/index.html', type: 'text/html; charset=utf-8' },
    '/report.jsp?area=1&fbtime=2021': { file: 'nb/index.html', status: 404 },
  };
  await writeFile(join(folder, 'site/site.json'), JSON.stringify({ routes }));
  const port = await serve();
  for (const path of ['/report.jsp?area=1&fbtime=2020', '/report.jsp?fbtime=2020&area=1']) {
    expect(await get(port, path)).toMatchObject({
      status: 200,
      type: 'text/html; charset=utf-8',
      body: 'the list',
    });
  }
  expect(await get(port, '/report.jsp?area=1&fbtime=2021')).toMatchObject({ status: 404, body: 'the list' });
  for (const path of [
    '/report.jsp?area=1',
    '/report.jsp?area=2&fbtime=2020',
    '/site.json',
    '/nb/../site.json',
  ]) {
    expect(await get(port, path)).toMatchObject({ status: 404 });
  }
});

test('the client finds a local host by its name, with https in its address too', async () => {
  await serve();
  const client = createHttpClient({ userAgent: 'nianbao-test', localHosts: sites!.hosts, delayMs: 0 });
  expect((await client.get('http://a.example/nb')).finalUrl).toBe('http://a.example/nb/');
  expect((await client.get('https://a.example/nb/')).body?.toString()).toBe('the list');
  await client.close();
});

test('a missing folder and a wrong site.json are named', async () => {
  await expect(serveLocalSites([{ host: 'a.example', folder: join(folder, 'none') }])).rejects.toThrow(
    'none: no such folder',
  );
  await writeFile(join(folder, 'site/site.json'), '{"routes": {"/a": {"fil": "x"}}}');
  await expect(serve()).rejects.toThrow(/site\.json: .*fil/);
  await writeFile(join(folder, 'site/site.json'), '{');
  await expect(serve()).rejects.toThrow('site.json: ');
});
