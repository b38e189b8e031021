/** Generated documents: every variation alone in every format, then combinations of two to five. */
import { type Random, random } from '../generate/random.js';
import type { Format } from '../generate/variations/draft.js';
import type { Variation } from '../generate/variations/variation.js';
import { VARIATIONS } from '../generate/variations/variations.js';
import { makeVaried } from '../generate/variations/varied-document.js';
import type { LabelledDocument } from './labelled-document.js';

export interface GeneratedOptions {
  readonly documents: number;
  readonly seed: number;
  /** Only these, all in one document; null for all, alone and combined. */
  readonly variations: readonly Variation[] | null;
  readonly formats: readonly Format[];
}

/** Document n of a seed is the same however many are asked for; the first has the seed itself. */
export function* generatedDocuments(options: GeneratedOptions): Generator<LabelledDocument> {
  const { documents, seed, variations, formats } = options;
  const singles = formats.flatMap((format) => singlesOf(format).map((own) => ({ format, own })));
  for (let index = 0; index < documents; index++) {
    const own = seedOf(seed, index);
    if (variations) {
      yield label(own, formats[index % formats.length]!, variations);
      continue;
    }
    const rng = random(own ^ CHOICE);
    // Once through all alone, then one of two is a combination.
    const single = index < singles.length || rng.chance(0.5) ? singles[index % singles.length] : undefined;
    if (single) yield label(own, single.format, single.own);
    else {
      const format = rng.pick(formats);
      yield label(own, format, combination(rng, format));
    }
  }
}

function label(seed: number, format: Format, variations: readonly Variation[]): LabelledDocument {
  const { bytes, ...made } = makeVaried(seed, format, variations);
  const names = variations.map(({ name }) => name);
  return {
    ...made,
    name: `${format} ${made.applied.join('+') || '(none)'} seed ${seed}`,
    format,
    variations: made.applied,
    bytes: Buffer.from(bytes),
    reproduce: `--documents 1 --seed ${seed} --format ${format} --variation ${names.join('+') || 'none'}`,
  };
}

/** The form as it is, and each variation that can be seen in a format. */
function singlesOf(format: Format): (readonly Variation[])[] {
  return [[], ...VARIATIONS.filter((variation) => mayApply(variation, format)).map((one) => [one])];
}

/** For some report: what it needs of the form is drawn to fit. */
export function mayApply(variation: Variation, format: Format): boolean {
  return variation.formats.includes(format);
}

function combination(rng: Random, format: Format): Variation[] {
  const left = VARIATIONS.filter((variation) => mayApply(variation, format));
  const chosen: Variation[] = [];
  for (const next of rng.sample(left, 12)) {
    if (chosen.length === 0 || fits(next, chosen)) chosen.push(next);
    if (chosen.length === 5) break;
  }
  return chosen.slice(0, rng.between(2, 5));
}

/** One of a slot, and no two that need different forms. */
function fits(next: Variation, chosen: readonly Variation[]): boolean {
  return chosen.every(
    ({ slot, needs, era }) =>
      slot !== next.slot &&
      (era === next.era || era === 'any' || next.era === 'any') &&
      agree(needs.table2 ?? needs.table3, next.needs.table2 ?? next.needs.table3),
  );
}

const agree = (a: string | undefined, b: string | undefined): boolean => !a || !b || a === b;

/** Far apart for neighbouring numbers (Knuth's multiplicative hash). */
function seedOf(seed: number, index: number): number {
  return index === 0 ? seed : (Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index, 0x85ebca6b)) >>> 0;
}

const CHOICE = 0x51ed27;
