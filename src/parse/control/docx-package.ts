import { inflateRawSync } from 'node:zlib';
import { ReadError } from '../readers/read-error.js';

/** The text parts of a .docx as mammoth asks for them; each is inflated under a cap, and none may hold a DOCTYPE. */
export interface DocxPackage {
  readonly exists: (name: string) => boolean;
  /** @throws ReadError for a part that is damaged or larger than mammoth may be given. */
  readonly text: (name: string) => string;
}

/** Walks over the directory at the end of the file (APPNOTE 4.3.12); written apart from the main reader's. */
export function openPackage(bytes: Buffer): DocxPackage {
  const parts = new Map<string, PackedPart>();
  const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0) throw damaged();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      bytes.readUInt16LE(at + field),
    );
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength!).replaceAll('\\', '/');
    parts.set(name, {
      deflated: bytes.readUInt16LE(at + 10) === 8,
      length: bytes.readUInt32LE(at + 20),
      header: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength! + extraLength! + commentLength!;
  }
  return {
    exists: (name) => parts.has(name),
    text: (name) => {
      const part = parts.get(name);
      if (!part) throw damaged();
      const text = new TextDecoder('utf-8', { fatal: true }).decode(unpack(bytes, part));
      if (text.includes('<!DOCTYPE')) throw new ReadError('read/doctype', `${name} 含有 DOCTYPE 声明`);
      return text;
    },
  };
}

interface PackedPart {
  readonly deflated: boolean;
  readonly length: number;
  readonly header: number;
}

function unpack(bytes: Buffer, { deflated, length, header }: PackedPart): Buffer {
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  const packed = bytes.subarray(start, start + length);
  if (packed.length > MOST_BYTES) throw tooLarge();
  if (!deflated) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: MOST_BYTES });
  } catch (cause) {
    throw (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : damaged(cause);
  }
}

function tooLarge(): ReadError {
  return new ReadError('read/too-large', `.docx 的部件解压后超过 ${MOST_BYTES} 字节`);
}

function damaged(cause?: unknown): ReadError {
  return new ReadError('read/truncated', '.docx 文件不完整或已损坏', { cause });
}

/** mammoth takes seconds and 200 MB for each MB of XML; real reports have less than one. */
const MOST_BYTES = 4 * 1024 * 1024;
