import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  /** The text, as it comes from the disk. */
  text(): AsyncIterable<string>;
}

/** The files in a ZIP archive as ./zip-file.ts writes them; null where it is none (APPNOTE 6.3). */
export async function zipEntries(path: string): Promise<ZipEntry[] | null> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const end = await bytesAt(file, Math.max(0, size - END_BYTES), END_BYTES);
    if (end.length < END_BYTES || end.readUInt32LE(0) !== 0x06054b50) return null;
    const directory = await bytesAt(file, end.readUInt32LE(16), end.readUInt32LE(12));
    const entries: ZipEntry[] = [];
    for (let at = 0; at < directory.length; ) {
      const nameEnd = at + ENTRY_BYTES + directory.readUInt16LE(at + 28);
      const name = directory.toString('utf8', at + ENTRY_BYTES, nameEnd);
      const packed = directory.readUInt32LE(at + 20);
      const header = directory.readUInt32LE(at + 42);
      const local = await bytesAt(file, header, HEADER_BYTES);
      const start = header + HEADER_BYTES + local.readUInt16LE(26) + local.readUInt16LE(28);
      entries.push({ name, text: () => inflated(path, start, packed) });
      at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    }
    return entries;
  } finally {
    await file.close();
  }
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function inflated(path: string, start: number, packed: number): AsyncIterable<string> {
  const bytes = createReadStream(path, { start, end: start + packed - 1 });
  const text = createInflateRaw().setEncoding('utf8');
  bytes.on('error', (error) => text.destroy(error));
  return bytes.pipe(text);
}

/** Fixed parts: end of the directory (without a comment), an entry of it, a local header. */
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const HEADER_BYTES = 30;
