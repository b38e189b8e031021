import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { families } from '../../../src/ingest/families/families.js';
import { createHttpClient } from '../../../src/ingest/http/http-client.js';
import type { FetchPage, ListPage } from '../../../src/ingest/lists/list-family.js';
import type { Source } from '../../../src/model/source.js';
import type { PublisherSite } from '../../../tools/sites/publisher-site.js';

/** Serves a site on loopback for as long as `work` takes. `asked` holds method and address of each request. */
export async function withSite<T>(
  site: Pick<PublisherSite, 'host' | 'handler'>,
  work: (fetch: FetchPage, asked: readonly string[]) => Promise<T>,
): Promise<T> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    site.handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const localHosts = new Map([[site.host, { port: (server.address() as AddressInfo).port }]]);
  const client = createHttpClient({ userAgent: 'nianbao-test', localHosts, delayMs: 0, backoffMs: 1 });
  try {
    return await work((url, more) => client.get(url, more), asked);
  } finally {
    await client.close();
    server.close();
    server.closeAllConnections();
  }
}

/** Lists a site as its entry says. */
export function visit(site: PublisherSite, source: Partial<Source> = {}) {
  return withSite(site, async (fetch, asked) => {
    const pages: ListPage[] = [];
    const { list } = families.get(site.entry.family)!;
    for await (const page of list({ ...sourceOf(site), ...source }, fetch)) pages.push(page);
    return { pages, items: pages.flatMap(({ items }) => items), asked };
  });
}

function sourceOf({ entry }: PublisherSite): Source {
  const { id, family, url, params = {}, select, years = null } = entry;
  const selectors = { item: null, link: null, date: null, title: null, next: null };
  return {
    ...{
      id,
      family,
      url,
      params,
      years,
      unitId: null,
      unitIds: [],
      delayMs: 0,
      maxPages: 50,
      verified: null,
    },
    select: select === undefined ? null : { ...selectors, ...select },
  };
}
