import { inflateSync } from 'node:zlib';
import { ReadError } from '../read-error.js';

/**
 * Every compressed stream of a PDF must unpack to its end and fit its checksum (RFC 1950). Viewers show what they
 * can of a damaged stream; digits that were lost on the way would not be missed.
 * @throws ReadError
 */
export function checkStreams(bytes: Buffer): void {
  if (bytes.includes('/Encrypt')) return;
  let budget = MOST_UNPACKED;
  for (let at = bytes.indexOf(START); at >= 0; ) {
    const end = bytes.indexOf(END, at);
    if (end < 0) throw damaged();
    const head = bytes.toString('latin1', Math.max(0, at - LONGEST_HEAD), at);
    if (isDeflated(head)) budget -= unpackedLength(bytes.subarray(dataStart(bytes, at), end), budget);
    at = bytes.indexOf(START, end + END.length);
  }
}

/** The dictionary before the stream names /FlateDecode as the outermost filter. */
function isDeflated(head: string): boolean {
  const dictionary = head.slice(Math.max(0, head.lastIndexOf(' obj'))).trimEnd();
  return dictionary.endsWith('>>') && /\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\b/.test(dictionary);
}

function dataStart(bytes: Buffer, at: number): number {
  const after = at + START.length;
  if (bytes[after] === 0x0d && bytes[after + 1] === 0x0a) return after + 2;
  return bytes[after] === 0x0a || bytes[after] === 0x0d ? after + 1 : after;
}

function unpackedLength(data: Buffer, budget: number): number {
  try {
    return inflateSync(data, { maxOutputLength: Math.max(1, budget) }).length;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new ReadError('read/too-large', 'PDF 文件解压后过大，未读取', { cause: error });
    throw damaged(error);
  }
}

function damaged(cause?: unknown): ReadError {
  return new ReadError('read/damaged', 'PDF 文件的数据已损坏，不能完整读取；请重新取得原文件', { cause });
}

const START = Buffer.from('stream');
const END = Buffer.from('endstream');
const LONGEST_HEAD = 2000;
/** A report unpacks to a few megabytes, a scan of a hundred pages to some hundred. */
const MOST_UNPACKED = 600_000_000;
