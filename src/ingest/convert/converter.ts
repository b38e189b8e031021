import PQueue from 'p-queue';
import { findOffice, type Office } from './find-office.js';
import { convertWithOffice } from './run-office.js';
import { extractWordText, WORD_TEXT } from './word-text.js';

/** A reading copy of a .doc or .wps. */
export interface ReadingCopy {
  readonly bytes: Buffer;
  readonly converter: string;
  readonly version: string;
}

export interface Converter {
  /** Whether copies keep the tables as they are; without LibreOffice they are text only. */
  readonly keepsTables: () => Promise<boolean>;
  /** Throws ConversionError. */
  readonly convert: (bytes: Buffer) => Promise<ReadingCopy>;
}

/** LibreOffice where there is one, word-extractor else. One document at a time: LibreOffice takes a whole machine. */
export function createConverter(find: () => Promise<Office | null> = findOffice): Converter {
  const queue = new PQueue({ concurrency: 1 });
  let found: Promise<Office | null> | null = null;
  const office = (): Promise<Office | null> => {
    found ??= find();
    return found;
  };
  return {
    keepsTables: async () => (await office()) !== null,
    convert: (bytes) => queue.add(async () => convertBy(await office(), bytes)),
  };
}

async function convertBy(office: Office | null, bytes: Buffer): Promise<ReadingCopy> {
  if (office === null)
    return { bytes: await extractWordText(bytes), converter: TEXT_CONVERTER, version: WORD_TEXT.version };
  return { bytes: await convertWithOffice(bytes, office), converter: 'LibreOffice', version: office.version };
}

export const TEXT_CONVERTER = 'word-extractor';
