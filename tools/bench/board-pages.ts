import { gzipSync } from 'node:zlib';
import { openArchive } from '../../src/ingest/archive.js';
import { openDatabase } from '../../src/store/database.js';
import { migrate } from '../../src/store/migrate.js';

import { shareDatabase } from '../../src/store/shared-database.js';

import { createLoginLimit } from '../../src/web/login-limit.js';
import { type BoardServer, startBoard } from '../../src/web/server.js';
import { createSessions } from '../../src/web/session.js';
import { loadBoard } from './load-board.js';
import type { Bench, Measurement, Probe } from './measurement.js';

/** Reports that the board shows. */
const REPORTS = 10_000;

const PAGES: readonly (readonly [name: string, path: string])[] = [
  ['总览', '/'],
  ['问题处理', '/findings'],
  ['one report', '/reports/bench-board-0-0/2021'],
  ['one unit', '/units/bench-board-0-0'],
  ['比较与趋势', '/compare'],
  ['全文检索', `/search?q=${encodeURIComponent('政务新媒体')}`],
  ['发布前自查', '/self-check'],
  ['运行情况', '/runs'],
];

/** One line a page of the board: what it takes until it is there, and how large its first view is. */
export const boardPages: readonly Measurement[] = PAGES.map(([name, path]) => ({
  name: `board: ${name}, ${REPORTS} reports`,
  unit: 'ms/page',
  target: null,
  note: 'asked over HTTP, what the board holds in memory already read; no original is archived; parts in kB',
  needsServer: true,
  prepare: (bench) => prepare(bench, path),
}));

async function prepare(bench: Bench, path: string): Promise<Probe> {
  serving ??= serve(bench);
  const server = await serving;
  users += 1;
  return {
    round: async () => {
      const start = performance.now();
      const answer = await fetch(new URL(path, server.url));
      const page = Buffer.from(await answer.arrayBuffer());
      const value = performance.now() - start;
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      const sent = gzipSync(page).byteLength;
      return { value, parts: { page: page.byteLength / 1000, compressed: sent / 1000 } };
    },
    close: async () => {
      users -= 1;
      if (users === 0) await server.close();
    },
  };
}

/** One board for all pages; the last one closes it. */
async function serve({ corpus, folder, server }: Bench): Promise<BoardServer> {
  const url = await server!.createDatabase();
  await load(url, folder, corpus);
  const database = shareDatabase({ url, dataFolder: folder });
  const access = { officePassword: null, readerPassword: null, proxyHeader: null, officeUsers: [] };
  const board = await startBoard(
    {
      database,
      archive: await openArchive(folder),
      access: { ...access, publicReading: false },
      sessions: createSessions('bench'),
      loginLimit: createLoginLimit(),
      memory: { data: null },
      progress: () => null,
      schedule: null,
    },
    { host: '127.0.0.1', port: 0 },
  );
  return { url: board.url, close: () => board.close().then(() => database.close()) };
}

async function load(url: string, dataFolder: string, corpus: Bench['corpus']): Promise<void> {
  const db = await openDatabase({ url, dataFolder });
  await migrate(db);
  await loadBoard(db, await openArchive(dataFolder), corpus);
  await db.close();
}

let serving: Promise<BoardServer> | undefined;
let users = 0;
