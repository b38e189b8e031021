/** Reads generated paragraphs of many wordings, and counts claims as they are in documents. */
import { readClaims } from '../../src/parse/claims/read-claims.js';
import { random } from '../generate/random.js';
import { toldParagraph } from '../generate/told-sentences.js';
import { type ClaimVerdict, judgeClaims } from './judge-claims.js';

export function judgeSentences(seed: number, paragraphs: number): ClaimVerdict {
  const rng = random(seed ^ OWN_STREAM);
  const verdicts = Array.from({ length: paragraphs }, (): ClaimVerdict => {
    const { text, claims, year } = toldParagraph(rng);
    const verdict = judgeClaims(readClaims([{ code: 'overview', heading: '', text }], year), claims);
    return { ...verdict, faults: verdict.faults.map((fault) => `${fault} in ${text}`) };
  });
  const sum = (part: 'exact' | 'wrong' | 'missing') =>
    verdicts.reduce((all, verdict) => all + verdict[part], 0);
  return {
    exact: sum('exact'),
    wrong: sum('wrong'),
    missing: sum('missing'),
    faults: verdicts.flatMap(({ faults }) => faults),
  };
}

const OWN_STREAM = 0x3c6ef3;
