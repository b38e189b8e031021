import { execFileSync } from 'node:child_process';
import { appendFileSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL server in a temporary folder, on 127.0.0.1 and a port of its own. */
export interface TemporaryServer {
  /** Of its database `postgres`. */
  readonly url: string;
  /** Stops it and removes its folder; also done when the process exits or is asked to. Does nothing the second time. */
  stop(): void;
  /** Kills it, waits for `whileDown`, and starts it again on what it holds. */
  restart(whileDown: () => Promise<void>): Promise<void>;
}

/** `binaries` is what findServerBinaries gave; `settings` are lines of postgresql.conf by name. */
export async function startServer(
  binaries: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<TemporaryServer> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-postgres-'));
  const user = plainUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const log = join(folder, 'log');
  const run = (program: string, args: readonly string[]): void =>
    void execFileSync(join(binaries, program), args, { ...user, cwd: folder, stdio: 'pipe' });
  let running = false;
  const stop = (): void => {
    process.off('exit', stop);
    for (const signal of SIGNALS) process.off(signal, leave);
    if (running) run('pg_ctl', ['stop', '-D', data, '-m', 'immediate', '-w']);
    running = false;
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', stop);
  for (const signal of SIGNALS) process.once(signal, leave);
  try {
    run('initdb', ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--auth=trust', '--no-sync']);
    const port = await freePort();
    writeSettings(data, { port: String(port), ...ALONE, ...settings });
    run('pg_ctl', ['start', '-D', data, '-l', log, '-w']);
    running = true;
    const restart = async (whileDown: () => Promise<void>): Promise<void> => {
      run('pg_ctl', ['stop', '-D', data, '-m', 'immediate', '-w']);
      running = false;
      await whileDown();
      run('pg_ctl', ['start', '-D', data, '-l', log, '-w']);
      running = true;
    };
    return { url: `postgresql://postgres@127.0.0.1:${port}/postgres`, stop, restart };
  } catch (error) {
    const words = readLog(log) || (error as Error).message;
    stop();
    throw new Error(`a temporary PostgreSQL server could not be started: ${words}`, { cause: error });
  }
}

function writeSettings(data: string, settings: Readonly<Record<string, string>>): void {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`);
  appendFileSync(join(data, 'postgresql.conf'), lines.join(''));
}

/** initdb and pg_ctl refuse to run as root. */
function plainUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string): number =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // No such user: try the next.
    }
  }
  return null;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

function readLog(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}

/** Without a listener a signal ends the process at once, and the server would go on without it. */
function leave(): void {
  process.exit(130);
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const ALONE = { listen_addresses: '127.0.0.1', unix_socket_directories: '' };
