import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parseBytes } from '../../src/parse/parse.js';
import { assemble, pdf, table, text } from './pdf-builder.js';

const PROSE = text(
  '本报告依照《中华人民共和国政府信息公开条例》编制，所列数据统计期限自一月一日起至年底止。',
  60,
  60,
);
const GOOD = pdf([`${PROSE}\n${table([['规章', '1']])}`]);

const codeOf = (bytes: Buffer): Promise<string> =>
  parseBytes(bytes).then(
    () => 'read',
    (error) => (error as { code?: string }).code ?? String(error),
  );

test('a whole file is read', async () => {
  expect(await codeOf(GOOD)).toBe('read');
});

describe('a PDF that can not be read is refused with its reason', () => {
  test('cut off', async () => {
    expect(await codeOf(GOOD.subarray(0, GOOD.length / 2))).toBe('read/truncated');
  });

  test('no PDF but for its first line', async () => {
    expect(await codeOf(Buffer.from('%PDF-1.4\nnothing\n%%EOF'))).toBe('read/damaged');
  });

  test('asking for a password', async () => {
    const key = '00'.repeat(32);
    const entry = `<</Filter/Standard/V 1/R 2/P -4/O<${key}>/U<${key}>>>`;
    const bytes = pdf([PROSE], { trailer: `/Encrypt ${entry}/ID[<00><00>]` });
    expect(await codeOf(bytes)).toBe('read/encrypted');
  });

  test('a page without text: scanned, or empty', async () => {
    expect(await codeOf(pdf(['0 0 100 100 re f']))).toBe('read/no-text-layer');
  });

  test('a scan with an invisible text layer', async () => {
    expect(await codeOf(pdf([`3 Tr ${PROSE}`]))).toBe('read/no-text-layer');
  });

  test('text whose font names no characters', async () => {
    const secret = text('\ue000'.repeat(60), 10, 90);
    expect(await codeOf(pdf([secret]))).toBe('read/no-text-layer');
  });

  test('too many pages', async () => {
    expect(await codeOf(pdf(Array.from({ length: 301 }, () => PROSE)))).toBe('read/too-large');
  });

  test('forms that draw forms that draw forms', async () => {
    const stream = (head: string, content: string): string =>
      `<<${head}/Length ${content.length}>>stream\n${content}\nendstream`;
    const depth = 9;
    const forms = Array.from({ length: depth }, (_, level) =>
      stream(
        `/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</F ${level + 6} 0 R>>>>`,
        level < depth - 1 ? '/F Do '.repeat(10) : `${PROSE} `.repeat(20),
      ),
    );
    const bytes = assemble([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>',
      stream('', '/F Do'),
      ...forms,
    ]);
    expect(await codeOf(bytes)).toBe('read/too-large');
  }, 240_000);

  test('a stream that was damaged on the way', async () => {
    const packed = deflateSync(Buffer.from(`${PROSE}\n${table([['规章', '1']])}`));
    const good = Buffer.from(GOOD);
    const at = good.indexOf('stream\n', good.indexOf('/Contents'));
    const head = Buffer.from(`<</Filter/FlateDecode/Length ${packed.length}>>`);
    const objectStart = good.lastIndexOf('<<', at);
    const end = good.indexOf('\nendstream', at);
    const whole = (data: Buffer): Buffer =>
      Buffer.concat([good.subarray(0, objectStart), head, Buffer.from('stream\n'), data, good.subarray(end)]);
    expect(await codeOf(whole(packed))).toBe('read');
    const damaged = Buffer.from(packed);
    damaged[damaged.length - 8]! ^= 0x10;
    expect(await codeOf(whole(damaged))).toBe('read/damaged');
  });
});
