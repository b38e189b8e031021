import type { Readable } from 'node:stream';

/**
 * Lets an answer's body go unread. Its connection is dropped; the error that the stream then raises (undici's
 * RequestAbortedError) says nothing new, and unheard it would end the process.
 */
export function abandon(body: Readable): void {
  body.on('error', () => {}).destroy();
}
