import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { PublisherSite } from '../sites/publisher-site.js';

/** What a site answers, before anything goes wrong on the way. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

/** Asks a site without a network in between. */
export function answerOf(
  site: Pick<PublisherSite, 'handler'>,
  { method, url }: Pick<IncomingMessage, 'method' | 'url'>,
  posted: Buffer,
): Promise<Answer> {
  return new Promise((resolve) => {
    const request = Object.assign(Readable.from(posted.length > 0 ? [posted] : []), { method, url });
    let head = { status: 200, type: '' };
    const response = {
      writeHead(status: number, headers: Readonly<Record<string, string>>) {
        head = { status, type: headers['content-type'] ?? '' };
        return response;
      },
      end: (body: string | Buffer) => resolve({ ...head, body: Buffer.from(body) }),
    };
    site.handler(request as unknown as IncomingMessage, response as unknown as ServerResponse);
  });
}
