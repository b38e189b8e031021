import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node } from 'yaml';

/**
 * Where in the text the value of a path stands: the offset of its key, or of the list item.
 * Where the path leads on into nothing (a missing key), the last part that is there.
 */
export function placeOf(document: Document.Parsed, path: readonly (string | number)[]): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const key of path) {
    const step = stepInto(isAlias(node) ? node.resolve(document) : node, key);
    if (step === null) break;
    offset = startOf(step.marker) ?? offset;
    node = step.value;
  }
  return offset;
}

function stepInto(node: unknown, key: string | number): { marker: unknown; value: unknown } | null {
  if (isSeq(node) && typeof key === 'number') {
    const item = node.items[key];
    return item === undefined ? null : { marker: item, value: item };
  }
  if (!isMap(node)) return null;
  const pair = node.items.find((entry) => isScalar(entry.key) && String(entry.key.value) === String(key));
  return pair === undefined ? null : { marker: pair.key, value: pair.value };
}

function startOf(node: unknown): number | null {
  return isNode(node) ? ((node as Node).range?.[0] ?? null) : null;
}
