import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { families } from '../../../src/ingest/families.js';
import { createHttpClient } from '../../../src/ingest/http-client.js';
import type { ListPage } from '../../../src/ingest/list-family.js';
import type { Source } from '../../../src/model/source.js';
import type { PublisherSite } from './publisher-site.js';

/** Serves a site on loopback, lists it as its entry says, and closes it. `asked` holds method and address of each request. */
export async function visit(site: PublisherSite, source: Partial<Source> = {}) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    site.handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const localHosts = new Map([[site.host, { port: (server.address() as AddressInfo).port }]]);
  const client = createHttpClient({ userAgent: 'nianbao-test', localHosts, delayMs: 0, backoffMs: 1 });
  const pages: ListPage[] = [];
  try {
    const list = families.get(site.entry.family)!.list;
    for await (const page of list({ ...sourceOf(site), ...source }, (url, more) => client.get(url, more)))
      pages.push(page);
  } finally {
    await client.close();
    server.close();
    server.closeAllConnections();
  }
  return { pages, items: pages.flatMap(({ items }) => items), asked };
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
