import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** A LibreOffice that can be run. */
export interface Office {
  readonly path: string;
  readonly version: string;
}

/** The first LibreOffice on the search path or in its usual places that answers; null for none. */
export async function findOffice(searchPath: string = process.env.PATH ?? ''): Promise<Office | null> {
  const folders = [...searchPath.split(delimiter).filter((folder) => folder !== ''), ...USUAL_PLACES];
  for (const folder of folders) {
    for (const name of NAMES) {
      const path = join(folder, name);
      const version = (await isProgram(path)) ? await versionOf(path) : null;
      if (version !== null) return { path, version };
    }
  }
  return null;
}

async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** `LibreOffice 7.4.7.2 40(Build:2)` → `7.4.7.2`. */
async function versionOf(path: string): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)(path, ['--version'], { timeout: VERSION_TIMEOUT_MS });
    return /^LibreOffice\s+([\d.]+)/m.exec(stdout)?.[1] ?? null;
  } catch {
    return null; // Not LibreOffice, or one that doesn't start.
  }
}

const NAMES = ['soffice', 'libreoffice'];
const USUAL_PLACES = [
  '/usr/lib/libreoffice/program',
  '/opt/libreoffice/program',
  '/Applications/LibreOffice.app/Contents/MacOS',
];
const VERSION_TIMEOUT_MS = 20_000;
