import { gunzipSync } from 'node:zlib';
import { partsOf, receive } from './first-view.js';
import { BOARD_REPORTS, SHOWN } from './load-board.js';
import type { Bench, Measurement, Probe } from './measurement.js';
import { type BoardInUse, openBoardInUse } from './serve-board.js';

/** What a page may take on the server. */
const MOST_MS = 100;

const { unitId, year } = SHOWN;
const report = `/reports/${unitId}/${year}`;
const search = (words: string): string => `/search?q=${encodeURIComponent(words)}`;

const PAGES: readonly (readonly [name: string, path: string, target: number | null])[] = [
  ['总览, ten years', '/', MOST_MS],
  ['问题处理', '/findings', MOST_MS],
  ['问题处理, filtered, third page', `/findings?severity=error&year=${year}&page=3`, MOST_MS],
  ['问题处理, a far page', '/findings?page=400', MOST_MS],
  ['one report', report, MOST_MS],
  ['one missing report', `/reports/bench-silent-3-1/${year}`, MOST_MS],
  ['one figure', `${report}/figure?indicator=results.total&applicant=total`, MOST_MS],
  ['one unit, ten years', `/units/${unitId}`, MOST_MS],
  ['比较与趋势', '/compare', MOST_MS],
  ['全文检索, a word of every report', search('政府'), MOST_MS],
  ['全文检索, longer', search('政务新媒体'), MOST_MS],
  ['全文检索, in vain', search('鲸鱼'), MOST_MS],
  ['全文检索, one character', search('政'), MOST_MS],
  ['全文检索, one character in vain', search('鲸'), MOST_MS],
  ['全文检索, the last page', `${search('政府')}&page=50`, MOST_MS],
  ['发布前自查', '/self-check', MOST_MS],
  ['运行情况', '/runs', MOST_MS],
  ['list as .xlsx', `/findings.xlsx?severity=error&year=${year}`, null],
  ['notice as .docx', `/notice.docx?unit=${unitId}`, null],
];

/**
 * One line a page of the board: what it takes until it is there, and how much its first view transfers. Last, as it changes
 * something: the first page after a load, of one who is there before the board has read anew by itself.
 */
export const boardPages: readonly Measurement[] = [
  ...PAGES.map(([name, path, target]) => ({
    name: `board: ${name}, ${BOARD_REPORTS} reports`,
    unit: 'ms/page' as const,
    target,
    note: 'over HTTP, nothing written since the page before; parts in kB: the page, and all that its first view transfers',
    needsServer: true,
    prepare: (bench: Bench) => prepare(bench, path),
  })),
  {
    name: `board: first page after a load, ${BOARD_REPORTS} reports`,
    unit: 'ms/page',
    target: null,
    note: 'all that the pages count is read anew; on a server the board does so by itself within a quarter of a minute',
    needsServer: true,
    prepare: (bench) => prepare(bench, '/', (board) => board.changed(), ['/runs', '/compare']),
  },
];

async function prepare(
  bench: Bench,
  path: string,
  first: (board: BoardInUse) => Promise<void> = async () => {},
  then: readonly string[] = [],
): Promise<Probe> {
  serving ??= openBoardInUse(bench);
  const board = await serving;
  users += 1;
  return {
    round: async () => {
      await first(board);
      const start = performance.now();
      const page = await receive(new URL(path, board.url));
      const value = performance.now() - start;
      if (page.status !== 200) throw new Error(`${path}: ${page.status}`);
      const body = page.headers['content-encoding'] === 'gzip' ? gunzipSync(page.body) : page.body;
      const others = page.headers['content-type']?.includes('html') ? partsOf(body.toString()) : [];
      let transferred = page.transferred;
      for (const other of others) transferred += (await receive(new URL(other, board.url))).transferred;
      // What these hold in memory is there again for the next round.
      for (const other of then) await receive(new URL(other, board.url));
      return { value, parts: { page: body.byteLength / 1000, transferred: transferred / 1000 } };
    },
    close: async () => {
      users -= 1;
      if (users === 0) await board.close();
    },
  };
}

let serving: Promise<BoardInUse> | undefined;
let users = 0;
