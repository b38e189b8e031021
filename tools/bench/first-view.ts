import { request } from 'node:http';

/** Bytes that went over the wire for one address, and what they unpack to. */
export interface Received {
  readonly status: number;
  readonly transferred: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Asks as a browser does: compressed. `fetch` would hide how much was sent. */
export function receive(url: URL): Promise<Received> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.once('error', reject);
      answer.once('end', () => {
        const body = Buffer.concat(parts);
        resolve({
          status: answer.statusCode ?? 0,
          transferred: body.byteLength,
          headers: answer.headers,
          body,
        });
      });
    });
    asking.once('error', reject);
    asking.end();
  });
}

/** What a page loads besides itself: styles, scripts, icons, pictures. */
export function partsOf(html: string): string[] {
  const named = [...html.matchAll(/<(?:link|script|img|iframe)\b[^>]*?\b(?:href|src)="([^"]+)"/g)];
  return [...new Set(named.map((match) => match[1]!))];
}
