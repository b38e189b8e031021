import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** A PostgreSQL server of the tests' own, or the one at TEST_DATABASE_URL. */
export interface TestServer {
  /** A new, empty database. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** Where the server's programs are, or null: then the suite says that it is skipped. */
export function findServerBinaries(): string | null {
  const versions = existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .map(Number)
        .filter((v) => v >= 15)
    : [];
  const folders = versions.sort((a, b) => b - a).map((version) => join(DEBIAN, String(version), 'bin'));
  try {
    folders.push(execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: 'pipe' }).trim());
  } catch {
    // No pg_config: the PATH is looked through next.
  }
  folders.push(...(process.env.PATH ?? '').split(':'));
  return (
    folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ??
    null
  );
}

export async function startServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return serverAt(given, async () => {});
  const binaries = findServerBinaries()!;
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-server-'));
  const user = plainUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const options = { ...user, stdio: 'pipe' as const, cwd: folder };
  const initdb = ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--auth=trust', '--no-sync'];
  execFileSync(join(binaries, 'initdb'), initdb, options);
  const port = await freePort();
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'fsync=off',
  ];
  const server = spawn(join(binaries, 'postgres'), ['-D', data, ...settings.flatMap((s) => ['-c', s])], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
  });
  // Fast shutdown (SIGINT), also where the tests end without asking for it.
  const onExit = (): void => void server.kill('SIGINT');
  process.once('exit', onExit);
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  await waitFor(url);
  return serverAt(url, async () => {
    server.kill('SIGINT');
    await ended;
    process.off('exit', onExit);
    rmSync(folder, { recursive: true, force: true });
  });
}

function serverAt(url: string, stop: () => Promise<void>): TestServer {
  return {
    stop,
    createDatabase: async () => {
      const name = `nianbao_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
      await runOn(url, `create database ${name}`);
      const database = new URL(url);
      database.pathname = `/${name}`;
      return database.href;
    },
  };
}

/** initdb refuses to run as root. */
function plainUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string): number =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // No such user: try the next.
    }
  }
  return undefined;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function waitFor(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await runOn(url, 'select 1');
    } catch (error) {
      if (attempt > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
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

const DEBIAN = '/usr/lib/postgresql';
