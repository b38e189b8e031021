import { openArchive } from '../../src/ingest/archive.js';
import { openDatabase } from '../../src/store/database.js';
import { migrate } from '../../src/store/migrate.js';
import { shareDatabase } from '../../src/store/shared-database.js';
import { createLoginLimit } from '../../src/web/login-limit.js';
import { type BoardServer, startBoard } from '../../src/web/server.js';
import { createSessions } from '../../src/web/session.js';
import { loadBoard } from './load-board.js';
import type { Bench } from './measurement.js';

export type BoardInUse = Pick<BoardServer, 'url' | 'close'>;

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
  return { url: board.url, close: () => board.close().then(() => database.close()) };
}
