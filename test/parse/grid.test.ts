import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Table } from '../../src/model/document.js';
import { ReadError } from '../../src/parse/readers/read-error.js';
import { toGrid, trimCell } from '../../src/parse/tables/grid.js';

type Spans = readonly [columnSpan: number, rowSpan: number];

const tableOf = (rows: readonly (readonly Spans[])[]): Table => ({
  kind: 'table',
  ordinal: 0,
  positioned: true,
  container: 0,
  rows: rows.map((row, r) =>
    row.map(([columnSpan, rowSpan], c) => ({ text: `${r}.${c}`, columnSpan, rowSpan })),
  ),
});

test('a cell from above is `continued` in the rows below it', () => {
  const { rows } = toGrid(
    tableOf([
      [
        [1, 2],
        [1, 1],
      ],
      [[1, 1]],
    ]),
  );
  expect(rows[1]!.cells.map(({ text, continued, column }) => [text, continued, column])).toEqual([
    ['0.0', true, 0],
    ['1.0', false, 1],
  ]);
});

test('a gap takes its place and is no cell', () => {
  const table = tableOf([
    [
      [2, 1],
      [1, 1],
    ],
  ]);
  const gapped = {
    ...table,
    rows: [[{ text: '', columnSpan: 2, rowSpan: 1, gap: true }, table.rows[0]![1]!]],
  };
  expect(toGrid(gapped).rows[0]!.cells.map(({ column }) => column)).toEqual([2]);
});

test('a table over the budget of cells is refused, not cut', () => {
  const huge = tableOf(Array.from({ length: 250 }, () => [[1000, 1] as const]));
  expect(() => toGrid(huge)).toThrow(ReadError);
  expect(() => toGrid(huge)).toThrow(expect.objectContaining({ code: 'read/too-large' }));
});

test('outer white space of every kind is not the cell’s text', () => {
  expect(trimCell('\u3000\u00a0\n\t0 　\u200b\ufeff')).toBe('0');
  expect(trimCell(' 1 2 ')).toBe('1 2');
});

test('property: every printed cell starts in a column that no cell from above covers, left to right', () => {
  const spans = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }));
  const rows = fc.array(fc.array(spans, { maxLength: 6 }), { maxLength: 6 });
  fc.assert(
    fc.property(rows, (drawn) => {
      const grid = toGrid(tableOf(drawn));
      drawn.forEach((row, r) => {
        const own = grid.rows[r]!.cells.filter(({ continued }) => !continued);
        const above = grid.rows[r]!.cells.filter(({ continued }) => continued);
        expect(own).toHaveLength(row.length);
        own.forEach((cell, place) => {
          expect(cell.lastColumn - cell.column + 1).toBe(row[place]![0]);
          expect(above.some((a) => a.column <= cell.column && cell.column <= a.lastColumn)).toBe(false);
          if (place > 0) expect(cell.column).toBeGreaterThan(own[place - 1]!.lastColumn);
        });
      });
    }),
  );
});
