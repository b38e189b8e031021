import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpClient } from '../../src/ingest/http/http-client.js';
import type { FetchPage, ListFamily, ListPage } from '../../src/ingest/lists/list-family.js';
import type { Source } from '../../src/model/source.js';

interface SiteAnswer {
  readonly body: string | Buffer;
  readonly type?: string;
  readonly status?: number;
}

/** A site on loopback as `http://list.example`: address → body. What isn't there answers 404. */
export async function site(pages: Readonly<Record<string, string | SiteAnswer>>) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    if (request.url !== '/robots.txt') asked.push(request.url ?? '');
    const page = pages[request.url ?? ''];
    const { body, type, status } =
      typeof page === 'object' ? page : { body: page ?? '', type: undefined, status: undefined };
    response
      .writeHead(page === undefined ? 404 : (status ?? 200), { 'content-type': type ?? 'text/html' })
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const localHosts = new Map([['list.example', { port }]]);
  const client = createHttpClient({ userAgent: 'nianbao-test', localHosts, delayMs: 0, backoffMs: 1 });
  const fetch: FetchPage = (url, asked) => client.get(url, asked);
  return {
    asked,
    fetch,
    /** All that the family makes of the site. */
    async list(family: ListFamily, source: Partial<Source>): Promise<ListPage[]> {
      return this.read(family, source, []);
    },
    /** The same into an array of the caller's, which holds what was told before an error. */
    async read(family: ListFamily, source: Partial<Source>, found: ListPage[]): Promise<ListPage[]> {
      for await (const page of family({ ...SOURCE, ...source }, fetch)) found.push(page);
      return found;
    },
    async close() {
      await client.close();
      server.close();
    },
  };
}

export const SOURCE: Source = {
  id: 'list',
  family: 'trs',
  url: 'http://list.example/nb/index.html',
  unitId: null,
  unitIds: [],
  years: null,
  delayMs: 0,
  maxPages: 50,
  params: {},
  select: null,
  verified: null,
};
