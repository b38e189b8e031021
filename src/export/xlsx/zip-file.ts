import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { ExportTooLargeError } from './export-too-large-error.js';

export interface ZipFile {
  /** Appends a file, compressed as it comes: nothing of it stays in memory. */
  add(name: string, text: AsyncIterable<string> | Iterable<string>): Promise<void>;
  close(): Promise<void>;
}

/** A ZIP archive written front to back (APPNOTE 6.3: sizes follow the data), with no clock in it. */
export async function openZipFile(path: string): Promise<ZipFile> {
  const file = await open(path, 'w');
  const entries: Entry[] = [];
  let offset = 0;
  const write = async (bytes: Uint8Array): Promise<void> => {
    await writeAll(file, bytes);
    offset += bytes.length;
    if (offset > LARGEST) throw new ExportTooLargeError(path);
  };
  return {
    async add(name, text) {
      const start = offset;
      await write(localHeader(name));
      const dataStart = offset;
      let crc = 0;
      let size = 0;
      async function* measured() {
        for await (const chunk of text) {
          const bytes = Buffer.from(chunk);
          crc = crc32(bytes, crc);
          size += bytes.length;
          yield bytes;
        }
      }
      await pipeline(Readable.from(measured()), createDeflateRaw(), async (packed: AsyncIterable<Buffer>) => {
        for await (const bytes of packed) await write(bytes);
      });
      if (size > LARGEST) throw new ExportTooLargeError(path);
      const entry = { name, start, crc, packed: offset - dataStart, size };
      entries.push(entry);
      await write(numbers([4, 0x08074b50], [4, entry.crc], [4, entry.packed], [4, entry.size]));
    },
    async close() {
      try {
        if (entries.length > 0) await writeDirectory(entries, offset, write);
      } finally {
        await file.close();
      }
    },
  };
}

interface Entry {
  readonly name: string;
  readonly start: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    done += (await file.write(bytes, done)).bytesWritten;
  }
}

function localHeader(name: string): Buffer {
  const head = numbers(
    [4, 0x04034b50],
    ...COMMON,
    [4, 0],
    [4, 0],
    [4, 0],
    [2, Buffer.byteLength(name)],
    [2, 0],
  );
  return Buffer.concat([head, Buffer.from(name)]);
}

async function writeDirectory(
  entries: readonly Entry[],
  start: number,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  const directory = Buffer.concat(
    entries.flatMap(({ name, start: place, crc, packed, size }) => [
      numbers([4, 0x02014b50], [2, VERSION], ...COMMON, [4, crc], [4, packed], [4, size]),
      numbers([2, Buffer.byteLength(name)], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, place]),
      Buffer.from(name),
    ]),
  );
  await write(directory);
  const count = entries.length;
  await write(
    numbers(
      [4, 0x06054b50],
      [2, 0],
      [2, 0],
      [2, count],
      [2, count],
      [4, directory.length],
      [4, start],
      [2, 0],
    ),
  );
}

function numbers(...fields: readonly (readonly [2 | 4, number])[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [width]) => sum + width, 0));
  let at = 0;
  for (const [width, value] of fields) at = bytes.writeUIntLE(value, at, width);
  return bytes;
}

const VERSION = 20;
/** Version needed, flags (sizes follow, names in UTF-8), deflate, and 1980-01-01 00:00 for every file. */
const COMMON = [
  [2, VERSION],
  [2, 0x0808],
  [2, 8],
  [2, 0],
  [2, 0x21],
] as const;
const LARGEST = 0xffff_ffff;
