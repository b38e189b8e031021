import type { NarrativeClaim } from '../../model/claim.js';

/**
 * One subject counted twice in a sentence, otherwise: 市级收到3件，区级收到9件. Neither is certainly the report's own, so
 * both lose their subject.
 */
export function doubtRepeated(claims: readonly NarrativeClaim[], plain: string): NarrativeClaim[] {
  if (!claims.some(({ subject }) => subject !== null)) return [...claims];
  const rivals = new Map<string, NarrativeClaim[]>();
  let sentence = 0;
  let end = 0;
  for (const claim of claims) {
    if (/[。！？\n]/.test(plain.slice(end, claim.start))) sentence += 1;
    end = Math.max(end, claim.end);
    if (claim.subject === null) continue;
    const key = `${sentence} ${claim.subject} ${claim.period} ${claim.aboutYear}`;
    const held = rivals.get(key);
    if (held) held.push(claim);
    else rivals.set(key, [claim]);
  }
  const doubted = new Set([...rivals.values()].filter(differ).flat());
  return claims.map((claim) => (doubted.has(claim) ? { ...claim, subject: null } : claim));
}

function differ(claims: readonly NarrativeClaim[]): boolean {
  return claims.some(({ value, qualifier }) => value !== claims[0]!.value && qualifier !== 'range');
}
