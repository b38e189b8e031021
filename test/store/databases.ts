import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { type Database, openDatabase } from '../../src/store/postgres/database.js';
import { findServerBinaries, startServer, type TestServer } from './server.js';

export interface TestDatabase {
  readonly kind: 'server' | 'embedded';
  readonly db: Database;
  /** How it was opened, to open it again. */
  readonly options: { url?: string; dataFolder: string };
}

/** Runs one suite on the embedded database and on a server, each new and empty, one of each per suite. */
export function onEachDatabase(name: string, suite: (database: () => TestDatabase) => void): void {
  describe(`${name} (embedded)`, () => withDatabase('embedded', suite));
  const there = Boolean(process.env.TEST_DATABASE_URL) || findServerBinaries() !== null;
  if (there) describe(`${name} (server)`, () => withDatabase('server', suite));
  else
    describe.skip(`${name} (server: skipped, no PostgreSQL server binaries and no TEST_DATABASE_URL)`, () =>
      suite(never));
}

function never(): TestDatabase {
  throw new Error('the suite is skipped');
}

function withDatabase(kind: 'server' | 'embedded', suite: (database: () => TestDatabase) => void): void {
  let server: TestServer | undefined;
  let open: TestDatabase | undefined;
  beforeAll(async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'nianbao-test-'));
    if (kind === 'server') server = await startServer();
    const options = server ? { url: await server.createDatabase(), dataFolder } : { dataFolder };
    open = { kind, options, db: await openDatabase(options) };
  });
  afterAll(async () => {
    await open?.db.close();
    await server?.stop();
    if (open) rmSync(open.options.dataFolder, { recursive: true, force: true });
  });
  suite(() => open!);
}
