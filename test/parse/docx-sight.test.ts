import { describe, expect, test } from 'vitest';
import { readDocx } from '../../src/parse/readers/docx/docx-reader.js';
import { firstTable, shown } from './blocks.js';
import { docx, part, w, zip } from './build-docx.js';

const cellOf = (runs: string, { cell = '', paragraph = '', styles = '' } = {}) =>
  firstTable(
    readDocx(
      docx(w.tbl(w.tr(w.cell(w.para(runs, paragraph), cell), w.tc('x'))), {
        'word/styles.xml': part('styles', styles),
      }),
    ),
  ).rows[0]![0]!;
const WHITE = '<w:color w:val="FFFFFF"/>';
const GROUND = '<w:shd w:val="clear" w:fill="1F4E79"/>';
const style = (type: string, properties: string): string =>
  `<w:style w:type="${type}" w:styleId="S">${properties}</w:style>`;

describe('digits that nobody sees', () => {
  test.each([
    ['white on paper', w.r('5') + w.r('7', WHITE), '5'],
    ['almost white', w.r('5') + w.r('7', '<w:color w:val="FDFDFD"/>'), '5'],
    ['of one point', w.r('5') + w.r('7', '<w:sz w:val="2"/>'), '5'],
    ['white on a ground of its own', w.r('5', WHITE + GROUND), '5'],
    ['white and marked', w.r('5', `${WHITE}<w:highlight w:val="red"/>`), '5'],
    ['dark', w.r('5', '<w:color w:val="1F4E79"/>'), '5'],
  ])('%s', (_, runs, expected) => {
    expect(cellOf(runs)).toMatchObject({ text: expected });
    expect(cellOf(runs).doubt).toBeUndefined();
  });

  test('white digits are seen on a cell’s or paragraph’s ground', () => {
    expect(cellOf(w.r('5', WHITE), { cell: GROUND })).toMatchObject({ text: '5' });
    expect(cellOf(w.r('5', WHITE), { paragraph: GROUND })).toMatchObject({ text: '5' });
  });

  test('a cell of white digits alone isn’t certainly blank', () => {
    expect(cellOf(w.r('7', WHITE))).toMatchObject({ text: '', doubt: '里只有隐藏或删去的文字' });
  });

  test('a table’s style may paint behind white digits', () => {
    const table = `<w:tbl><w:tblPr><w:tblStyle w:val="S"/></w:tblPr>${w.tr(w.cell(w.para(w.r('5', WHITE))))}</w:tbl>`;
    const styles = part('styles', style('table', `<w:tcPr>${GROUND}</w:tcPr>`));
    const [row] = firstTable(readDocx(docx(table, { 'word/styles.xml': styles }))).rows;
    expect(row![0]).toMatchObject({ text: '5', doubt: '是白色的字，不一定看得见' });
  });

  test('a paragraph’s style counts, short of what the run says', () => {
    const of = (properties: string, run = '') =>
      cellOf(w.r('5', run) + w.r('6'), {
        paragraph: '<w:pStyle w:val="S"/>',
        styles: style('paragraph', `<w:rPr>${properties}</w:rPr>`),
      }).text;
    expect(of('<w:vanish/>')).toBe('');
    expect(of('<w:vanish/>', '<w:vanish w:val="0"/>')).toBe('5');
    expect(of('<w:strike/>', '<w:strike w:val="0"/>')).toBe('56\u0336');
    expect(of(WHITE, '<w:color w:val="000000"/>')).toBe('5');
  });

  test('a row of an exact height of nothing is no row', () => {
    const row = (height: string) => w.row(`<w:trHeight w:val="1" ${height}/>`, w.tc('b'), w.tc('7'));
    const table = (height: string) => w.tbl(w.tr(w.tc('a'), w.tc('1')), row(height));
    expect(shown(readDocx(docx(table('w:hRule="exact"'))))).toEqual(['[a | 1]']);
    expect(shown(readDocx(docx(table('w:hRule="atLeast"'))))).toEqual(['[a | 1] [b | 7]']);
  });
});

describe('what a person may read otherwise than it stands in the file', () => {
  const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const field = (code: string): string =>
    `${mark('begin')}<w:r><w:instrText>${code}</w:instrText></w:r>${mark('end')}`;

  test.each([
    ['a field without a result', field('=SUM(LEFT)')],
    ['a drawn formula beside digits', w.r('5') + field('EQ \\o(5,/)')],
    ['digits from right to left', `<w:bdo w:val="rtl">${w.r('12')}</w:bdo>`],
    ['a power', '<m:oMath><m:sSup><m:e><m:t>5</m:t></m:e><m:sup><m:t>2</m:t></m:sup></m:sSup></m:oMath>'],
    [
      'a control’s hint',
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${w.r('0')}</w:sdtContent></w:sdt>`,
    ],
  ])('%s', (_, runs) => {
    expect(cellOf(runs).doubt).toBeTypeOf('string');
  });

  test('an index mark shows nothing', () => {
    expect(cellOf(w.r('5') + field('XE "x"')).doubt).toBeUndefined();
  });

  test('an automatic number before digits', () => {
    const numbering = part(
      'numbering',
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>' +
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    );
    const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const body = w.tbl(w.tr(w.cell(w.p('0', numbered)), w.cell(w.p('', numbered))));
    const { rows } = firstTable(readDocx(docx(body, { 'word/numbering.xml': numbering })));
    expect(rows[0]!.map(({ doubt }) => doubt)).toEqual(['里有自动编号', '里有自动编号']);
  });

  test('a list to choose from and a chart are shown, and no text', () => {
    const list = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList/></w:ffData></w:fldChar></w:r>';
    expect(cellOf(list)).toMatchObject({ text: '\ufffc' });
    expect(cellOf('<w:r><w:drawing><c:chart/></w:drawing></w:r>')).toMatchObject({ text: '\ufffc' });
  });
});

test('of alternatives the first that is known is shown, else the fallback', () => {
  const choice = (requires: string, text: string) =>
    `<mc:Choice Requires="${requires}">${w.r(text)}</mc:Choice>`;
  const of = (...choices: string[]) =>
    cellOf(
      `<mc:AlternateContent>${choices.join('')}<mc:Fallback>${w.r('9')}</mc:Fallback></mc:AlternateContent>`,
    ).text;
  expect(of(choice('wps', '5'), choice('wpg', '6'))).toBe('5');
  expect(of(choice('nobody', '5'))).toBe('9');
});

describe('parts', () => {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const relations = (...all: string[]) => `<Relationships>${all.join('')}</Relationships>`;

  test('the document is the part that the package names', () => {
    const body = part('document', `<w:body>${w.p('x', '<w:pStyle w:val="S"/>')}${w.p('5')}</w:body>`);
    const package_ = zip({
      '_rels/.rels': relations(relation('r1', 'officeDocument', 'word/document2.xml')),
      'word/document2.xml': body,
      'word/_rels/document2.xml.rels': relations(relation('r1', 'styles', 'styles2.xml')),
      'word/styles2.xml': part('styles', style('paragraph', '<w:rPr><w:vanish/></w:rPr>')),
    });
    expect(shown(readDocx(package_))).toEqual(['5']);
  });

  test('a page that Word takes in stands in its place, a part of another kind is a picture', () => {
    const page = '<html><table><tr><td>规章<td>5</table></html>';
    const mhtml =
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n' +
      'Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><table><tr><td>=E8=A7=84=E7=AB=A0<td colspan=3D2>1=\r\n2</table></html>\r\n--b--';
    const parts = {
      'word/_rels/document.xml.rels': relations(
        relation('r1', 'aFChunk', 'a.htm'),
        relation('r2', 'aFChunk', '/word/b.mht'),
        relation('r3', 'aFChunk', 'c.rtf'),
      ),
      'word/a.htm': page,
      'word/b.mht': mhtml,
      'word/c.rtf': '{\\rtf1}',
    };
    const chunks = [1, 2, 3].map((id) => `<w:altChunk r:id="r${id}"/>`).join(w.p('间'));
    const { blocks } = readDocx(docx(w.p('前') + chunks + w.p('后'), parts));
    expect(shown({ blocks } as never)).toEqual(['前', '[规章 | 5]', '间', '[规章 | 12]', '间', '', '后']);
    expect(blocks.at(-2)).toMatchObject({ picture: true });
  });
});
