import { rmSync } from 'node:fs';
import { link, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { codeOf } from './database-unavailable.js';

export interface FolderLock {
  release(): Promise<void>;
}

/** Who holds a data folder. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  readonly command: string;
  readonly startedAt: string;
  /** Boot and start tick of the process where the system tells (Linux): a number given out again is another process. */
  readonly processStart: string | null;
  /** It lets the folder go whenever it is unused (the board): worth waiting for. */
  readonly yields?: boolean;
}

/** Another process works in the data folder; the message says which, and what to do. */
export class DatabaseLockedError extends Error {
  override readonly name = 'DatabaseLockedError';
  readonly holder: LockHolder;
  constructor(holder: LockHolder, file: string) {
    super(lockedMessage(holder, file));
    this.holder = holder;
  }
}

/**
 * Takes a data folder for this process or throws DatabaseLockedError. The lock is a file made whole before it gets its
 * name. A lock whose process is gone from this host is taken over.
 */
export async function lockFolder(
  folder: string,
  { yields = false }: { readonly yields?: boolean } = {},
): Promise<FolderLock> {
  const file = join(folder, LOCK_NAME);
  const mine: LockHolder = {
    pid: process.pid,
    host: hostname(),
    command: ['nianbao', ...process.argv.slice(2)].join(' '),
    startedAt: new Date().toISOString(),
    processStart: await processStart(process.pid),
    yields,
  };
  const draft = join(folder, `${LOCK_NAME}.${process.pid}.${Math.random().toString(36).slice(2)}`);
  await writeFile(draft, `${JSON.stringify(mine, null, 2)}\n`);
  try {
    await claimPatiently(draft, file, folder, yields);
  } finally {
    await rm(draft, { force: true });
  }
  const onExit = (): void => rmSync(file, { force: true });
  process.once('exit', onExit);
  return {
    release: async () => {
      process.off('exit', onExit);
      await rm(file, { force: true });
    },
  };
}

/** Whoever yields lets go within seconds, and waits as long for others; for anybody else there is no waiting. */
async function claimPatiently(draft: string, file: string, folder: string, yields: boolean): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await claim(draft, file, folder);
    } catch (error) {
      const worthIt = error instanceof DatabaseLockedError && (yields || error.holder.yields);
      if (!worthIt || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, GUARD_WAIT_MS));
    }
  }
}

async function claim(draft: string, file: string, folder: string): Promise<void> {
  for (let attempt = 0; attempt < CLAIM_ATTEMPTS; attempt++) {
    if (await linkIfFree(draft, file)) return;
    const holder = await readHolder(file);
    if (!holder) continue;
    if (await isAlive(holder)) throw new DatabaseLockedError(holder, file);
    await removeStale(draft, file, join(folder, `${LOCK_NAME}.takeover`));
  }
  const holder = await readHolder(file);
  if (holder) throw new DatabaseLockedError(holder, file);
  throw new Error(
    `${file} could not be taken in ${CLAIM_ATTEMPTS} attempts: delete it if no nianbao is running`,
  );
}

/** One process at a time looks again and removes: else a slow one could remove the lock of whoever was faster. */
async function removeStale(draft: string, file: string, guard: string): Promise<void> {
  if (!(await linkIfFree(draft, guard))) {
    const age = await stat(guard).then(
      (s) => Date.now() - s.mtimeMs,
      () => 0,
    );
    if (age > GUARD_LIFETIME_MS) await rm(guard, { force: true });
    await new Promise((resolve) => setTimeout(resolve, GUARD_WAIT_MS));
    return;
  }
  try {
    const holder = await readHolder(file);
    if (holder && !(await isAlive(holder))) await rm(file, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}

async function linkIfFree(draft: string, name: string): Promise<boolean> {
  try {
    await link(draft, name);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function readHolder(file: string): Promise<LockHolder | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as LockHolder;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    if (error instanceof SyntaxError)
      throw new Error(`${file} is damaged: delete it if no nianbao is running`);
    throw error;
  }
}

/** A process on another host can't be asked, so it counts as alive. */
async function isAlive(holder: LockHolder): Promise<boolean> {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false;
  }
  const start = await processStart(holder.pid);
  return holder.processStart === null || start === null || start === holder.processStart;
}

/**
 * proc(5): field 22 of stat is the start in ticks since boot, field 3 the state; the second may hold spaces and brackets.
 * A zombie has ended.
 */
async function processStart(pid: number): Promise<string | null> {
  try {
    const status = await readFile(`/proc/${pid}/stat`, 'utf8');
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'ended' : `${boot.trim()}:${fields[19]}`;
  } catch {
    return null;
  }
}

function lockedMessage({ pid, host, command, startedAt }: LockHolder, file: string): string {
  const here = host === hostname();
  const who = `process ${pid} on ${here ? 'this host' : host} (${command}, since ${startedAt})`;
  const advice = here
    ? 'Wait for it or stop it; to work from several processes at once, use a PostgreSQL server (DATABASE_URL)'
    : `If that process is gone, delete ${file}`;
  return `the data folder is in use by ${who}. ${advice}`;
}

const LOCK_NAME = 'database.lock';
const CLAIM_ATTEMPTS = 20;
const GUARD_WAIT_MS = 50;
const PATIENCE_MS = 6000;
/** Looking again takes milliseconds; an older guard was left by a process that was killed meanwhile. */
const GUARD_LIFETIME_MS = 10_000;
