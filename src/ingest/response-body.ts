import { type Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FetchFailure } from './fetch-error.js';

/**
 * Reads a response's body, undoing its Content-Encoding. A body that is cut short throws the stream's error;
 * one of more than `maxBytes` decoded bytes, or in an unknown encoding, a FetchFailure that isn't worth a retry.
 */
export async function readResponseBody(
  body: Readable,
  encoding: string | null,
  maxBytes: number,
): Promise<Buffer> {
  const makers = encodingsOf(encoding).map((name) => {
    const maker = DECODERS[name];
    if (maker !== undefined) return maker;
    body.destroy();
    throw new FetchFailure(`unknown Content-Encoding "${name}"`, 'fetch this page by hand');
  });
  const chunks: Buffer[] = [];
  let size = 0;
  const collect = new Writable({
    write(chunk: Buffer, _, done) {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      done(size > maxBytes ? tooLarge(maxBytes) : null);
    },
  });
  await pipeline([body, ...makers.map((make) => make()), collect]);
  return Buffer.concat(chunks, size);
}

/** Last applied first, as they must be undone. */
function encodingsOf(header: string | null): string[] {
  const names = (header ?? '').split(',').map((name) => name.trim().toLowerCase());
  return names.filter((name) => name !== '' && name !== 'identity').reverse();
}

function tooLarge(maxBytes: number): FetchFailure {
  const limit = maxBytes >= MEBIBYTE ? `${Math.round(maxBytes / MEBIBYTE)} MiB` : `${maxBytes} bytes`;
  return new FetchFailure(`larger than the limit of ${limit}`, 'no report is that large: correct the source');
}

const DECODERS: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

const MEBIBYTE = 1024 * 1024;
