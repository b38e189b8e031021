import { afterEach, describe, expect, test } from 'vitest';
import { listGeneric } from '../../src/ingest/families/generic.js';
import type { FetchResult } from '../../src/ingest/http/http-client.js';
import { isTooDeep } from '../../src/ingest/lists/is-too-deep.js';
import { attachmentsIn } from '../../src/jobs/attachments-in.js';
import { site } from './site.js';

let open: Awaited<ReturnType<typeof site>> | undefined;
afterEach(() => open?.close());

const REPORT = '甲镇2022年政府信息公开工作年度报告';
const list = async (body: string) => {
  open = await site({ '/nb.htm': body });
  return open.list(listGeneric, { url: 'http://list.example/nb.htm' });
};

describe('a page that is made to cost much ends as soon as any other:', () => {
  test('a list nested by the hundred thousand is refused before it is built', async () => {
    const deep = `${'<div>'.repeat(400_000)}<a href="a.htm">${REPORT}</a>`;
    await expect(list(deep)).rejects.toThrow('nested deeper');
  });

  test('a report nested like that is kept as it came, and is no cover', () => {
    const body = Buffer.from(`${'<div>'.repeat(400_000)}<a href="a.docx">${REPORT}</a>`);
    expect(attachmentsIn(fetched(body), 2022)).toEqual([]);
  });

  test('the deepest list that is read is read', async () => {
    const [only] = await list(
      `${'<table><tr><td>'.repeat(300)}<a href="a.htm">${REPORT}</a>2023-01-20${'</table>'.repeat(300)}</html>`,
    );
    expect(only?.items).toMatchObject([{ listedOn: '2023-01-20' }]);
  });

  test('ten thousand links to one address, in one box', async () => {
    const [only] = await list(
      `<div>2023-01-20${`<a href="a.htm">${REPORT}</a>`.repeat(10_000)}</div></html>`,
    );
    expect(only?.items).toMatchObject([{ url: 'http://list.example/a.htm', listedOn: '2023-01-20' }]);
  });

  test('fifty thousand paragraphs', () => {
    const body = Buffer.from(`${'<p>x'.repeat(50_000)}<a href="a.docx">${REPORT}</a>`);
    expect(attachmentsIn(fetched(body), 2022)).toHaveLength(1);
  });
});

test.each([
  ['what stands in a script', `<script>${'if(a<b)'.repeat(1000)}</script>`],
  ['what stands in a comment', `<!--${'<div>'.repeat(1000)}-->`],
  ['elements that hold nothing, and those that need not be closed', '<p>a<br><img src=x>'.repeat(1000)],
  ['what is closed', '<div><span>a</span></div>'.repeat(1000)],
])('%s is not nested', (_, html) => {
  expect(isTooDeep(html)).toBe(false);
  expect(isTooDeep(html + '<div>'.repeat(1000))).toBe(true);
});

function fetched(body: Buffer): FetchResult {
  const url = 'http://list.example/r.html';
  return {
    ...{ url, finalUrl: url, status: 200, fetchedAt: new Date(0), notModified: false, body },
    ...{ contentType: 'text/html; charset=utf-8', etag: null, lastModified: null, suspect: null, note: null },
  };
}
