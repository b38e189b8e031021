import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nianbao } from '../commands/nianbao.js';

export interface RunningBoard {
  readonly url: string;
  readonly dataFolder: string;
  /** As Ctrl-C does; gives the exit code. */
  readonly stop: () => Promise<number | null>;
}

/** A data folder with the sample collected, read and checked. */
export async function sampleData(): Promise<string> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'nianbao-board-'));
  const { code, stderr } = await nianbao(['run', '--once'], { env: { NIANBAO_DATA: dataFolder } });
  if (code !== 0) throw new Error(stderr);
  return dataFolder;
}

/** The built program serving the board on a free port, as a user starts it. */
export async function serveBoard(
  dataFolder: string,
  env: Record<string, string> = {},
  command: 'serve' | 'run' = 'serve',
  host = '127.0.0.1',
): Promise<RunningBoard> {
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(process.execPath, [CLI, command, '--port', '0', '--host', host], {
    env: { ...environment, NIANBAO_DATA: dataFolder, ...env },
  });
  const url = await addressOf(child);
  return { url, dataFolder, stop: () => stop(child) };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const found = /board: (http:\S+)\//.exec(said);
      if (found) resolve(found[1]!);
    });
    child.once('close', (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
}

function stop(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('close', resolve);
    child.kill('SIGINT');
  });
}

/** A page's form token: what a person's browser would send back. */
export async function tokenOf(url: string, cookie = ''): Promise<string> {
  const text = await (await fetch(url, { headers: { cookie } })).text();
  return /name="token" value="([^"]+)"/.exec(text)?.[1] ?? '';
}

export const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => existsSync(path),
);

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
