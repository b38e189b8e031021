import type { NarrativeClaim } from '../../model/claim.js';
import type { Figure, Section } from '../../model/extraction.js';
import type { Evidence } from '../../model/finding.js';

/** The words of a claim, from its clause's beginning on. */
export function textEvidence(claim: NarrativeClaim, sections: readonly Section[]): Evidence {
  const { text } = sections[claim.section]!;
  const ahead = text.slice(Math.max(0, claim.start - LONGEST), claim.start);
  const clause = /[^，,。；;！？\n（()）]*$/.exec(ahead)![0].trimStart();
  const start = claim.start - clause.length;
  return { text: text.slice(start, claim.end), section: claim.section, start, end: claim.end };
}

export function cellEvidence({ indicator, applicant, raw, value, table, row, column }: Figure): Evidence {
  return { indicator, applicant, raw, value, table, row, column };
}

const LONGEST = 40;
