/** The command line of `npm run accuracy`. */
import { parseArgs } from 'node:util';
import type { Format } from '../generate/variations/draft.js';
import type { Variation } from '../generate/variations/variation.js';
import { VARIATIONS } from '../generate/variations/variations.js';

export interface Options {
  /** How many documents to generate; the labelled files come besides. */
  readonly documents: number;
  readonly seed: number;
  readonly variations: readonly Variation[] | null;
  readonly formats: readonly Format[];
  readonly json: boolean;
  readonly keep: string | null;
  /** Facts (unit, year, sections …) that are not exact count as failures too. */
  readonly facts: boolean;
  /** Failures printed in full. */
  readonly show: number;
  /** Every n-th document is read by the control reader too, to say how often the two differ and which was right. */
  readonly controlEvery: number;
}

export const USAGE = `npm run accuracy -- [--documents N] [--seed S] [--variation NAME[+NAME…]] [--format html|docx|text]
                    [--json] [--keep DIR] [--show N] [--facts] [--list] [--control-every N]
  --variation none renders the form as it is; --keep DIR writes every document that failed.
  --control-every N compares every N-th document with the control reading (5; 1 for all).
  --facts shows unit, year, date, form and section codes that are not exact, too.`;

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      documents: { type: 'string', default: String(DEFAULT_DOCUMENTS) },
      seed: { type: 'string', default: '1' },
      variation: { type: 'string' },
      format: { type: 'string' },
      facts: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      keep: { type: 'string' },
      show: { type: 'string', default: '20' },
      'control-every': { type: 'string', default: '5' },
    },
  });
  return {
    documents: whole(values.documents, 'documents'),
    seed: whole(values.seed, 'seed'),
    variations: values.variation === undefined ? null : values.variation.split('+').flatMap(find),
    formats: values.format === undefined ? FORMATS : [formatOf(values.format)],
    facts: values.facts,
    json: values.json,
    keep: values.keep ?? null,
    show: whole(values.show, 'show'),
    controlEvery: Math.max(1, whole(values['control-every'], 'control-every')),
  };
}

function find(name: string): Variation[] {
  if (name === 'none') return [];
  const found = VARIATIONS.find((variation) => variation.name === name);
  if (!found) throw new Error(`no variation ${name}; --list names them`);
  return [found];
}

function formatOf(text: string): Format {
  const found = FORMATS.find((format) => format === text);
  if (!found) throw new Error(`--format is one of ${FORMATS.join(', ')}, not ${text}`);
  return found;
}

function whole(text: string, name: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} is a whole number, not ${text}`);
  return Number(text);
}

const FORMATS: readonly Format[] = ['html', 'docx', 'text'];
/** Every variation alone in every format, and as many combinations. */
const DEFAULT_DOCUMENTS = 1200;
