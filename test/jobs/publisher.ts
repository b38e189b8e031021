import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Source } from '../../src/model/source.js';
import type { UnitRecord } from '../../src/model/unit.js';
import { SAMPLE } from './sample.js';

/** One request as the site saw it: from its first byte to the end of its answer, or of its connection. */
export interface Asked {
  readonly host: string;
  readonly path: string;
  readonly from: number;
  to: number | null;
  status: number;
}

export interface Publisher {
  readonly port: number;
  readonly asked: Asked[];
  /** Host and path → what is served there; what isn't here answers 404. */
  readonly pages: Map<string, Page>;
  close(): void;
}

export interface Page {
  readonly body: string;
  readonly status?: number;
  readonly location?: string;
  /** Called when it has been asked for. */
  readonly served?: () => void;
}

/** Sites of any number of hosts on one port, with ETags, whose answers take `takesMs`. */
export async function startPublisher(takesMs = 0): Promise<Publisher> {
  const asked: Asked[] = [];
  const pages = new Map<string, Page>();
  const server = createServer(async (request, response) => {
    const entry: Asked = { ...addressOf(request), from: performance.now(), to: null, status: 0 };
    // Every client asks for it first; what is counted is pages.
    if (entry.path !== '/robots.txt') asked.push(entry);
    response.once('close', () => {
      entry.to = performance.now();
      entry.status = response.statusCode;
    });
    await sleep(takesMs);
    const page = pages.get(`${entry.host}${entry.path}`);
    answer(response, page, request.headers['if-none-match']);
    page?.served?.();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    asked,
    pages,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function addressOf({ headers, url }: IncomingMessage) {
  return { host: (headers.host ?? '').split(':')[0]!, path: url ?? '/' };
}

function answer(response: ServerResponse, page: Page | undefined, known: string | undefined): void {
  if (!page) {
    response.writeHead(404).end('404');
    return;
  }
  if (page.location) {
    response.writeHead(302, { location: page.location }).end();
    return;
  }
  const etag = `"${Buffer.from(page.body).length}-${[...page.body].reduce((sum, c) => (sum * 31 + c.codePointAt(0)!) % 1e9, 7)}"`;
  if (known === etag && (page.status ?? 200) === 200) response.writeHead(304, { etag }).end();
  else
    response
      .writeHead(page.status ?? 200, { 'content-type': 'text/html; charset=utf-8', etag })
      .end(page.body);
}

/** A township that publishes, by a name of its own. */
export function town(unitId: string, name: string): UnitRecord {
  return {
    unitId,
    name: `${name}镇人民政府`,
    kind: 'town',
    divisionCode: null,
    parentId: null,
    validFrom: null,
    validTo: null,
  };
}

/** A report of 2022 as the unit publishes it. */
export function reportPage(unit: UnitRecord): string {
  return WEIAN_2022.replaceAll('苇岸镇', unit.name.replace('人民政府', ''));
}

/** A list page of a TRS site. */
export function listPage(
  entries: readonly { href: string; title: string; day?: string }[],
  pages = 1,
): string {
  const items = entries.map(
    ({ href, title, day = '2023-01-16' }) =>
      `<li><a href="${href}" title="${title}">${title}</a><span>${day}</span></li>`,
  );
  return `<html><head><meta charset="utf-8"></head><body><ul>${items.join('\n')}</ul><script>createPageHTML(${pages}, 0, "index", "html");</script></body></html>`;
}

export function trsSource(id: string, host: string, units: readonly UnitRecord[]): Source {
  return {
    id,
    family: 'trs',
    url: `http://${host}/${id}/index.html`,
    unitId: null,
    unitIds: units.map(({ unitId }) => unitId),
    years: null,
    delayMs: 0,
    maxPages: 10,
    params: {},
    select: null,
    verified: null,
  };
}

/** Puts a unit's report of 2022 on a source's list page of one entry a unit. */
export function publish(publisher: Publisher, source: Source, units: readonly UnitRecord[]): void {
  const { hostname } = new URL(source.url);
  const entries = units.map(({ unitId, name }) => ({
    href: `./${unitId}.html`,
    title: `${name}2022年政府信息公开工作年度报告`,
  }));
  publisher.pages.set(`${hostname}/${source.id}/index.html`, { body: listPage(entries) });
  for (const unit of units)
    publisher.pages.set(`${hostname}/${source.id}/${unit.unitId}.html`, { body: reportPage(unit) });
}

const WEIAN_2022 = readFileSync(join(SAMPLE, 'sites/hanweb/reports/nanhu-weian-2022.html'), 'utf8');
