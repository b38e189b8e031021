import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Names the code that reads and judges: a digest of its source, so that nobody has to raise a number. The build writes
 * it beside the compiled code (bake-parser-version.ts); run from source it is made here, the same.
 */
export function parserVersion(): string {
  if (existsSync(BAKED)) return readFileSync(BAKED, 'utf8');
  return digestOfSource(fileURLToPath(new URL('..', import.meta.url)));
}

/** The digest of a src folder: comments count, line ends don't. */
export function digestOfSource(folder: string): string {
  const hash = createHash('sha256');
  for (const name of SOURCES.flatMap((source) => filesOf(folder, source)).sort())
    hash.update(`${name}\n${readFileSync(`${folder}/${name}`, 'utf8').replaceAll('\r\n', '\n')}\0`);
  return hash.digest('hex').slice(0, 12);
}

function filesOf(folder: string, source: string): string[] {
  if (/\.ts$/.test(source)) return [source];
  const names = readdirSync(`${folder}/${source}`, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${source}/${name.replaceAll('\\', '/')}`);
}

/** Written by the build. */
export const BAKED = fileURLToPath(new URL('parser-version.txt', import.meta.url));

/** All that decides what is read of given bytes. */
const SOURCES = ['model', 'catalogue', 'parse', 'check', 'jobs/read-document.ts'];
