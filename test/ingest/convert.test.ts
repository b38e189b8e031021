import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createConverter } from '../../src/ingest/convert/converter.js';
import { findOffice } from '../../src/ingest/convert/find-office.js';
import { convertWithOffice } from '../../src/ingest/convert/run-office.js';
import { sniff } from '../../src/parse/readers/sniff.js';
import { EXPECTED, SAMPLE } from '../jobs/sample.js';
import { OFFICE, saveAs } from './office.js';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-convert-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program that stands in for LibreOffice. */
function program(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe('LibreOffice', () => {
  test('is found on the search path by what it answers', async () => {
    program('soffice', 'echo "LibreOffice 99.1.2.3 abc"');
    expect(await findOffice(folder)).toEqual({ path: join(folder, 'soffice'), version: '99.1.2.3' });
  });

  test('another program of that name is passed over', async () => {
    program('soffice', 'echo "Some Office 1"');
    program('libreoffice', 'exit 1');
    expect((await findOffice(folder))?.path ?? '').not.toContain(folder);
  });

  test('is ended, with what it started, when it takes too long', async () => {
    const path = program('slow', 'sleep 60 & sleep 60');
    const started = performance.now();
    await expect(
      convertWithOffice(Buffer.from('x'), { path, version: '1' }, { timeoutMs: 300 }),
    ).rejects.toThrow(/took longer/);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('that makes nothing is an error with what it said', async () => {
    const path = program('mute', 'echo "no filter"');
    await expect(convertWithOffice(Buffer.from('x'), { path, version: '1' })).rejects.toThrow(
      /made no \.docx: no filter/,
    );
  });

  test('runs one document at a time, each with a profile of its own', async () => {
    const log = join(folder, 'log');
    const path = program(
      'counting',
      `echo "start $1" >> ${log}; sleep 0.2; echo end >> ${log}; for last; do :; done; cp "$last" "\${last%.doc}.docx"`,
    );
    const converter = createConverter(async () => ({ path, version: '1' }));
    const copies = await Promise.all(['a', 'b', 'c'].map((text) => converter.convert(Buffer.from(text))));
    expect(copies.map(({ bytes }) => bytes.toString())).toEqual(['a', 'b', 'c']);
    const lines = readFileSync(log, 'utf8').trim().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['start', 'end', 'start', 'end', 'start', 'end']);
    expect(new Set(lines.filter((line) => line.startsWith('start'))).size).toBe(3);
  });
});

test('what is no Word file can not be converted without LibreOffice', async () => {
  const converter = createConverter(async () => null);
  await expect(converter.convert(Buffer.from('no word file'))).rejects.toThrow(/word-extractor/);
});

describe.skipIf(OFFICE === null)('a .doc of the sample (skipped where there is no LibreOffice)', () => {
  let doc: Buffer;
  beforeAll(() => {
    const { file } = EXPECTED.find((report) => report.file.endsWith('.docx'))!;
    doc = saveAs('doc', [['report.docx', readFileSync(`${SAMPLE}/${file}`)]]).get('report')!;
  });

  test('becomes a .docx', async () => {
    expect(sniff(doc)).toBe('application/msword');
    const { bytes, converter, version } = await createConverter().convert(doc);
    expect(sniff(bytes)).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    expect({ converter, version }).toEqual({ converter: 'LibreOffice', version: OFFICE!.version });
  });

  test('without LibreOffice becomes text with a row a line', async () => {
    const { bytes, converter } = await createConverter(async () => null).convert(doc);
    expect(converter).toBe('word-extractor');
    expect(bytes.toString()).toMatch(/^一、本年新收政府信息公开申请数量\t\d+(\t\d+){6}$/m);
  });
});
