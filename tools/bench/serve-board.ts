import { openArchive } from '../../src/ingest/archive.js';
import { finishRun, startRun } from '../../src/store/collection/runs.js';
import { openDatabase } from '../../src/store/postgres/database.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { shareDatabase } from '../../src/store/postgres/shared-database.js';
import { createLoginLimit } from '../../src/web/login-limit.js';
import { type BoardServer, startBoard } from '../../src/web/server.js';
import { createSessions } from '../../src/web/session.js';
import { loadBoard } from './load-board.js';
import type { Bench } from './measurement.js';

export interface BoardInUse extends Pick<BoardServer, 'url' | 'close'> {
  /** As after a load: what the board holds in memory is no longer what the database says. */
  changed(): Promise<void>;
}

/** One board for all pages, on a database of its own that is filled first. */
export async function openBoardInUse({ corpus, folder, server }: Bench): Promise<BoardInUse> {
  const url = await server!.createDatabase();
  const archive = await openArchive(folder);
  const db = await openDatabase({ url, dataFolder: folder });
  await migrate(db);
  await loadBoard(db, archive, corpus);
  await db.close();
  const database = shareDatabase({ url, dataFolder: folder });
  const access = { officePassword: null, readerPassword: null, proxyHeader: null, officeUsers: [] };
  const board = await startBoard(
    {
      database,
      archive,
      access: { ...access, publicReading: false },
      sessions: createSessions('bench'),
      loginLimit: createLoginLimit(),
      memory: { data: null, reading: null },
      progress: () => null,
      schedule: null,
    },
    { host: '127.0.0.1', port: 0 },
  );
  return {
    url: board.url,
    close: () => board.close().then(() => database.close()),
    changed: () =>
      database.use(async (db) => {
        const counts = { found: 0, fetched: 0, parsed: 0, loaded: 0, failed: 0 };
        await finishRun(db, await startRun(db, 'load', new Date()), { finishedAt: new Date(), counts });
      }),
  };
}
