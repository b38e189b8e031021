import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Removes what killed exports left in a folder under names that begin with `mark` and end with their number. */
export async function clearLeftovers(folder: string, mark: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (isLeft(name, mark)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** A name with the number of a living process is that process's business. */
export function isLeft(name: string, mark: string): boolean {
  const number = name.startsWith(mark) ? name.slice(mark.length) : '';
  return /^\d+$/.test(number) && !isAlive(Number(number));
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
