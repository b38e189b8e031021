import pg from 'pg';
import { openArchive } from '../../src/ingest/archive.js';
import { openQueue } from '../../src/jobs/main-job.js';
import { openDatabase } from '../../src/store/postgres/database.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { findServerBinaries } from '../postgres/find-binaries.js';
import { startServer } from '../postgres/start-server.js';
import { SILENT } from '../silent-reporter.js';

/** Empty databases of this version, quickly: copies of one that was made once. */
export interface Databases {
  create(name: string): Promise<string>;
  drop(name: string): Promise<void>;
  close(): Promise<void>;
}

/** On the server at `url`, else on a temporary one. Throws where none is installed. */
export async function openDatabases(url: string | null, dataFolder: string): Promise<Databases> {
  const binaries = url === null ? findServerBinaries() : null;
  if (url === null && binaries === null)
    throw new Error(
      'no PostgreSQL server: install one, or set DATABASE_URL to one where databases may be made',
    );
  const server = url === null ? await startServer(binaries!, SETTINGS) : { url, stop: () => {} };
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  const urlOf = (name: string): string => {
    const database = new URL(server.url);
    database.pathname = `/${name}`;
    return database.href;
  };
  const template = `nianbao_faults_${process.pid}`;
  await admin.query(`create database ${template}`);
  const db = await openDatabase({ url: urlOf(template), dataFolder });
  await migrate(db);
  await openQueue({ db, archive: await openArchive(dataFolder), report: SILENT });
  await db.close();
  // One connection does one thing at a time.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (statement: string) => {
    const done = turn.then(() => admin.query(statement));
    turn = done.catch(() => {});
    return done;
  };
  return {
    async create(name) {
      await inTurn(`create database ${name} template ${template}`);
      return urlOf(name);
    },
    drop: async (name) => void (await inTurn(`drop database if exists ${name} with (force)`)),
    async close() {
      await admin.query(`drop database if exists ${template} with (force)`);
      await admin.end();
      server.stop();
    },
  };
}

/** What is measured is not what a crash of the server does. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', max_connections: '200' };
