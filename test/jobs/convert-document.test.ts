import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Archive, openArchive } from '../../src/ingest/archive.js';
import { type Converter, createConverter } from '../../src/ingest/convert/converter.js';
import { readArchived, readUnarchived } from '../../src/jobs/convert-document.js';
import { ReadError } from '../../src/parse/readers/read-error.js';
import { conversionOf } from '../../src/store/collection/conversions.js';
import type { Database } from '../../src/store/postgres/database.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { OFFICE, saveAs } from '../ingest/office.js';
import { figureLines } from '../parse/compare-figures.js';
import { onEachDatabase } from '../store/databases.js';
import { EXPECTED, SAMPLE } from './sample.js';

const REPORT = EXPECTED.find(({ file }) => file.endsWith('.docx'))!;
const DOCX = readFileSync(`${SAMPLE}/${REPORT.file}`);

/** Enough of an OLE container to be taken for an old Word file; its FIB says whether it is encrypted. */
function oldWord(flags: number): Buffer {
  const bytes = Buffer.alloc(2048);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
  bytes.writeUInt16LE(9, 30);
  bytes.write('WordDocument\0', 512, 'utf16le');
  bytes.writeUInt32LE(1, 512 + 116);
  bytes.writeUInt16LE(0xa5ec, 1024);
  bytes.writeUInt16LE(flags, 1024 + 10);
  return bytes;
}

/** Stands in for LibreOffice: every copy is the same .docx. */
function converterTo(bytes: Buffer, log: string[] = []): Converter {
  return {
    keepsTables: async () => true,
    convert: async () => {
      log.push('converted');
      return { bytes, converter: 'LibreOffice', version: '1.0' };
    },
  };
}

describe('an old Word file', () => {
  test('is read by its copy, and says so', async () => {
    const read = await readUnarchived(oldWord(0), null, undefined, converterTo(DOCX));
    expect(figureLines(read.figures)).toEqual(figureLines(REPORT.figures));
    expect(read.mediaType).toBe('application/msword');
    expect(read.findings[0]).toMatchObject({ check: 'read/converted', severity: 'info' });
  });

  test('with a password is refused, and no program is run', async () => {
    const log: string[] = [];
    const read = readUnarchived(oldWord(0x0100), null, undefined, converterTo(DOCX, log));
    await expect(read).rejects.toMatchObject({ code: 'read/encrypted' });
    expect(log).toEqual([]);
  });

  test('that no program can convert is refused with the reason', async () => {
    const read = readUnarchived(
      oldWord(0),
      null,
      undefined,
      createConverter(async () => null),
    );
    await expect(read).rejects.toBeInstanceOf(ReadError);
    await expect(read).rejects.toMatchObject({ code: 'read/not-converted' });
  });
});

onEachDatabase('an archived old Word file', (database) => {
  let archive: Archive;
  let sha256: string;
  beforeAll(async () => {
    const { db, options } = database();
    await migrate(db);
    archive = await openArchive(options.dataFolder);
    ({ sha256 } = await archive.put(oldWord(0)));
    await recordOriginal(db, sha256);
  });

  test('is converted once; copy, program and time are recorded, and the copy is in the archive', async () => {
    const log: string[] = [];
    const store = { db: database().db, archive, converter: converterTo(DOCX, log) };
    const first = await readArchived(store, { sha256, servedType: null });
    const again = await readArchived(store, { sha256, servedType: null });
    expect(log).toEqual(['converted']);
    expect(again).toEqual(first);
    const kept = await conversionOf(database().db, sha256);
    expect(kept).toMatchObject({ documentSha256: sha256, converter: 'LibreOffice', version: '1.0' });
    expect((await archive.get(kept!.convertedSha256)).equals(DOCX)).toBe(true);
  });

  test('whose copy has no tables is converted anew when LibreOffice is there', async () => {
    const { sha256: other } = await archive.put(Buffer.concat([oldWord(0), Buffer.from('2')]));
    await recordOriginal(database().db, other);
    const copy = { bytes: Buffer.from('一、总体情况\n'), converter: 'word-extractor', version: '1' };
    const textOnly = { keepsTables: async () => false, convert: async () => copy };
    const read = (converter: Converter, renewsCopies = false) =>
      readArchived(
        { db: database().db, archive, converter, renewsCopies },
        { sha256: other, servedType: null },
      );
    const first = await read(textOnly);
    expect(first.findings[0]).toMatchObject({ check: 'read/low-confidence', severity: 'warning' });
    expect((await read(textOnly)).findings).toEqual(first.findings);
    expect((await read(converterTo(DOCX))).findings).toEqual(first.findings);
    expect((await read(converterTo(DOCX), true)).figures).toHaveLength(REPORT.figures.length);
  });
});

describe.skipIf(OFFICE === null)('the sample as .doc (skipped where there is no LibreOffice)', () => {
  test('reads exactly through LibreOffice', async () => {
    const doc = saveAs('doc', [['report.docx', DOCX]]).get('report')!;
    const read = await readUnarchived(doc);
    expect(figureLines(read.figures)).toEqual(figureLines(REPORT.figures));
    expect(read.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});

async function recordOriginal(db: Database, sha256: string): Promise<void> {
  const document = { sha256, media_type: 'application/msword', byte_length: 2048, served_type: null };
  await db.kysely.insertInto('raw.document').values(document).execute();
}
