import type { Archive } from '../ingest/archive.js';
import { ConversionError } from '../ingest/convert/conversion-error.js';
import {
  type Converter,
  createConverter,
  type ReadingCopy,
  TEXT_CONVERTER,
} from '../ingest/convert/converter.js';
import type { Extraction } from '../model/extraction.js';
import type { Finding } from '../model/finding.js';
import { isEncryptedWord } from '../parse/readers/ole-word.js';
import { ReadError } from '../parse/readers/read-error.js';
import { isEncryptedOffice, sniff } from '../parse/readers/sniff.js';
import { conversionOf, saveConversion } from '../store/collection/conversions.js';
import type { Database } from '../store/postgres/database.js';
import { type ReadOptions, readDocument } from './read-document.js';

/** An archived original. */
export interface Original {
  readonly sha256: string;
  readonly servedType: string | null;
}

/** Where reading copies are kept. */
export interface CopyStore {
  readonly db: Database;
  readonly archive: Archive;
  readonly converter?: Converter;
  /** Whether a copy without tables is made anew where LibreOffice has come since; verifying keeps to the old one. */
  readonly renewsCopies?: boolean;
}

/**
 * Reads an archived original as it is; a .doc or .wps by its reading copy, which is made, archived and recorded the
 * first time, so that reading again starts from the same bytes.
 * @throws ReadError, ArchiveError
 */
export async function readArchived(
  store: CopyStore,
  { sha256, servedType }: Original,
  options?: ReadOptions,
): Promise<Extraction> {
  const bytes = await store.archive.get(sha256);
  if (!needsCopy(bytes)) return readDocument(bytes, servedType, options);
  const copy = (await keptCopy(store, sha256)) ?? (await makeCopy(store, sha256, bytes));
  return readCopy(copy, options);
}

/** The bytes that are read for an original: its own, or those of its reading copy. */
export async function readingBytes(store: CopyStore, sha256: string): Promise<Buffer> {
  const bytes = await store.archive.get(sha256);
  if (!needsCopy(bytes)) return bytes;
  return ((await keptCopy(store, sha256)) ?? (await makeCopy(store, sha256, bytes))).bytes;
}

/** Reads bytes that are in no archive: the copy is made and thrown away. */
export async function readUnarchived(
  bytes: Buffer,
  servedType: string | null = null,
  options?: ReadOptions,
  converter: Converter = CONVERTER,
): Promise<Extraction> {
  if (!needsCopy(bytes)) return readDocument(bytes, servedType, options);
  return readCopy(await converted(bytes, converter), options);
}

function needsCopy(bytes: Buffer): boolean {
  return sniff(bytes) === 'application/msword' && !isEncryptedOffice(bytes) && !isEncryptedWord(bytes);
}

async function keptCopy(
  { db, archive, converter = CONVERTER, renewsCopies = false }: CopyStore,
  sha256: string,
): Promise<ReadingCopy | null> {
  const kept = await conversionOf(db, sha256);
  if (kept === null) return null;
  if (renewsCopies && kept.converter === TEXT_CONVERTER && (await converter.keepsTables())) return null;
  const { converter: name, version } = kept;
  return { bytes: await archive.get(kept.convertedSha256), converter: name, version };
}

/** Bytes first, then what is known of them. */
async function makeCopy(store: CopyStore, documentSha256: string, bytes: Buffer): Promise<ReadingCopy> {
  const copy = await converted(bytes, store.converter ?? CONVERTER);
  const { sha256: convertedSha256 } = await store.archive.put(copy.bytes);
  const { converter, version } = copy;
  await saveConversion(store.db, {
    documentSha256,
    convertedSha256,
    converter,
    version,
    convertedAt: new Date(),
  });
  return copy;
}

async function converted(bytes: Buffer, converter: Converter): Promise<ReadingCopy> {
  try {
    return await converter.convert(bytes);
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
    const message = '旧版 Word（.doc/.wps）文件转换失败，可能已损坏；请另存为 .docx 后再提供';
    throw new ReadError('read/not-converted', message, { cause: error });
  }
}

async function readCopy(copy: ReadingCopy, options?: ReadOptions): Promise<Extraction> {
  const extraction = await readDocument(copy.bytes, null, options);
  return { ...extraction, mediaType: 'application/msword', findings: [noteOn(copy), ...extraction.findings] };
}

function noteOn({ converter, version }: ReadingCopy): Finding {
  if (converter === TEXT_CONVERTER) {
    const message =
      '旧版 Word（.doc/.wps）文件只取出了文字，单元格按先后顺序读取，合并和列位置不明；装上 LibreOffice 后可重新读取';
    return { check: 'read/low-confidence', severity: 'warning', message };
  }
  const message = `旧版 Word（.doc/.wps）文件由 ${converter} ${version} 转换为 .docx 后读取`;
  return { check: 'read/converted', severity: 'info', message };
}

const CONVERTER = createConverter();
