import type { BareSentence } from './bare-text.js';

/** Hashes of the 5-grams of a text, each once, ascending. */
export type Grams = Uint32Array;

export function gramsOf(sentences: readonly BareSentence[]): Grams {
  const text = sentences.map(({ bare }) => bare).join('');
  const hashes = new Uint32Array(Math.max(0, text.length - SIZE + 1));
  for (let place = 0; place < hashes.length; place++) hashes[place] = hashAt(text, place);
  hashes.sort();
  let kept = 0;
  for (let place = 0; place < hashes.length; place++) {
    if (place === 0 || hashes[place] !== hashes[place - 1]) hashes[kept++] = hashes[place]!;
  }
  return hashes.slice(0, kept);
}

/** Jaccard: what both have of what either has, from 0 to 1. */
export function similarity(a: Grams, b: Grams): number {
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i]!, b[j]!];
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  const all = a.length + b.length - shared;
  return all === 0 ? 0 : shared / all;
}

/**
 * Half a kilobyte that tells about how like two texts are, so that all siblings can be held against each other: the
 * least hash in each of 128 bins (one-permutation MinHash; Li, Owen and Zhang 2012). Standard error some 0.04.
 */
export function sketchOf(grams: Grams): Uint32Array {
  const sketch = new Uint32Array(BINS).fill(EMPTY);
  for (const hash of grams) {
    const bin = hash >>> BIN_SHIFT;
    if (hash < sketch[bin]!) sketch[bin] = hash;
  }
  return sketch;
}

export function estimate(a: Uint32Array, b: Uint32Array): number {
  let [same, filled] = [0, 0];
  for (let bin = 0; bin < BINS; bin++) {
    if (a[bin] === EMPTY && b[bin] === EMPTY) continue;
    filled++;
    if (a[bin] === b[bin]) same++;
  }
  return filled === 0 ? 0 : same / filled;
}

/** FNV-1a over the signs, then murmur3's finisher, so that every bit depends on all. */
function hashAt(text: string, place: number): number {
  let hash = 0x811c9dc5;
  for (let offset = 0; offset < SIZE; offset++) {
    hash = Math.imul(hash ^ text.charCodeAt(place + offset), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const SIZE = 5;
const BINS = 128;
/** The bin is the hash's first seven bits. */
const BIN_SHIFT = 25;
const EMPTY = 0xffffffff;
