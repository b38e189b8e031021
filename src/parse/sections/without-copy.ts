import type { Block } from '../../model/document.js';

/**
 * Pages carry the report twice, for the desk and for the telephone: a run of blocks that is printed again at once counts
 * once.
 */
export function withoutCopy(blocks: readonly Block[]): readonly Block[] {
  const later = new Map<string, number>();
  let tried = 0;
  for (let start = blocks.length - 1; start >= 0 && tried < MOST_TRIED; start--) {
    const block = blocks[start]!;
    if (block.kind !== 'paragraph' || block.text.length < TELLING) continue;
    const again = later.get(block.text);
    later.set(block.text, start);
    if (again === undefined || again - start < SHORTEST) continue;
    tried += 1;
    const { from, length } = copiedRun(blocks, start, again);
    const shift = again - start;
    if (length >= shift) return [...blocks.slice(0, from + shift), ...blocks.slice(from + 2 * shift)];
  }
  return blocks;
}

/** The run of blocks around `start` that is the same as the run around `again`. */
function copiedRun(
  blocks: readonly Block[],
  start: number,
  again: number,
): { readonly from: number; readonly length: number } {
  const shift = again - start;
  const same = (at: number): boolean =>
    at >= 0 && at + shift < blocks.length && textOf(blocks[at]!) === textOf(blocks[at + shift]!);
  let from = start;
  while (start - from < shift && same(from - 1)) from--;
  let to = start;
  while (to - from < shift && same(to)) to++;
  return { from, length: to - from };
}

function textOf(block: Block): string {
  if (block.kind === 'paragraph') return block.text;
  return block.rows.map((row) => row.map(({ text }) => text).join('|')).join('\n');
}

/** Blocks that a copied report has at least, signs of a text that isn't there twice by chance, and when to give up. */
const SHORTEST = 10;
const TELLING = 8;
const MOST_TRIED = 200;
