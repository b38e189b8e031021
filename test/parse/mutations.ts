/** What real tables do to the form, one at a time: each takes a table and gives what is printed instead. */
import type { LayoutCell, LayoutTable } from '../../tools/generate/layout.js';
import type { Random } from '../../tools/generate/random.js';
import { cell, type Subject } from './layouts.js';

export interface Mutation {
  readonly name: string;
  /** Tables that it can be done to; null for all. */
  readonly subject: Subject | null;
  /** Nothing that labels prove is lost: every printed figure must be read. */
  readonly lossless: boolean;
  /** Lossless only where the file keeps the places of cells. */
  readonly positionedOnly: boolean;
  /** Text can't show it at all: what it prints is another table. */
  readonly notInText: boolean;
  readonly apply: (table: LayoutTable, rng: Random) => readonly LayoutTable[];
}

type Rows = readonly (readonly LayoutCell[])[];

const withRows = (table: LayoutTable, rows: Rows): LayoutTable => ({ ...table, rows });
const isData = (row: readonly LayoutCell[]): boolean => row.some(({ figure }) => figure !== null);
const dataRows = (table: LayoutTable): number[] =>
  table.rows.flatMap((row, place) => (isData(row) ? [place] : []));
/** Rows that can go or move without taking a group's label along. */
const plainRows = (table: LayoutTable): number[] =>
  dataRows(table).filter((place) => table.rows[place]!.every(({ rowSpan }) => rowSpan === 1));
const mapRow = (
  table: LayoutTable,
  at: number,
  change: (row: readonly LayoutCell[]) => readonly LayoutCell[],
): LayoutTable =>
  withRows(
    table,
    table.rows.map((row, place) => (place === at ? change(row) : row)),
  );

/** Cells that reach over a row grow or shrink with it. */
function stretch(rows: Rows, over: number, by: 1 | -1): Rows {
  return rows.map((row, place) =>
    row.map((c) => (place < over && place + c.rowSpan > over ? { ...c, rowSpan: c.rowSpan + by } : c)),
  );
}

function dropRow(table: LayoutTable, rng: Random): LayoutTable[] {
  const at = rng.pick(plainRows(table));
  return [
    withRows(
      table,
      stretch(table.rows, at, -1).filter((_, place) => place !== at),
    ),
  ];
}

function swapRows(table: LayoutTable, rng: Random): LayoutTable[] {
  const plain = plainRows(table);
  const shape = (place: number): string => table.rows[place]!.map(({ columnSpan }) => columnSpan).join();
  // 其他 and 总计 are told by what stands before them, so they stay.
  const movable = (place: number): boolean => !/其他|总计/.test(table.rows[place]![0]!.text);
  const pairs = plain.filter(
    (place) =>
      plain.includes(place + 1) &&
      shape(place) === shape(place + 1) &&
      movable(place) &&
      movable(place + 1) &&
      !movableGuard(table, place + 2),
  );
  if (pairs.length === 0) return [table];
  const at = rng.pick(pairs);
  const rows = [...table.rows];
  [rows[at], rows[at + 1]] = [rows[at + 1]!, rows[at]!];
  return [withRows(table, rows)];
}

const movableGuard = (table: LayoutTable, place: number): boolean =>
  /其他$|总计/.test(table.rows[place]?.[0]?.text ?? '');

function extraRow(table: LayoutTable, rng: Random): LayoutTable[] {
  const plain = plainRows(table);
  if (plain.length === 0) return [table];
  const at = rng.pick(plain);
  const like = table.rows[at]!;
  const row = like.map((c, place) =>
    c.figure === null
      ? {
          ...c,
          text: place === like.findIndex((x) => x.figure !== null) - 1 ? '9.本地另行增设的情形' : c.text,
        }
      : { ...c, figure: null, text: String(900_000 + place) },
  );
  const rows = [...stretch(table.rows, at, 1)];
  rows.splice(at, 0, row);
  return [withRows(table, rows)];
}

/** A column more: its label in the first header row of each block, a number in every data row. */
const extraColumn =
  (label: string, side: 'left' | 'right') =>
  (table: LayoutTable): LayoutTable[] => {
    const first = table.rows.findIndex(isData);
    const rows = table.rows.map((row, place) => {
      const header = !isData(row);
      const spread = header && row.length === 1 && row[0]!.columnSpan === table.columns;
      if (spread) return [{ ...row[0]!, columnSpan: table.columns + 1 }];
      const tall = table.subject === 'proactive' ? 1 : first;
      if (header && table.subject !== 'proactive' && place > 0) return row;
      if (side === 'left') return [header ? cell(label, 1, tall) : cell(String(place + 1)), ...row];
      return [...row, header ? cell(label, 1, tall) : cell(String(800_000 + place))];
    });
    return [{ ...table, columns: table.columns + 1, rows }];
  };

function dropCell(table: LayoutTable, rng: Random): LayoutTable[] {
  const data = dataRows(table);
  if (data.length === 0) return [table];
  const at = rng.pick(data);
  const values = table.rows[at]!.flatMap(({ figure }, place) => (figure === null ? [] : [place]));
  const gone = rng.pick(values);
  return [mapRow(table, at, (row) => row.filter((_, place) => place !== gone))];
}

/** Filler cells behind every row, and in one row a value cell is missing. */
function dropCellBeforeFiller(table: LayoutTable, rng: Random): LayoutTable[] {
  const wide = table.rows.map((row) => [...row, cell('')]);
  return dropCell({ ...table, columns: table.columns + 1, rows: wide }, rng);
}

/** 自然人 over an empty cell instead of a tall one. */
function headerWithoutRowspan(table: LayoutTable): LayoutTable[] {
  const first = table.rows.findIndex(isData);
  // Only where the header is still whole.
  if (first < 2 || !/勾稽|行政复议/.test(table.rows[0]![0]!.text) || table.columns % 5 > 0) return [table];
  const grid: LayoutCell[][] = Array.from({ length: first }, () => []);
  const covered = new Map<string, LayoutCell>();
  table.rows.slice(0, first).forEach((row, r) => {
    let column = 0;
    const left = [...row];
    while (column < table.columns) {
      const above = covered.get(`${r} ${column}`);
      const own = above ?? left.shift()!;
      grid[r]!.push(above ? cell('', own.columnSpan) : { ...own, rowSpan: 1 });
      if (!above) for (let k = 1; k < own.rowSpan; k++) covered.set(`${r + k} ${column}`, own);
      column += own.columnSpan;
    }
  });
  return [withRows(table, [...grid, ...table.rows.slice(first)])];
}

/** No cell over the labels: the header begins with its columns. */
function withoutCorner(table: LayoutTable): LayoutTable[] {
  const rows = table.rows.map((row) =>
    !isData(row) && row.length > 1 && /信息内容|勾稽/.test(row[0]!.text) ? row.slice(1) : row,
  );
  return [withRows(table, rows)];
}

const inLabels =
  (change: (text: string, rng: Random) => string) =>
  (table: LayoutTable, rng: Random): LayoutTable[] => [
    withRows(
      table,
      table.rows.map((row) => row.map((c) => (c.figure === null ? { ...c, text: change(c.text, rng) } : c))),
    ),
  ];

function brokenLabel(text: string, rng: Random): string {
  return [...text]
    .map((c, place) =>
      place < text.length - 1 && rng.chance(0.2) ? c + rng.pick([' ', '\n', '\u00a0', '\u3000']) : c,
    )
    .join('');
}

const otherPunctuation = (text: string): string =>
  text
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .replaceAll('“', '"')
    .replaceAll('”', '"')
    .replace(/^(\d)\./, '$1、');

/** Cut in two at a page's end; what a merged cell covers below begins again there, empty. */
const split =
  (header: 'repeated' | 'absent', group: 'empty' | 'repeated') =>
  (table: LayoutTable, rng: Random): LayoutTable[] => {
    const data = dataRows(table);
    if (data.length < 3) return [table];
    const at = rng.pick(data.slice(1));
    if (table.subject === 'proactive' && !isData(table.rows[at - 1]!)) return [table];
    const restarted: LayoutCell[] = [];
    const top = table.rows.slice(0, at).map((row, place) =>
      row.map((c) => {
        if (place + c.rowSpan <= at) return c;
        restarted.push(cell(group === 'empty' ? '' : c.text, c.columnSpan, place + c.rowSpan - at));
        return { ...c, rowSpan: at - place };
      }),
    );
    const last =
      table.subject === 'proactive' ? at - data.filter((d) => d < at && isRun(table, d, at)).length : null;
    const head = last === null ? table.rows.slice(0, data[0]) : table.rows.slice(last - 1, last);
    const rest = table.rows.slice(at).map((row, place) => (place === 0 ? [...restarted, ...row] : row));
    return [withRows(table, top), withRows(table, header === 'repeated' ? [...head, ...rest] : rest)];
  };

/** All rows from `from` up to `to` are data. */
const isRun = (table: LayoutTable, from: number, to: number): boolean =>
  table.rows.slice(from, to).every(isData);

function blocksApart(table: LayoutTable): LayoutTable[] {
  const starts = table.rows.flatMap((row, place) => (/^第二十条/.test(row[0]!.text) ? [place] : []));
  return starts.map((from, place) => withRows(table, table.rows.slice(from, starts[place + 1])));
}

function twiceOther(table: LayoutTable, rng: Random): LayoutTable[] {
  const data = dataRows(table);
  if (data.length === 0) return [table];
  const at = rng.pick(data);
  const other = mapRow(table, at, (row) =>
    row.map((c) => (c.figure === null ? c : { ...c, text: `7${c.text.replace(/\D/g, '')}` })),
  );
  return [table, other];
}

/** One value cell over two rows; the one below is gone. */
function mergedValue(table: LayoutTable, rng: Random): LayoutTable[] {
  const data = plainRows(table).filter(
    (place) =>
      isData(table.rows[place + 1] ?? []) && table.rows[place + 1]!.length === table.rows[place]!.length,
  );
  if (data.length === 0) return [table];
  const at = rng.pick(data);
  const which = rng.pick(table.rows[at]!.flatMap(({ figure }, k) => (figure === null ? [] : [k])));
  if (table.rows[at]![which]!.text === '') return [table];
  // Belongs to neither row for certain.
  const tall = mapRow(table, at, (row) =>
    row.map((c, k) => (k === which ? { ...c, rowSpan: 2, figure: null } : c)),
  );
  return [mapRow(tall, at + 1, (row) => row.filter((_, k) => k !== which))];
}

const cutHeader = (table: LayoutTable): LayoutTable[] =>
  inLabels((text) => text.replace(/^本年(新|制|废).*$/, '本年新').replace(/^现行.*$/, '现行'))(table, NEVER);
const NEVER = null as never as Random;

function emptyLabel(table: LayoutTable, rng: Random): LayoutTable[] {
  const data = dataRows(table);
  if (data.length === 0) return [table];
  const at = rng.pick(data);
  const own = table.rows[at]!.findIndex(({ figure }) => figure !== null) - 1;
  if (own < 0) return [table];
  // Without its label a row is no one's.
  return [
    mapRow(table, at, (row) =>
      row.map((c, k) => (k === own ? { ...c, text: '' } : c.figure === null ? c : { ...c, figure: null })),
    ),
  ];
}

/** （三）over the rows of （四）and the other way round: label and group contradict each other. */
const wrongGroups = (table: LayoutTable): LayoutTable[] => {
  const swapped: Record<string, string> = {
    '（三）不予公开': '（四）无法提供',
    '（四）无法提供': '（三）不予公开',
  };
  return inLabels((text) => swapped[text] ?? text)(table, NEVER);
};

/** The grid turned: labels run along the top. */
function transposed(table: LayoutTable): LayoutTable[] {
  const grid: (LayoutCell | undefined)[][] = table.rows.map(() => []);
  table.rows.forEach((row, r) => {
    let column = 0;
    for (const c of row) {
      while (grid[r]![column]) column += 1;
      for (let dr = 0; dr < c.rowSpan; dr++)
        for (let dc = 0; dc < c.columnSpan; dc++) grid[r + dr]![column + dc] = dr + dc === 0 ? c : cell('');
    }
  });
  const width = Math.max(...grid.map((row) => row.length));
  const rows = Array.from({ length: width }, (_, column) =>
    grid.map((row) => ({ ...(row[column] ?? cell('')), rowSpan: 1, columnSpan: 1 })),
  );
  return [{ ...table, columns: rows[0]!.length, rows }];
}

/** Another unit's table to the right of this one, in the same rows. */
function sideBySide(table: LayoutTable): LayoutTable[] {
  const rows = table.rows.map((row) => [
    ...row.map((c) => ({ ...c, figure: null })),
    ...row.map((c) =>
      c.figure === null ? c : { ...c, figure: null, text: `6${c.text.replace(/\D/g, '')}` },
    ),
  ]);
  return [{ ...table, columns: table.columns * 2, rows }];
}

function lookAlike(table: LayoutTable): LayoutTable[] {
  const header = ['部门', '行政许可', '行政处罚', '行政强制'].map((text) => cell(text));
  const rows = ['县公安局', '县农业农村局', '合计'].map((text, place) => [
    cell(text),
    ...[1, 2, 3].map((k) => cell(String(700_000 + place * 10 + k))),
  ]);
  const titled = [cell('各部门行政处罚等事项情况', 4)];
  return [{ ...table, columns: 4, rows: [titled, header, ...rows] }, table];
}

/** Each column of the year beside one of the year before. */
function lastYearBeside(table: LayoutTable): LayoutTable[] {
  const rows = table.rows.map((row) =>
    row.flatMap((c) => {
      if (c.figure !== null) return [c, cell(String(600_000 + c.text.length), c.columnSpan)];
      const isColumn = /^(本年|现行|上一年|处理|对外|采购)/.test(c.text);
      return isColumn ? [c, cell(`前年${c.text.replace(/^(本|上一)年/, '')}`, c.columnSpan)] : [c];
    }),
  );
  return [withRows(table, rows)];
}

function swapColumns(table: LayoutTable): LayoutTable[] {
  const isPair = (a: LayoutCell | undefined, b: LayoutCell | undefined): boolean =>
    (a?.text === '科研机构' && b?.text === '社会公益组织') ||
    (a?.text === '本年废止件数' && b?.text === '现行有效件数') ||
    ((a?.figure?.endsWith('legal.research') ?? false) && (b?.figure?.endsWith('public_welfare') ?? false)) ||
    ((a?.figure?.endsWith('.repealed@') ?? false) && (b?.figure?.endsWith('.in_force@') ?? false));
  const rows = table.rows.map((row) => {
    const at = row.findIndex((c, k) => isPair(c, row[k + 1]));
    return at < 0 ? row : [...row.slice(0, at), row[at + 1]!, row[at]!, ...row.slice(at + 2)];
  });
  return [withRows(table, rows)];
}

const inValues =
  (change: (text: string, rng: Random) => string) =>
  (table: LayoutTable, rng: Random): LayoutTable[] => [
    withRows(
      table,
      table.rows.map((row) => row.map((c) => (c.figure === null ? c : { ...c, text: change(c.text, rng) }))),
    ),
  ];

const same = (table: LayoutTable): LayoutTable[] => [table];
const mutation = (
  name: string,
  subject: Subject | null,
  lossless: boolean,
  apply: Mutation['apply'],
  positionedOnly = false,
  notInText = false,
): Mutation => ({ name, subject, lossless, apply, positionedOnly, notInText });

/** In the order in which they can follow each other. */
export const MUTATIONS: readonly Mutation[] = [
  mutation('as the form has it', null, true, same),
  mutation('columns in another order', null, true, swapColumns),
  mutation('a row left out', 'applications', true, dropRow),
  mutation('a row left out of table two', 'proactive', true, dropRow),
  mutation('rows in another order', 'applications', true, swapRows),
  mutation('rows in another order in table two', 'proactive', true, swapRows),
  mutation('a local row', 'applications', true, extraRow),
  mutation('a local row in table two', 'proactive', true, extraRow),
  mutation('a column 备注', 'applications', true, extraColumn('备注', 'right'), true),
  mutation('a column 历年累计', 'proactive', true, extraColumn('历年累计', 'right'), true),
  mutation('a column 序号', 'applications', true, extraColumn('序号', 'left'), true),
  mutation('a column 序号 in table two', 'proactive', true, extraColumn('序号', 'left'), true),
  mutation('last year beside this year', 'proactive', false, lastYearBeside, true),
  mutation('a value cell missing', null, false, dropCell),
  mutation('a value cell missing before filler', null, false, dropCellBeforeFiller, true),
  mutation('header without rowspan', null, true, headerWithoutRowspan, true),
  mutation('no corner cell', null, true, withoutCorner),
  mutation('labels broken by spaces and lines', null, true, inLabels(brokenLabel)),
  mutation('labels with other brackets and quotes', null, true, inLabels(otherPunctuation)),
  mutation('split, header repeated, group empty', 'applications', true, split('repeated', 'empty')),
  mutation('split, header repeated, group repeated', 'applications', true, split('repeated', 'repeated')),
  mutation('split, no header, group repeated', 'applications', true, split('absent', 'repeated')),
  mutation('split, no header, group empty', 'applications', true, split('absent', 'empty')),
  mutation('table two split, no header', 'proactive', true, split('absent', 'empty')),
  mutation('each block a table of its own', 'proactive', true, blocksApart),
  mutation('the table twice, alike', null, true, (table) => [table, table]),
  mutation('a value merged over two rows', null, false, mergedValue, true, true),
  mutation('column heads cut to 本年新', 'proactive', false, cutHeader),
  mutation('a row without its label', null, true, emptyLabel),
  mutation('groups that contradict their rows', 'applications', false, wrongGroups),
  mutation('rows and columns exchanged', null, false, transposed),
  mutation('two units side by side', null, false, sideBySide, true),
  mutation('a look-alike before it', 'proactive', true, lookAlike),
  mutation(
    'values between spaces',
    null,
    true,
    inValues((text, rng) => rng.pick([`\u00a0${text} `, `　${text}　`, text])),
  ),
  mutation(
    'some values blank',
    null,
    true,
    inValues((text, rng) => (rng.chance(0.3) ? '' : text)),
  ),
  mutation(
    'slashes for nothing',
    null,
    true,
    inValues((text, rng) => (rng.chance(0.3) ? '/' : text)),
  ),
  mutation('the table twice, not alike', null, false, twiceOther),
];
