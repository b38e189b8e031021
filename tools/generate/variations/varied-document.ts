/** One document from a seed, a format and the names of variations: the same input gives the same bytes. */
import type { FormTemplate } from '../form-rows.js';
import { type Random, random } from '../random.js';
import { makeStatisticsTruth } from '../statistics-truth.js';
import { makeTruth, type TruthOptions, type TruthUnit } from '../truth.js';
import type { Draft, Expected, Format } from './draft.js';
import { makeDraft } from './make-draft.js';
import { printDocx } from './print-docx.js';
import { printHtml } from './print-html.js';
import { printText } from './print-text.js';
import type { Variation } from './variation.js';
import { VARIATIONS } from './variations.js';

export interface VariedDocument {
  readonly bytes: Uint8Array;
  readonly servedType: string | null;
  readonly expected: Expected;
  /** Form of table 二 and table 三, or of the statistics table. */
  readonly form: string;
  /** Names of the variations that could be applied to this report in this format. */
  readonly applied: readonly string[];
  readonly destroysInformation: boolean;
  readonly faulty: boolean;
}

export function makeVaried(seed: number, format: Format, variations: readonly Variation[]): VariedDocument {
  const ordered = [...variations].sort((a, b) => VARIATIONS.indexOf(a) - VARIATIONS.indexOf(b));
  const rng = random(seed);
  let options = drawOptions(rng, ordered);
  for (const variation of ordered) options = variation.options?.(options, rng) ?? options;
  const era = ordered.some((variation) => variation.era === 'statistics') ? 'statistics' : 'forms';
  const truth = era === 'statistics' ? makeStatisticsTruth(rng, options) : makeTruth(rng, options);
  const draft = makeDraft(truth, format, random(seed ^ INK));
  const applied = ordered.filter(
    (variation) => variation.applies(truth, format) && [era, 'any'].includes(variation.era),
  );
  for (const [place, variation] of applied.entries())
    variation.apply(draft, random(seed + 0x1000 * (place + 1)));
  return {
    bytes: PRINT[format](draft),
    servedType: format === 'html' ? draft.html.servedType : null,
    expected: draft.expected,
    form:
      truth.template ?? (truth.table2 === truth.table3 ? truth.table3 : `${truth.table2}+${truth.table3}`),
    applied: applied.map(({ name }) => name),
    destroysInformation: applied.some(({ destroysInformation }) => destroysInformation),
    faulty: applied.some(({ faulty }) => faulty),
  };
}

const PRINT: Readonly<Record<Format, (draft: Draft) => Uint8Array>> = {
  html: printHtml,
  docx: printDocx,
  text: printText,
};

/** The report before any variation, of the form that the first choosy variation needs. */
function drawOptions(rng: Random, variations: readonly Variation[]): TruthOptions {
  const drawn: FormTemplate = rng.chance(0.5) ? 't2021' : 't2019';
  const needed = variations.map(({ needs }) => needs);
  const table2 = needed.find((need) => need.table2)?.table2;
  const table3 = needed.find((need) => need.table3)?.table3;
  const form = table2 ?? table3 ?? drawn;
  const year = form === 't2019' ? rng.between(2019, 2020) : rng.between(2021, 2025);
  const unit = rng.pick(UNITS);
  return {
    unit,
    year,
    table2: table2 ?? form,
    table3: table3 ?? form,
    publishedOn: `${year + 1}-01-${rng.between(10, 29)}`,
    profile: rng.pick(['town', 'dense', 'full', 'full']),
    sentences: 1,
  };
}

const unit = (county: string, name: string, kind: TruthUnit['kind']): TruthUnit => ({ county, name, kind });
/** Made-up units, with the names that mislead: a town called 湖南镇, one of two characters, an ethnic township. */
const UNITS: readonly TruthUnit[] = [
  unit('北塬县', '青杉镇人民政府', 'town'),
  unit('北塬县', '湖南镇人民政府', 'town'),
  unit('南浒区', '映荷街道办事处', 'street'),
  unit('南浒区', '苇岸镇人民政府', 'town'),
  unit('东岭县', '石沟回族乡人民政府', 'town'),
  unit('西川旗', '查干苏木人民政府', 'town'),
];

const INK = 0x5eed;
