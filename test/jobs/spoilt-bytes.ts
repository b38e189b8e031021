import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Does the work while an original of the archive has a byte more than was served. */
export async function withSpoiltBytes(
  dataFolder: string,
  sha256: string,
  work: () => Promise<void>,
): Promise<void> {
  const folder = join(dataFolder, 'archive', 'sha256');
  const file = join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  const bytes = readFileSync(file);
  try {
    writeFileSync(file, `${bytes}!`, { flag: 'r+' });
    await work();
  } finally {
    writeFileSync(file, bytes);
  }
}
