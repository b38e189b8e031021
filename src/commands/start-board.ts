import type { Config } from '../config.js';
import { openArchive } from '../ingest/archive.js';
import type { Log } from '../log.js';
import { migrate } from '../store/postgres/migrate.js';
import { type SharedDatabase, shareDatabase } from '../store/postgres/shared-database.js';
import type { Board } from '../web/board.js';
import { createLoginLimit } from '../web/login-limit.js';
import { type BoardServer, startBoard } from '../web/server.js';
import { createSessions } from '../web/session.js';
import { readSecret } from './board-settings.js';
import { makeDataFolder } from './make-data-folder.js';
import { UsageError } from './usage-error.js';

export interface Listening {
  readonly host: string;
  readonly port: number;
}

/** The database that the board and the scheduled job of one process have in common. */
export async function sharedDatabase({ databaseUrl, dataFolder }: Config, log: Log): Promise<SharedDatabase> {
  await makeDataFolder(dataFolder);
  return shareDatabase(
    { url: databaseUrl ?? undefined, dataFolder },
    {
      prepare: async (db) => {
        const { notes } = await migrate(db);
        for (const note of notes) log.warn(note);
      },
    },
  );
}

/** Starts the board and prints its address. */
export async function openBoard(
  { config, log }: { config: Config; log: Log },
  { host, port }: Listening,
  own: Pick<Board, 'database' | 'memory' | 'access' | 'progress' | 'schedule'>,
): Promise<BoardServer> {
  const server = await startBoard(
    {
      ...own,
      archive: await openArchive(config.dataFolder),
      sessions: createSessions(await readSecret(config.dataFolder, own.access)),
      loginLimit: createLoginLimit(),
    },
    { host, port },
  ).catch((error: NodeJS.ErrnoException) => {
    const words = PORT_REASONS[error.code ?? ''];
    throw words ? new UsageError(`--host ${host} --port ${port}: ${words}`) : error;
  });
  log.info(`board: ${server.url}`);
  return server;
}

/** `--port N`. */
export function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new UsageError(`--port ${text}: expected a number from 0 to 65535`);
  return port;
}

const PORT_REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there; choose another --port',
  EACCES: 'this user may not listen there; choose a port above 1023',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'this machine has no such address',
};
