import pg from 'pg';
import { findServerBinaries } from '../postgres/find-binaries.js';
import { startServer } from '../postgres/start-server.js';

/** The PostgreSQL server that the bench works on. */
export interface BenchServer {
  /** A new, empty database: its URL. */
  createDatabase(): Promise<string>;
  /** Drops what was made here, or stops the server if it was started here. */
  close(): Promise<void>;
}

/** The server at `url`, else a temporary one; null where no server is installed. */
export async function openBenchServer(url: string | null): Promise<BenchServer | null> {
  if (url) return serverAt(url, async (databases) => dropAll(url, databases));
  const binaries = findServerBinaries();
  if (!binaries) return null;
  const server = await startServer(binaries, SETTINGS);
  return serverAt(server.url, async () => server.stop());
}

function serverAt(url: string, close: (databases: readonly string[]) => Promise<void>): BenchServer {
  const databases: string[] = [];
  return {
    createDatabase: async () => {
      const name = `nianbao_bench_${process.pid}_${databases.length}`;
      await execute(url, `create database ${name}`);
      databases.push(name);
      const database = new URL(url);
      database.pathname = `/${name}`;
      return database.href;
    },
    close: () => close(databases),
  };
}

async function dropAll(url: string, databases: readonly string[]): Promise<void> {
  for (const name of databases) await execute(url, `drop database if exists ${name} with (force)`);
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** As a server for bulk work is set up: nothing is lost that an archive and a second run don't bring back. */
const SETTINGS = {
  shared_buffers: '512MB',
  max_wal_size: '4GB',
  synchronous_commit: 'off',
};
