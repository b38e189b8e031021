import { createHash } from 'node:crypto';
import { checksumsText, type FileSum } from './checksums.js';

/** Names the data of a package: the hash of the checksums of its CSV files. */
export function snapshotOf(sums: readonly FileSum[]): string {
  const data = sums.filter(({ name }) => name.startsWith('data/csv/'));
  return createHash('sha256').update(checksumsText(data)).digest('hex');
}
