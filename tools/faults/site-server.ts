import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Answer } from './answer-of.js';
import { type FaultKind, retryAfterOf } from './fault-kinds.js';
import { createHostState, type HostState } from './host-state.js';
import type { LateClock } from './late-clock.js';
import type { LoggedRequest } from './request-log.js';
import type { World } from './world.js';

/** The sites of one world on one port of loopback. */
export interface SiteServer {
  readonly port: number;
  readonly log: readonly LoggedRequest[];
  readonly states: readonly HostState[];
  /** What follows belongs to this round; `faulty` says whether anything still goes wrong. */
  beginRound(round: number, faulty: boolean): void;
  /** Resolves at the n-th request. */
  reached(requests: number): Promise<void>;
  close(): void;
}

export async function startSites(world: World, clock: LateClock): Promise<SiteServer> {
  const log: LoggedRequest[] = [];
  const states = new Map(world.hosts.map((host) => [host.host, createHostState(host)]));
  const waiting: { readonly requests: number; readonly resolve: () => void }[] = [];
  let round = 0;
  let faulty = true;

  const server = createServer(async (request, response) => {
    const host = (request.headers.host ?? '').split(':')[0]!;
    const path = request.url ?? '/';
    const state = states.get(host)!;
    const asked = state.kindOf(path);
    const { at: from, earliest } = clock.now();
    const entry: LoggedRequest = {
      ...{ host, path, asked, round, from, earliest, to: null },
      ...{ overlaps: false, retryAfterMs: 0, fault: null, status: 0 },
    };
    const before = log.findLast((logged) => logged.host === host);
    log.push(entry);
    response.once('close', () => {
      entry.to ??= Date.now();
    });
    const body = await read(request);
    const fault = state.count(asked, faulty);
    const answer = await state.answer(request, body);
    // The end of a connection and a new one may be seen in either order.
    for (let turn = 0; turn < 3 && before?.to === null; turn++) await nextTurn();
    entry.overlaps = before?.to === null;
    send(entry, response, { answer, fault, etag: state.etagOf(request, answer) }, request);
    for (const { requests, resolve } of waiting) if (log.length >= requests) resolve();
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    log,
    states: [...states.values()],
    beginRound: (number, withFaults) => {
      round = number;
      faulty = withFaults;
      if (!faulty) for (const state of states.values()) state.settle();
    },
    reached: (requests) =>
      new Promise((resolve) => {
        if (log.length >= requests) resolve();
        else waiting.push({ requests, resolve });
      }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

interface Served {
  readonly answer: Answer;
  readonly fault: FaultKind | null;
  readonly etag: string | null;
}

function send(
  entry: LoggedRequest,
  response: ServerResponse,
  { answer, fault, etag }: Served,
  { headers }: IncomingMessage,
): void {
  if (fault !== null) {
    entry.fault = fault.name;
    fault.spoil(response, answer, etag);
    entry.retryAfterMs = retryAfterOf(response);
  } else if (etag !== null && headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end();
  } else if (answer.status === 302) {
    response.writeHead(302, { location: answer.type }).end();
  } else {
    const type = { 'content-type': answer.type, 'content-length': answer.body.length };
    response.writeHead(answer.status, { ...type, ...(etag === null ? {} : { etag }) }).end(answer.body);
  }
  entry.status = response.statusCode;
  // Handed over whole: the client can't have it before.
  if (response.writableEnded || response.socket?.writableEnded !== false) entry.to = Date.now();
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
