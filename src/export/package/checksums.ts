import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

export interface FileSum {
  /** Below the package, with / between names. */
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Every file below a folder with its hash, by name. */
export async function sumFiles(folder: string): Promise<FileSum[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sums: FileSum[] = [];
  for (const path of paths) {
    const name = relative(folder, path).replaceAll(sep, '/');
    sums.push({ name, sha256: await sumFile(path), bytes: (await stat(path)).size });
  }
  return sums.sort((a, b) => (a.name < b.name ? -1 : 1));
}

export async function sumFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** As `sha256sum` writes them and `sha256sum -c` reads them. */
export function checksumsText(sums: readonly FileSum[]): string {
  return sums.map(({ sha256, name }) => `${sha256}  ${name}\n`).join('');
}

/** File name → hash. */
export function readChecksums(text: string): Map<string, string> {
  const lines = text.matchAll(/^([0-9a-f]{64}) [ *](.+)$/gm);
  return new Map([...lines].map((match) => [match[2]!, match[1]!]));
}

export const SUMS = 'SHA256SUMS';
