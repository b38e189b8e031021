import { describe, expect, test } from 'vitest';
import { readDocx } from '../../src/parse/readers/docx/docx-reader.js';
import { dense, firstTable, shown } from './blocks.js';
import { documentXml, docx, part, w, zip } from './build-docx.js';

const read = (body: string, parts: Readonly<Record<string, string | Uint8Array>> = {}): string[] =>
  shown(readDocx(docx(body, parts)));
const grid = (...rows: string[]): string[] => dense(firstTable(readDocx(docx(w.tbl(...rows)))));
const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
const merge = (value?: string): string => `<w:vMerge${value ? ` w:val="${value}"` : ''}/>`;

describe('automatic numbers', () => {
  const level = (ilvl: number, format: string, text: string, more = ''): string =>
    `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const abstract = (id: number, ...content: string[]): string =>
    `<w:abstractNum w:abstractNumId="${id}">${content.join('')}</w:abstractNum>`;
  const list = (id: number, abstractId: number, overrides = ''): string =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`;
  const numbered = (text: string, numId: number, ilvl = 0): string =>
    w.p(text, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`);
  const numbering = (...content: string[]) => ({ 'word/numbering.xml': part('numbering', content.join('')) });

  test.each([
    ['chineseCounting', ['一、', '二、', '十一、']],
    ['chineseCountingThousand', ['一、', '二、', '十一、']],
    ['japaneseCounting', ['一、', '二、', '十一、']],
    ['decimal', ['1、', '2、', '11、']],
    ['decimalFullWidth', ['１、', '２、', '１１、']],
    ['decimalEnclosedCircle', ['①、', '②、', '⑪、']],
    ['upperRoman', ['I、', 'II、', 'XI、']],
    ['lowerLetter', ['a、', 'b、', 'k、']],
    ['chineseLegalSimplified', ['壹、', '贰、', '拾壹、']],
    ['ideographTraditional', ['甲、', '乙、', '11、']],
    ['bullet', ['', '', '']],
    ['none', ['', '', '']],
  ])('%s', (format, [first, second, eleventh]) => {
    const body = Array.from({ length: 11 }, () => numbered('x', 1)).join('');
    const lines = read(body, numbering(abstract(0, level(0, format, '%1、')), list(1, 0)));
    expect([lines[0], lines[1], lines[10]]).toEqual([`${first}x`, `${second}x`, `${eleventh}x`]);
  });

  test('a lower level begins again under each higher one, and prints both', () => {
    const parts = numbering(
      abstract(0, level(0, 'chineseCounting', '%1、'), level(1, 'decimal', '%1.%2 ', '<w:isLgl/>')),
      list(1, 0),
    );
    const body = [
      ['a', 0],
      ['b', 1],
      ['c', 1],
      ['d', 0],
      ['e', 1],
    ] as const;
    expect(read(body.map(([text, ilvl]) => numbered(text, 1, ilvl)).join(''), parts)).toEqual([
      '一、a',
      '1.1 b',
      '1.2 c',
      '二、d',
      '2.1 e',
    ]);
  });

  test('lists of one abstract list count on, but one with startOverride starts anew', () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const parts = numbering(
      abstract(0, level(0, 'decimal', '%1.')),
      list(1, 0),
      list(2, 0),
      list(3, 0, restart),
    );
    expect(read([1, 1, 2, 3, 3].map((id) => numbered('x', id)).join(''), parts)).toEqual([
      '1.x',
      '2.x',
      '3.x',
      '1.x',
      '2.x',
    ]);
  });

  test('a list may define a level anew', () => {
    const override = `<w:lvlOverride w:ilvl="0">${level(0, 'chineseCounting', '第%1部分 ')}</w:lvlOverride>`;
    expect(
      read(numbered('x', 1), numbering(abstract(0, level(0, 'decimal', '%1.')), list(1, 0, override))),
    ).toEqual(['第一部分 x']);
  });

  test('a style brings its list, its level by the link from the list, and its outline level', () => {
    const styles = part(
      'styles',
      '<w:style w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>' +
        '<w:style w:styleId="H2"><w:basedOn w:val="H1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>',
    );
    const linked = (style: string): string => `<w:pStyle w:val="${style}"/>`;
    const parts = {
      'word/styles.xml': styles,
      ...numbering(
        abstract(
          0,
          level(0, 'chineseCounting', '%1、', linked('H1')),
          level(1, 'chineseCounting', '（%2）', linked('H2')),
        ),
        list(1, 0),
      ),
    };
    const { blocks } = readDocx(
      docx(['H1', 'H2', 'H2', 'H1'].map((s) => w.p('x', linked(s))).join(''), parts),
    );
    expect(blocks).toMatchObject([
      { text: '一、x', headingLevel: 1 },
      { text: '（一）x', headingLevel: 2 },
      { text: '（二）x', headingLevel: 2 },
      { text: '二、x', headingLevel: 1 },
    ]);
  });

  test('a list may be another’s by a numbering style', () => {
    const parts = numbering(
      abstract(0, '<w:styleLink w:val="S"/>', level(0, 'chineseCounting', '%1、')),
      abstract(1, '<w:numStyleLink w:val="S"/>'),
      list(1, 1),
    );
    expect(read(numbered('x', 1), parts)).toEqual(['一、x']);
  });

  test('numId 0 takes the number away, and an unknown list has none', () => {
    expect(read(numbered('x', 0) + numbered('y', 7), numbering(list(1, 0)))).toEqual(['x', 'y']);
  });
});

describe('merged cells', () => {
  test('gridSpan and vMerge', () => {
    const rows = [
      w.tr(w.tc('a', span(2) + merge('restart')), w.tc('1')),
      w.tr(w.tc('', span(2) + merge()), w.tc('2')),
      w.tr(w.tc('b'), w.tc('c'), w.tc('3')),
    ];
    expect(grid(...rows)).toEqual(['a a 1', 'a a 2', 'b c 3']);
  });

  test('a continuation that isn’t below what it goes on with stands for itself', () => {
    const rows = [
      w.tr(w.tc('a', span(2) + merge('restart')), w.tc('1')),
      w.tr(w.tc('x', merge()), w.tc('y'), w.tc('2')),
    ];
    expect(grid(...rows)).toEqual(['a a 1', 'x y 2']);
  });

  test('gridBefore and gridAfter are gaps', () => {
    const rows = [
      w.row('<w:gridBefore w:val="2"/><w:gridAfter w:val="1"/>', w.tc('1')),
      w.tr(...'abcd'.split('').map((t) => w.tc(t))),
    ];
    expect(grid(...rows)).toEqual(['. . 1 .', 'a b c d']);
  });

  test('hMerge, as old converters write it', () => {
    const rows = [w.tr(w.tc('a', '<w:hMerge w:val="restart"/>'), w.tc('', '<w:hMerge/>'), w.tc('1'))];
    expect(grid(...rows)).toEqual(['a a 1']);
  });
});

describe('what is printed', () => {
  const field = (code: string, result: string): string =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r>` +
    `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

  test.each([
    [
      'the result of a field, not its code',
      w.r('共') + field('= SUM(ABOVE) 9', w.r('12')) + w.r('件'),
      '共12件',
    ],
    ['a field in a field', field(`IF ${field('PAGE', w.r('7'))}`, w.r('5')), '5'],
    ['a simple field', `<w:fldSimple w:instr="PAGE">${w.r('12')}</w:fldSimple>`, '12'],
    [
      'insertions, not deletions',
      `${w.r('1')}<w:del><w:r><w:delText>7</w:delText></w:r></w:del><w:ins>${w.r('2')}</w:ins>`,
      '12',
    ],
    [
      'what was moved to, not from',
      `<w:moveFrom>${w.r('7')}</w:moveFrom><w:moveTo>${w.r('5')}</w:moveTo>`,
      '5',
    ],
    ['no hidden text', w.r('1') + w.r('7', '<w:vanish/>') + w.r('2', '<w:vanish w:val="0"/>'), '12'],
    ['a struck digit as struck', w.r('5', '<w:strike/>') + w.r('6'), '5\u03366'],
    ['a raised digit as raised', w.r('5') + w.r('1', '<w:vertAlign w:val="superscript"/>'), '5¹'],
    ['a digit set higher as raised', w.r('5') + w.r('1', '<w:position w:val="8"/>'), '5¹'],
    ['a line set a little lower as it is', w.r('5') + w.r('1', '<w:position w:val="-2"/>'), '51'],
    ['tabs and breaks', '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>', 'a\tb\nc'],
    [
      'content controls and links',
      `<w:sdt><w:sdtContent>${w.r('1')}</w:sdtContent></w:sdt><w:hyperlink>${w.r('2')}</w:hyperlink>`,
      '12',
    ],
    [
      'a symbol that is no character',
      '<w:r><w:t>a</w:t><w:sym w:font="Wingdings" w:char="FFFFFFFFF"/></w:r>',
      'a\uffff',
    ],
  ])('%s', (_, runs, expected) => {
    expect(read(w.para(runs))).toEqual([expected]);
  });

  test('text hidden by a character style or a paragraph style is left out', () => {
    const styles = part(
      'styles',
      '<w:style w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>' +
        '<w:style w:styleId="Heir"><w:basedOn w:val="Hidden"/></w:style>' +
        '<w:style w:styleId="Shown"><w:basedOn w:val="Hidden"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>',
    );
    const body =
      w.para(w.r('1') + w.r('7', '<w:rStyle w:val="Heir"/>') + w.r('2', '<w:rStyle w:val="Shown"/>')) +
      w.p('x', '<w:pStyle w:val="Hidden"/>');
    expect(read(body, { 'word/styles.xml': styles })).toEqual(['12']);
  });

  test('character styles strike and raise, those based on them too', () => {
    const styles = part(
      'styles',
      '<w:style w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style>' +
        '<w:style w:styleId="Old"><w:basedOn w:val="Gone"/></w:style>' +
        '<w:style w:styleId="Note"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
    );
    const run = (style: string) => w.r('5', `<w:rStyle w:val="${style}"/>`);
    const body = w.para(`${run('Old')}${run('Note')}${w.r('6')}`);
    expect(read(body, { 'word/styles.xml': styles })).toEqual(['5\u0336⁵6']);
  });

  test('styles that inherit from each other in a circle end', () => {
    const circle =
      '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>';
    expect(read(w.p('x', '<w:pStyle w:val="A"/>'), { 'word/styles.xml': part('styles', circle) })).toEqual([
      'x',
    ]);
  });

  test('a field that never comes to its result doesn’t swallow what follows', () => {
    expect(read(w.para('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + w.p('5'))).toEqual(['5']);
  });

  test('a deleted row is no row', () => {
    const rows = [
      w.tr(w.tc('a'), w.tc('1')),
      w.row('<w:del/>', w.tc('b'), w.tc('7')),
      w.tr(w.tc('c'), w.tc('2')),
    ];
    expect(read(w.tbl(...rows))).toEqual(['[a | 1] [c | 2]']);
  });

  test('an element called as what every object has is one that nobody reads', () => {
    expect(read(w.para(`<__proto__/><constructor>${w.r('5')}</constructor>`))).toEqual(['5']);
  });

  test('a text box is read once, though Word writes it twice', () => {
    const box = `<w:txbxContent>${w.p('框')}</w:txbxContent>`;
    const run =
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box}</wps:txbx></mc:Choice>` +
      `<mc:Fallback><v:textbox>${box}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(read(w.para(w.r('前') + run + w.r('后')))).toEqual(['框', '前后']);
  });

  test('a cell that shows a picture or a formula, and no text, is not blank', () => {
    const cells = [
      '<w:drawing><pic:pic/></w:drawing>',
      '<w:object><o:OLEObject/></w:object>',
      '<w:t>5</w:t>',
    ];
    const row = w.tr(...cells.map((shown) => w.cell(w.para(`<w:r>${shown}</w:r>`))));
    expect(read(w.tbl(row))).toEqual(['[\ufffc | \ufffc | 5]']);
  });

  test('a table in a cell is the data, the one around it is layout', () => {
    const inner = w.tbl(w.tr(w.tc('规章'), w.tc('5')));
    expect(read(w.tbl(w.tr(w.cell(w.p('左')), w.cell(inner + w.p('')))))).toEqual(['左', '[规章 | 5]']);
  });

  test('several paragraphs of a cell are lines', () => {
    expect(read(w.tbl(w.tr(w.cell(w.p('1') + w.p('2')), w.tc('x'))))).toEqual(['[1\n2 | x]']);
  });
});

describe('how parts are written', () => {
  const body = w.tbl(w.tr(w.tc('规章', span(2)), w.tc('5')));

  test('another prefix than w: is the same vocabulary', () => {
    const xml = documentXml(body).replaceAll('w:', 'ns0:').replace('xmlns:w=', 'xmlns:ns0=');
    expect(shown(readDocx(zip({ 'word/document.xml': xml })))).toEqual(['[规章 | 5]']);
    expect(firstTable(readDocx(zip({ 'word/document.xml': xml }))).rows[0]![0]!.columnSpan).toBe(2);
  });

  test('no prefix, and the strict namespace', () => {
    const xml = documentXml(body)
      .replaceAll('<w:', '<')
      .replaceAll('</w:', '</')
      .replace(
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
        'xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"',
      )
      .replaceAll(' w:val', ' val');
    expect(shown(readDocx(zip({ 'word/document.xml': xml })))).toEqual(['[规章 | 5]']);
  });

  test.each(['le', 'be'])('UTF-16 %s', (order) => {
    const bytes = Buffer.from(`\ufeff${documentXml(body).replace('UTF-8', 'UTF-16')}`, 'utf16le');
    if (order === 'be') bytes.swap16();
    expect(shown(readDocx(zip({ 'word/document.xml': bytes })))).toEqual(['[规章 | 5]']);
  });

  test('CDATA is text', () => {
    expect(read('<w:p><w:r><w:t><![CDATA[5]]></w:t></w:r></w:p>')).toEqual(['5']);
  });
});
