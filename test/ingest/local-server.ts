import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Server } from 'node:net';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface LocalServer {
  readonly port: number;
  /** Addresses asked for, in order; robots.txt is in `robots`. */
  readonly asked: string[];
  /** The same requests, when they came and with which headers. */
  readonly requests: { readonly at: number; readonly headers: IncomingMessage['headers'] }[];
  /** How often robots.txt was asked for. */
  readonly robots: string[];
  handle: Handler;
  /** Answers for robots.txt; 404 unless set. */
  handleRobots: Handler;
  close(): void;
}

/** A server on loopback that answers for any number of hosts; `http://HOST/PATH` is noted as `HOST/PATH`. */
export async function localServer(handle: Handler): Promise<LocalServer> {
  const asked: string[] = [];
  const robots: string[] = [];
  const requests: LocalServer['requests'] = [];
  const server = createServer((request, response) => {
    const isRobots = request.url === '/robots.txt';
    (isRobots ? robots : asked).push(`${request.headers.host}${request.url}`);
    if (!isRobots) requests.push({ at: Date.now(), headers: request.headers });
    (isRobots ? made.handleRobots : made.handle)(request, response);
  });
  const made: LocalServer = {
    port: await listen(server),
    asked,
    requests,
    robots,
    handle,
    handleRobots: (_, response) => response.writeHead(404).end(),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return made;
}

/** The port on 127.0.0.1 that the system chose. */
export function listen(server: Server): Promise<number> {
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );
}
