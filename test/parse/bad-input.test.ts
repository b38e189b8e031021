import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/parse/parse.js';
import { openZip } from '../../src/parse/readers/docx/zip.js';
import { ReadError } from '../../src/parse/readers/read-error.js';
import { random } from '../../tools/generate/random.js';
import { docx, w, zip } from './build-docx.js';
import { layoutOf, render, truthOf } from './layouts.js';

const layout = layoutOf(truthOf(1));
const GOOD = { docx: render(layout, 'docx'), html: render(layout, 'html'), text: render(layout, 'text') };

/** The code of the ReadError, or `read` where there is none; anything else is thrown on. */
function outcome(bytes: Buffer): string {
  try {
    parse(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof ReadError) return error.code;
    throw error;
  }
}

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const ole = (stream: string): Buffer =>
  Buffer.concat([OLE, Buffer.alloc(504), Buffer.from(stream, 'utf16le'), Buffer.alloc(512)]);
const noise = (length: number): Buffer => {
  const rng = random(7);
  return Buffer.from(Array.from({ length }, () => rng.between(0, 255)));
};

test.each([
  ['nothing', Buffer.alloc(0), 'read/empty'],
  ['an encrypted .docx', ole('EncryptedPackage'), 'read/encrypted'],
  ['an old .doc', ole('WordDocument'), 'read/unsupported-doc'],
  ['an old .xls', ole('Workbook'), 'read/unsupported-spreadsheet'],
  [
    'an .xlsx',
    zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' }),
    'read/unsupported-spreadsheet',
  ],
  ['a zip of pictures', zip({ 'a.png': noise(100) }), 'read/unsupported-archive'],
  [
    'a RAR',
    Buffer.concat([Buffer.from('Rar!\u001a\u0007\u0001\0', 'latin1'), noise(300)]),
    'read/unsupported-archive',
  ],
  [
    'a .pptx',
    zip({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<p/>' }),
    'read/unsupported-presentation',
  ],
  ['an OFD', zip({ 'OFD.xml': '<ofd/>' }), 'read/unsupported-ofd'],
  [
    'an EPUB',
    Buffer.from(zipSync({ mimetype: strToU8('application/epub+zip') }, { level: 0 })),
    'read/unsupported-ebook',
  ],
  ['a JPEG', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), noise(400)]), 'read/unsupported-image'],
  ['an RTF', Buffer.from('{\\rtf1 x}'), 'read/unsupported-rtf'],
  [
    'a .docx without its document',
    zip({ '[Content_Types].xml': '<Types/>', 'word/styles.xml': '<a/>' }),
    'read/not-docx',
  ],
  [
    'a PNG',
    Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), Buffer.alloc(8), noise(400)]),
    'read/unsupported-image',
  ],
  ['noise', noise(5000), 'read/unknown-type'],
  ['noise without zeros', Buffer.from(noise(5000).filter((byte) => byte !== 0)), 'read/unknown-type'],
  ['JSON', Buffer.from('{"a": 1}'), 'read/unknown-type'],
  [
    'a .docx with a DOCTYPE',
    docxWith('<!DOCTYPE w:document [<!ENTITY a "x">]><w:document/>'),
    'read/doctype',
  ],
  ['a .docx whose XML ends early', docxWith('<w:document xmlns:w="x"><w:body>'), 'read/truncated'],
  ['a .docx whose XML is none', docxWith('not xml'), 'read/truncated'],
])('%s: %s', (_, bytes, code) => {
  expect(outcome(bytes)).toBe(code);
});

function docxWith(document: string): Buffer {
  return zip({ 'word/document.xml': document });
}

test('each message says in Chinese what to do or what is wrong', () => {
  for (const bytes of [
    Buffer.alloc(0),
    ole('EncryptedPackage'),
    ole('WordDocument'),
    noise(500),
    GOOD.docx.subarray(0, 900),
  ])
    expect(() => parse(bytes)).toThrow(/[一-鿿]{4}/);
});

test.each([0.1, 0.3, 0.5, 0.8, 0.95, 0.999])('a .docx cut off at %d of its length is truncated', (share) => {
  expect(outcome(GOOD.docx.subarray(0, Math.floor(GOOD.docx.length * share)))).toBe('read/truncated');
});

test('a damaged part that inflates all the same is not read', () => {
  const bytes = Buffer.from(
    zipSync({ 'word/document.xml': strToU8(`<a>${'规章 5 '.repeat(99)}</a>`) }, { level: 0 }),
  );
  const at = bytes.indexOf('5');
  bytes[at] = '6'.charCodeAt(0);
  expect(outcome(bytes)).toBe('read/truncated');
});

test('an encrypted entry of a zip says so', () => {
  const bytes = docx(w.p('x'));
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4))
    bytes[at + 8]! |= 1;
  expect(outcome(bytes)).toBe('read/encrypted');
});

describe('a zip bomb', () => {
  const bomb = docxWith(' '.repeat(100 * 1024 * 1024));

  test('is refused, and the memory stays low', () => {
    expect(bomb.length).toBeLessThan(1_000_000);
    const before = process.memoryUsage().rss;
    expect(outcome(bomb)).toBe('read/too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(250 * 1024 * 1024);
  });

  test('is stopped at the limit, wherever it is', () => {
    expect(() => openZip(bomb, { maxPartBytes: 1000, maxEntries: 10 }).read('word/document.xml')).toThrow(
      ReadError,
    );
  });

  test('with very many entries is refused before they are listed', () => {
    const many = zip(Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`word/${n}`, ''])));
    expect(() => openZip(many, { maxPartBytes: 1000, maxEntries: 10 })).toThrow(
      expect.objectContaining({ code: 'read/too-large' }),
    );
  });
});

describe('hostile pages are read or refused, without running out of stack, memory or time:', () => {
  const N = 100_000;
  test.each([
    ['nested boxes', '<div>'.repeat(N)],
    ['nested tables', '<table><tr><td>'.repeat(N)],
    ['nested inks', '<b><del><font size=1>'.repeat(N / 4)],
    ['nested lists', '<ul><li>'.repeat(N)],
    ['end tags of nothing', `${'<div>'.repeat(N / 2)}${'</p>'.repeat(N / 2)}`],
    ['crossing tags', `${'<a><p>'.repeat(N / 5)}${'</a>'.repeat(N / 5)}`],
    ['open tags', '<'.repeat(N)],
    ['comments', '<!--'.repeat(N)],
    ['attributes', `<div ${Array.from({ length: N }, (_, n) => `a${n}=1`).join(' ')}>`],
    ['headings', '<p>一、总体情况</p>'.repeat(N / 2)],
    ['tables', '<table><tr><td>1</table>'.repeat(N / 4)],
    ['one number', `<table><tr><td>${'9'.repeat(20 * N)}`],
  ])('%s', (_, body) => {
    const page = `<meta charset="utf-8"><title>2021年政府信息公开工作年度报告</title>${body}x`;
    expect(outcome(Buffer.from(page))).toBe('read');
  });

  test.each([
    ['cells that span', `<table>${`<tr>${'<td colspan=1000 rowspan=65534>1'.repeat(100)}`.repeat(100)}`],
    ['rows that span', `<table>${'<tr><td rowspan=65534>1'.repeat(N / 5)}`],
    ['cells in a row', `<table><tr>${'<td>1'.repeat(3 * N)}`],
  ])('%s: too large', (_, body) => {
    expect(outcome(Buffer.from(`<meta charset="utf-8">${body}`))).toBe('read/too-large');
  });
});

describe('hostile .docx are read or refused, without running out of stack, memory or time:', () => {
  const N = 100_000;
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const word = (body: string, parts: Readonly<Record<string, string>> = {}) =>
    zip({ 'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`, ...parts });
  const numbered = (level: number | string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>`;
  const numbering = (level: number | string, start: string, format: string, text: string) => ({
    'word/numbering.xml': `<w:numbering ${W}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="${level}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
  });
  const style = (id: string, parent: string) =>
    `<w:style w:styleId="${id}"><w:basedOn w:val="${parent}"/></w:style>`;
  const styled = '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr></w:p>';
  const styles = (all: string) => ({ 'word/styles.xml': `<w:styles ${W}>${all}</w:styles>` });

  test.each<[string, () => Buffer, string]>([
    [
      'nested tables',
      () => word('<w:tbl><w:tr><w:tc>'.repeat(N) + '</w:tc></w:tr></w:tbl>'.repeat(N)),
      'read',
    ],
    ['nested paragraphs', () => word('<w:p>'.repeat(N) + '</w:p>'.repeat(N)), 'read'],
    ['nested unknown elements', () => word('<w:x>'.repeat(N) + '</w:x>'.repeat(N)), 'read'],
    [
      'cells that span',
      () =>
        word(
          '<w:tbl><w:tr><w:trPr><w:gridBefore w:val="999999999"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr></w:tc></w:tr></w:tbl>',
        ),
      'read',
    ],
    [
      'attributes',
      () => word(`<w:p ${Array.from({ length: N }, (_, n) => `w:a${n}="1"`).join(' ')}/>`),
      'read',
    ],
    ['styles in a circle', () => word(styled, styles(style('s0', 's1') + style('s1', 's0'))), 'read'],
    [
      'styles in a long chain',
      () =>
        word(styled, styles(Array.from({ length: N / 5 }, (_, n) => style(`s${n}`, `s${n + 1}`)).join(''))),
      'read',
    ],
    [
      'an external entity',
      () =>
        zip({
          'word/document.xml': `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document ${W}>&x;</w:document>`,
        }),
      'read/doctype',
    ],
    [
      'entities that multiply',
      () =>
        word('', {
          'word/styles.xml': `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:styles ${W}>&b;</w:styles>`,
        }),
      'read/doctype',
    ],
    ['an entity that nothing defines', () => word('<w:p><w:r><w:t>&x;</w:t></w:r></w:p>'), 'read/truncated'],
    [
      'a bomb beside the text',
      () => word('', { 'word/styles.xml': ' '.repeat(70 * 1024 * 1024) }),
      'read/too-large',
    ],
    [
      'numbers printed at great length',
      () => word(numbered(0).repeat(N / 2), numbering(0, '1', 'decimal', '%1'.repeat(9000))),
      'read/too-large',
    ],
    [
      'numbers beyond counting',
      () => word(numbered(0).repeat(N / 5), numbering(0, '2000000000', 'upperRoman', '%1')),
      'read',
    ],
    ['numbers below nothing', () => word(numbered(0), numbering(0, '-5', 'upperRoman', '%1')), 'read'],
    [
      'levels beyond the ninth',
      () => word(numbered(4294967295), numbering(4294967295, '1', 'decimal', '%1')),
      'read',
    ],
    [
      'levels that are none',
      () => word(numbered('x') + numbered(-3), numbering(-3, '1', 'decimal', '%1')),
      'read',
    ],
  ])('%s', (_, bytes, code) => {
    const file = bytes();
    expect(outcome(file)).toBe(code);
  });
});

test('a page that is no report is read, and refused with its reason', () => {
  const page =
    '<html><head><title>2021年政府信息公开工作年度报告解读</title><body><h1>2021年政府信息公开工作年度报告解读</h1><p>一图读懂。';
  const { findings, figures } = parse(Buffer.from(`<meta charset="utf-8">${page}`));
  expect(figures).toEqual([]);
  expect(findings.map(({ check }) => check)).toContain('recognise/not-a-report');
});

describe('property: damaged files end in a reading or a ReadError', () => {
  const seconds = 5;
  const damage = fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 0.999999, noNaN: true }),
      byte: fc.nat(255),
      cut: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  );

  test.each(['docx', 'html', 'text'] as const)('%s', (format) => {
    fc.assert(
      fc.property(damage, (changes) => {
        let bytes = Buffer.from(GOOD[format]);
        for (const { at, byte, cut } of changes) {
          const place = Math.floor(at * bytes.length);
          if (cut && changes.length < 4) bytes = bytes.subarray(0, place);
          else if (bytes.length > 0) bytes[place] = byte;
        }
        const start = process.cpuUsage();
        expect(() => outcome(bytes)).not.toThrow();
        expect(process.cpuUsage(start).user).toBeLessThan(seconds * 1e6);
      }),
      { numRuns: 120, seed: 42 },
    );
  });

  test('tags taken out, doubled and moved', () => {
    const source = GOOD.html.toString().match(/<[^>]*>|[^<]+/g)!;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(source.length - 1), fc.nat(source.length - 1), fc.nat(2)), {
          minLength: 1,
          maxLength: 20,
        }),
        (moves) => {
          const tokens = [...source];
          for (const [from, to, kind] of moves) {
            const [token] = kind === 0 ? tokens.splice(from, 1) : [tokens[from]!];
            if (kind > 0) tokens.splice(to, 0, token ?? '');
          }
          expect(() => outcome(Buffer.from(tokens.join('')))).not.toThrow();
        },
      ),
      { numRuns: 60, seed: 42 },
    );
  });
});
