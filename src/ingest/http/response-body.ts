import { type Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { abandon } from './abandon.js';
import { FetchFailure } from './fetch-error.js';
import type { FetchLimits } from './fetch-limits.js';

type BodyLimits = Pick<FetchLimits, 'maxBytes' | 'maxEncodings' | 'maxRatio' | 'ratioFromBytes'>;

/**
 * Reads a response's body, undoing its Content-Encoding. A body that is cut short throws the stream's error; one of
 * more than `maxBytes` decoded bytes, packed tighter than any page, or in an unknown encoding, a FetchFailure that
 * isn't worth a retry.
 */
export async function readResponseBody(
  body: Readable,
  encoding: string | null,
  limits: BodyLimits,
): Promise<Buffer> {
  const names = encodingsOf(encoding);
  const makers = names.flatMap((name) => DECODERS[name] ?? []);
  if (makers.length < names.length || names.length > limits.maxEncodings) {
    abandon(body);
    throw new FetchFailure(
      'fetch/encoding',
      `unknown Content-Encoding "${encoding}"`,
      'fetch this page by hand',
    );
  }
  let packed = 0;
  const count = new Transform({
    transform(chunk: Buffer, _, done) {
      packed += chunk.length;
      done(null, chunk);
    },
  });
  const chunks: Buffer[] = [];
  let size = 0;
  const collect = new Writable({
    write(chunk: Buffer, _, done) {
      size += chunk.length;
      const refusal = refusalOf(size, packed, limits);
      if (refusal === null) chunks.push(chunk);
      done(refusal);
    },
  });
  await pipeline([body, count, ...makers.map((make) => make()), collect]);
  return Buffer.concat(chunks, size);
}

/** Last applied first, as they must be undone. */
function encodingsOf(header: string | null): string[] {
  const names = (header ?? '').split(',').map((name) => name.trim().toLowerCase());
  return names.filter((name) => name !== '' && name !== 'identity').reverse();
}

function refusalOf(size: number, packed: number, limits: BodyLimits): FetchFailure | null {
  const { maxBytes, maxRatio, ratioFromBytes } = limits;
  const advice = 'no report is that large: correct the source';
  if (size > maxBytes) {
    const limit = maxBytes >= MEBIBYTE ? `${Math.round(maxBytes / MEBIBYTE)} MiB` : `${maxBytes} bytes`;
    return new FetchFailure('fetch/too-large', `larger than the limit of ${limit}`, advice);
  }
  if (size <= ratioFromBytes || size <= packed * maxRatio) return null;
  const ratio = `${packed} packed bytes unpack to more than ${maxRatio} times as many`;
  return new FetchFailure('fetch/too-large', `${ratio}, as those of a compression bomb do`, advice);
}

const DECODERS: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

const MEBIBYTE = 1024 * 1024;
