/** Holds what was read of the prose against what it tells. */
import type { NarrativeClaim } from '../../src/model/claim.js';
import type { ToldClaim } from '../generate/told.js';

/** wrong: a subject that the text doesn't give to that number. missing: a number without its subject, or not read. */
export interface ClaimVerdict {
  readonly exact: number;
  readonly wrong: number;
  readonly missing: number;
  /** `subject value` of what is wrong or missing. */
  readonly faults: readonly string[];
}

/** Numbers without a subject count only where one is read into them; a page may print its text twice. */
export function judgeClaims(read: readonly NarrativeClaim[], told: readonly ToldClaim[]): ClaimVerdict {
  const expected = told.flatMap(({ subject, value, kind }) =>
    subject ? [`${subject} ${value} ${kind}`] : [],
  );
  const printed = new Set(expected);
  const left = [...expected];
  const wrong: string[] = [];
  for (const { subject, value, kind } of read) {
    if (subject === null) continue;
    const key = `${subject} ${value} ${kind}`;
    const place = left.indexOf(key);
    if (place >= 0) left.splice(place, 1);
    else if (!printed.has(key)) wrong.push(key);
  }
  return {
    exact: expected.length - left.length,
    wrong: wrong.length,
    missing: left.length,
    faults: [...wrong.map((fault) => `wrong ${fault}`), ...left.map((fault) => `missing ${fault}`)],
  };
}
