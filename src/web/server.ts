import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Board } from './board.js';
import { prepareCharts } from './chart.js';
import { keepWarm } from './keep-warm.js';
import { createApp } from './routes.js';

export interface BoardServer {
  /** As a browser takes it. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the board; fails where the port is taken (EADDRINUSE) or may not be used. */
export async function startBoard(
  board: Board,
  { host, port }: { host: string; port: number },
): Promise<BoardServer> {
  const server = createAdaptorServer({ fetch: createApp(board).fetch }) as Server;
  server.requestTimeout = REQUEST_MS;
  server.listen(port, host);
  await once(server, 'listening');
  prepareCharts();
  const stopWarming = keepWarm(board);
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}/`,
    close: async () => {
      stopWarming();
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Long enough to send a draft over a slow line. */
const REQUEST_MS = 60_000;
