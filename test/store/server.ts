import pg from 'pg';
import { findServerBinaries } from '../../tools/postgres/find-binaries.js';
import { startServer as startTemporaryServer } from '../../tools/postgres/start-server.js';

export { findServerBinaries };

/** A PostgreSQL server of the tests' own, or the one at TEST_DATABASE_URL. */
export interface TestServer {
  /** A new, empty database. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

export async function startServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return serverAt(given, () => {});
  const { url, stop } = await startTemporaryServer(findServerBinaries()!, { fsync: 'off' });
  return serverAt(url, stop);
}

function serverAt(url: string, stop: () => void): TestServer {
  return {
    stop: async () => stop(),
    createDatabase: async () => {
      const name = `nianbao_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
      await runOn(url, `create database ${name}`);
      const database = new URL(url);
      database.pathname = `/${name}`;
      return database.href;
    },
  };
}

async function runOn(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
