import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LocalSite } from '../../model/source.js';
import { openSiteFolder, type SiteFolder, type SitePage } from './site-folder.js';

export interface LocalSites {
  /** Host name of the sources file → where this machine serves it. */
  readonly hosts: ReadonlyMap<string, { readonly port: number }>;
  close(): Promise<void>;
}

/**
 * Serves each folder on 127.0.0.1, on a port that the system chooses, but for sites that something serves already. GET and HEAD; a strong ETag from the bytes.
 * What is served is told by site-folder.ts. Throws LocalSiteError where a folder or its site.json can't be used.
 */
export async function serveLocalSites(localSites: readonly LocalSite[]): Promise<LocalSites> {
  const toServe = localSites.filter(({ port }) => port === undefined);
  const folders = await Promise.all(toServe.map(({ folder }) => openSiteFolder(folder)));
  const servers = folders.map((folder) =>
    createServer((request, response) => answer(folder, request, response)),
  );
  const hosts = new Map<string, { readonly port: number }>();
  for (const { host, port } of localSites) if (port !== undefined) hosts.set(host, { port });
  for (const [index, server] of servers.entries()) {
    hosts.set(toServe[index]!.host, { port: await listen(server) });
  }
  return {
    hosts,
    async close() {
      await Promise.all(servers.map(stop));
    },
  };
}

async function answer(folder: SiteFolder, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
    else send(await folder.find(request.url ?? '/'), request, response);
  } catch {
    response.writeHead(500).end(); // A file that vanished or can't be read; the client's error names the address.
  }
}

function send(page: SitePage | null, request: IncomingMessage, response: ServerResponse): void {
  if (page === null) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('404 not found\n');
    return;
  }
  if ('location' in page) {
    response.writeHead(301, { location: page.location }).end();
    return;
  }
  const etag = `"${createHash('sha256').update(page.bytes).digest('hex')}"`;
  if (page.status === 200 && matches(request.headers['if-none-match'], etag)) {
    response.writeHead(304, { etag }).end();
    return;
  }
  const headers = { 'content-type': page.type, 'content-length': page.bytes.length, etag };
  response.writeHead(page.status, headers).end(request.method === 'HEAD' ? undefined : page.bytes);
}

function matches(header: string | undefined, etag: string): boolean {
  const named = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return named.includes(etag) || named.includes('*');
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
