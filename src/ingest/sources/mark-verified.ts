import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { decodeText } from '../decode-text.js';

/**
 * Writes into a sources file on which day each of the named entries worked, and `never` into those that have no day;
 * every other character stays. The file is replaced whole, so that a crash leaves the old one.
 */
export async function markVerified(path: string, ids: readonly string[], day: string): Promise<void> {
  const before = decodeText(await readFile(path));
  const entries = parseDocument(before).get('sources');
  if (!isSeq(entries)) return;
  const worked = new Set(ids);
  const edits = entries.items.flatMap((entry) => {
    if (!isMap(entry)) return []; // An alias: its entry is marked where it is written.
    if (worked.has(String(entry.get('id')))) return editOf(entry, day, before);
    return entry.has('verified') ? [] : editOf(entry, 'never', before);
  });
  const after = edits.reduceRight(
    (text, { from, to, put }) => text.slice(0, from) + put + text.slice(to),
    before,
  );
  if (after === before) return;
  const draft = `${path}.${randomUUID()}.tmp`;
  await writeFile(draft, after);
  await rename(draft, path);
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly put: string;
}

/** The value in place of the old one, else a line of its own after that of `url`. */
function editOf(entry: YAMLMap, value: string, text: string): Edit[] {
  const [from, to] = rangeOf(pairOf(entry, 'verified')?.value);
  if (from >= 0) return [{ from, to, put: value }];
  const url = pairOf(entry, 'url');
  const [, end] = rangeOf(url?.value);
  const [keyAt] = rangeOf(url?.key);
  if (end < 0 || keyAt < 0) return [];
  if (entry.flow) return [{ from: end, to: end, put: `, verified: ${value}` }];
  const lineEnd = text.indexOf('\n', end);
  const at = lineEnd < 0 ? text.length : lineEnd + 1;
  // As deep as the key `url` stands, be it the first of the entry or not.
  const indent = ' '.repeat(keyAt - (text.lastIndexOf('\n', keyAt) + 1));
  return [{ from: at, to: at, put: `${lineEnd < 0 ? '\n' : ''}${indent}verified: ${value}\n` }];
}

function pairOf(entry: YAMLMap, key: string): Pair | undefined {
  return entry.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

function rangeOf(node: unknown): readonly [from: number, to: number] {
  const range = isScalar(node) ? node.range : null;
  return range ? [range[0], range[1]] : [-1, -1];
}
