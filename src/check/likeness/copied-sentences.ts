import type { Section } from '../../model/extraction.js';
import type { Evidence } from '../../model/finding.js';
import type { BareSentence } from './bare-text.js';

export interface Prose {
  readonly sections: readonly Section[];
  readonly sentences: readonly BareSentence[];
}

/** Sentences that both have, the longest first: of each the passage here and the passage there. */
export function copiedSentences(
  here: Prose,
  there: Prose,
  of: Pick<Evidence, 'year' | 'unitId'>,
): readonly Evidence[] {
  const known = new Map(there.sentences.map((sentence) => [sentence.bare, sentence]));
  return here.sentences
    .filter(({ bare }) => bare.length >= TELLING && known.has(bare))
    .sort((a, b) => b.bare.length - a.bare.length)
    .slice(0, SHOWN)
    .flatMap((sentence) => [
      passage(here.sections, sentence),
      { ...passage(there.sections, known.get(sentence.bare)!), ...of },
    ]);
}

function passage(sections: readonly Section[], { section, start, end }: BareSentence): Evidence {
  return { text: sections[section]!.text.slice(start, end).slice(0, LONGEST), section, start, end };
}

/** Chinese characters; shorter sentences are everybody's. */
const TELLING = 10;
const SHOWN = 5;
const LONGEST = 120;
