import { describe, expect, test } from 'vitest';
import type { Document, Table } from '../../src/model/document.js';
import { readPdf } from '../../src/parse/readers/pdf/pdf-reader.js';
import { line, pdf, table, text } from './pdf-builder.js';

const PROSE = text(
  '本报告依照《中华人民共和国政府信息公开条例》编制，所列数据统计期限自一月一日起至年底止。',
  60,
  60,
);

const tablesOf = (document: Document): readonly Table[] =>
  document.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
const cellsOf = (document: Document): string[][] =>
  tablesOf(document).flatMap(({ rows }) => rows.map((row) => row.map((cell) => cell.text)));
const paragraphsOf = (document: Document): string[] =>
  document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
const checksOf = ({ findings }: Document): string[] => findings.map(({ check }) => check);

describe('a table with ruling lines', () => {
  test('is read cell by cell; blank cells keep their place', async () => {
    const document = await readPdf(
      pdf([
        `${PROSE}\n${table([
          ['信息内容', '本年制发件数'],
          ['规章', ''],
          ['', '12'],
        ])}`,
      ]),
    );
    expect(cellsOf(document)).toEqual([
      ['信息内容', '本年制发件数'],
      ['规章', ''],
      ['', '12'],
    ]);
    expect(tablesOf(document)[0]).toMatchObject({ positioned: true, ordinal: 0 });
    expect(document.findings).toEqual([]);
  });

  test('has a merged cell where lines are missing', async () => {
    const lines = [
      ...[100, 120, 140].map((y) => line(60, y, 180, y)),
      line(60, 100, 60, 140),
      line(180, 100, 180, 140),
      line(120, 120, 120, 140),
    ];
    const words = [text('表头', 64, 114), text('1', 64, 134), text('2', 124, 134)];
    const document = await readPdf(pdf([[PROSE, ...lines, ...words].join('\n')]));
    expect(tablesOf(document)[0]!.rows).toEqual([
      [{ text: '表头', columnSpan: 2, rowSpan: 1 }],
      [
        { text: '1', columnSpan: 1, rowSpan: 1 },
        { text: '2', columnSpan: 1, rowSpan: 1 },
      ],
    ]);
  });

  test('is no table where lines enclose a shape that is no rectangle', async () => {
    const lines = [
      ...[100, 120, 140].map((y) => line(60, y, 180, y)),
      ...[60, 120, 180].map((x) => line(x, 100, x, 140)),
    ];
    const cracked = lines.filter((_, place) => place !== 1);
    const half = [...cracked, line(120, 120, 180, 120), text('5', 124, 134)].slice(0, -1);
    const open = half.filter((drawn) => drawn !== lines[4]);
    const document = await readPdf(
      pdf([[PROSE, ...open, line(120, 100, 120, 120), text('5', 124, 134)].join('\n')]),
    );
    expect(tablesOf(document)).toEqual([]);
    expect(checksOf(document)).toEqual(['read/table-lines']);
  });

  test('without lines gives no table, and says so', async () => {
    const rows = [1, 2, 3].map((row) =>
      [0, 1, 2, 3].map((x) => text(`${row * x}`, 60 + 60 * x, 100 + 20 * row)),
    );
    const document = await readPdf(pdf([[PROSE, ...rows.flat()].join('\n')]));
    expect(tablesOf(document)).toEqual([]);
    expect(checksOf(document)).toEqual(['read/table-without-lines']);
  });
});

describe('a number', () => {
  const read = async (content: string): Promise<string> => {
    const document = await readPdf(pdf([`${PROSE}\n${table([['规章', '']])}\n${content}`]));
    return cellsOf(document)[0]![1]!;
  };

  test('printed twice for bold is read once', async () => {
    expect(await read(`${text('11', 130, 114)}\n${text('11', 130.3, 114)}`)).toBe('11');
  });

  test('keeps a raised footnote mark apart from its digits', async () => {
    expect(await read(`${text('8', 130, 114)}\n${text('2', 135, 111, 5)}`)).toBe('8²');
  });

  test('broken for want of room is one number; two numbers in one cell are two', async () => {
    const narrow = (rows: string) =>
      pdf([`${PROSE}\n${table([['甲', '']], { widths: [20, 20], height: 40 })}\n${rows}`]);
    const broken = await readPdf(narrow(`${text('11', 84, 112)}\n${text('39', 84, 126)}`));
    expect(cellsOf(broken)[0]![1]).toBe('1139');
    expect(await read(`${text('11', 130, 108)}\n${text('39', 130, 118)}`)).toBe('11\n39');
  });

  test('that runs over a line is kept whole, and doubted', async () => {
    const rows = `${table([['规章', '', '']], { widths: [60, 20, 60] })}\n${text('123456', 126, 114)}`;
    const document = await readPdf(pdf([`${PROSE}\n${rows}`]));
    expect(cellsOf(document)[0]).toContain('123456');
    expect(document.findings).toMatchObject([{ check: 'read/text-over-line', table: 0, row: 0 }]);
  });

  test('that nobody sees is not read', async () => {
    expect(await read(`3 Tr ${text('9', 130, 114)} 0 Tr`)).toBe('');
  });
});

describe('a page break', () => {
  const widths = [70, 120, 40];
  const head = ['三、本年度办理结果', '（三）不予公开', '自然人'];

  test('within a table is no end of it, and page numbers are not text', async () => {
    const document = await readPdf(
      pdf([
        `${PROSE}\n${table([head, ['', '1.属于国家秘密', '3']], { widths, top: 700, size: 6 })}\n${text('— 1 —', 280, 820)}`,
        `${table([['', '2.其他法律行政法规禁止公开', '4']], { widths, top: 70, size: 6 })}\n${text('— 2 —', 280, 820)}`,
      ]),
    );
    expect(cellsOf(document)).toEqual([
      head,
      ['', '1.属于国家秘密', '3'],
      ['', '2.其他法律行政法规禁止公开', '4'],
    ]);
    expect(paragraphsOf(document)).toHaveLength(1);
    expect(document.findings).toMatchObject([{ check: 'read/page-furniture', severity: 'info' }]);
  });

  test('in a row is mended where the halves make a label of the form', async () => {
    const halves = (upper: readonly string[], lower: readonly string[]) =>
      pdf([
        `${PROSE}\n${table([['', '1.属于国家秘密', '3'], upper], { widths, top: 700, size: 6 })}`,
        table([lower, ['', '3.危及“三安全一稳定”', '0']], { widths, top: 70, size: 6 }),
      ]);
    const mended = await readPdf(halves(['', '2.其他法律行政法规', '4'], ['', '禁止公开', '']));
    expect(cellsOf(mended)[1]).toEqual(['', '2.其他法律行政法规禁止公开', '4']);
    expect(cellsOf(mended)).toHaveLength(3);
    const two = await readPdf(halves(['', '2.其他法律行政法规禁止公开', ''], ['', '某某事项', '4']));
    expect(cellsOf(two)).toHaveLength(4);
  });

  test('does not join tables whose columns differ', async () => {
    const document = await readPdf(
      pdf([
        `${PROSE}\n${table([['甲', '1', '2']], { widths: [100, 50, 50], top: 700 })}`,
        table([['乙', '3', '4']], { widths: [60, 90, 50], top: 70 }),
      ]),
    );
    expect(tablesOf(document)).toHaveLength(2);
  });
});

describe('text outside tables', () => {
  test('is joined to paragraphs by indent, and headings stand alone', async () => {
    const full = '二〇二三年全镇坚持公开为常态不公开为例外全面推进各项工作并取得成效。'
      .repeat(2)
      .slice(0, 48);
    const document = await readPdf(
      pdf([
        [
          text('一、总体情况', 60, 80),
          text(full.slice(0, 45), 80, 100),
          text(full.slice(0, 47), 60, 116),
          text('有待提高。', 60, 132),
          text('（一）主动公开。', 80, 140),
          text('二、主动公开政府信息情况', 60, 160),
        ].join('\n'),
      ]),
    );
    expect(paragraphsOf(document)).toEqual([
      '一、总体情况',
      `${full.slice(0, 45)}${full.slice(0, 47)}有待提高。`,
      '（一）主动公开。',
      '二、主动公开政府信息情况',
    ]);
  });

  test('has radicals folded to the characters they look like, and nothing else changed', async () => {
    const { foldRadicals } = await import('../../src/parse/readers/pdf/pdf-radicals.js');
    expect(foldRadicals('⼈⺠政府⾏政许可（⼀）１２％ＡⅣ')).toBe('人民政府行政许可（一）１２％ＡⅣ');
  });
});
