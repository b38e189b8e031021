import { crc32, inflateRawSync } from 'node:zlib';
import { ReadError } from '../read-error.js';

/** Reads single parts of a .docx: by the directory at the end of the file (APPNOTE 4.3.12), each under a size cap. */
export interface Zip {
  /** The part's bytes, or null when there is none of that name. */
  readonly read: (name: string) => Buffer | null;
}

export interface ZipLimits {
  /** Inflated bytes of one part. */
  readonly maxPartBytes: number;
  readonly maxEntries: number;
}

export const ZIP_LIMITS = { maxPartBytes: 64 * 1024 * 1024, maxEntries: 10_000 } satisfies ZipLimits;

/** Synchronous and capped while inflating, so that a bomb is refused before it fills the memory. */
export function openZip(bytes: Buffer, limits: ZipLimits = ZIP_LIMITS): Zip {
  const entries = readDirectory(bytes, limits);
  return {
    read: (name) => {
      const entry = entries.get(name);
      if (!entry) return null;
      const part = inflateEntry(bytes, name, entry, limits);
      // A damaged part may inflate all the same, to other digits.
      if (crc32(part) !== entry.checksum) throw truncated();
      return part;
    },
  };
}

interface Entry {
  readonly method: number;
  readonly encrypted: boolean;
  readonly checksum: number;
  readonly packedBytes: number;
  readonly headerAt: number;
}

function readDirectory(bytes: Buffer, limits: ZipLimits): Map<string, Entry> {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.maxEntries)
    throw new ReadError('read/too-large', `压缩包含 ${count} 个条目，超过上限 ${limits.maxEntries}，未解压`);
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_MARK) throw truncated();
    const nameBytes = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameBytes).replaceAll('\\', '/');
    entries.set(name, {
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      checksum: bytes.readUInt32LE(at + 16),
      packedBytes: bytes.readUInt32LE(at + 20),
      headerAt: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(bytes: Buffer): number {
  const from = Math.max(0, bytes.length - 22 - 65_535);
  const at = bytes.lastIndexOf(END_MARK);
  if (at < from || at + 22 > bytes.length) throw truncated();
  return at;
}

function inflateEntry(bytes: Buffer, name: string, entry: Entry, limits: ZipLimits): Buffer {
  if (entry.encrypted) throw new ReadError('read/encrypted', '文件已加密，请提供未加密的版本');
  const { headerAt, packedBytes, method } = entry;
  if (headerAt + 30 > bytes.length || bytes.readUInt32LE(headerAt) !== LOCAL_MARK) throw truncated();
  const from = headerAt + 30 + bytes.readUInt16LE(headerAt + 26) + bytes.readUInt16LE(headerAt + 28);
  const packed = bytes.subarray(from, from + packedBytes);
  if (packed.length < packedBytes) throw truncated();
  if (method === 0 && packedBytes <= limits.maxPartBytes) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: limits.maxPartBytes });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') throw truncated(cause);
    throw new ReadError(
      'read/too-large',
      `${name} 解压后超过 ${limits.maxPartBytes} 字节，疑为压缩炸弹，未读取`,
      { cause },
    );
  }
}

function truncated(cause?: unknown): ReadError {
  return new ReadError('read/truncated', '.docx 文件不完整或已损坏，请重新下载或重新取得原文件', { cause });
}

const END_MARK = Buffer.from('PK\u0005\u0006', 'latin1');
const DIRECTORY_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
