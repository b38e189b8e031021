import { describe, expect, test } from 'vitest';
import { parseBytes } from '../../src/parse/parse.js';
import { line, pdf, table, text } from './pdf-builder.js';

const HEADER = ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'];
const grid = table([HEADER, ['规章', '5', '0', '0'], ['行政规范性文件', '1', '2', '3']], {
  widths: [120, 100, 100, 100],
});
/** The figure of the cell that prints 5, with something painted after its table. */
async function issued(after: string): Promise<string> {
  const { figures } = await parseBytes(pdf([`${grid}\n${after}`]));
  const figure = figures.find(({ indicator }) => indicator === 'proactive.rules.issued')!;
  return figure.value === null ? figure.state : `${figure.value}`;
}
/** Right behind the 5. */
const BESIDE = (words: string, size = 10): string => text(words, 189, 134, size);

describe('digits in a PDF that nobody sees are not read as digits', () => {
  test('in black they are', async () => {
    expect(await issued('')).toBe('5');
    expect(await issued(BESIDE('7'))).toBe('57');
  });

  test.each([
    ['white on paper', `1 g ${BESIDE('7')} 0 g`],
    ['almost white', `0.99 0.99 0.98 rg ${BESIDE('7')} 0 g`],
    ['of one point', BESIDE('77', 1)],
    ['in their ground’s colour', `0.9 g 180 700 40 20 re f ${BESIDE('7')} 0 g`],
  ])('%s', async (_, operators) => {
    expect(await issued(operators)).toBe('withheld');
  });

  test('a line through a digit strikes it, one below it doesn’t', async () => {
    expect(await issued(line(183, 131, 190, 131))).toBe('withheld');
    expect(await issued(line(183, 135, 190, 135))).toBe('5');
  });

  test('a digit that is set a little smaller and a third higher is a mark', async () => {
    expect(await issued(text('2', 189, 130.7, 8.3))).toBe('5');
    expect(await issued(text('2', 189, 134, 8.3))).toBe('52');
  });

  test('white ones on a coloured ground are', async () => {
    expect(await issued(`0 0 1 rg 188 700 40 20 re f 1 g ${BESIDE('7')} 0 g`)).toBe('57');
  });
});
