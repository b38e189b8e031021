import { BLANK_TOTAL } from '../catalogue/checks.js';
import type { Finding, Outcome } from '../model/finding.js';
import { placeOf, showEvidence, writeSide } from './describe-verdict.js';
import { total, type Verdict, worstOutcome } from './judge.js';

/**
 * A total left blank while its parts hold numbers. Never an error and never filled in: whole columns of totals are
 * blank in real reports (a 2019 report of a provincial office).
 */
export function judgeBlankTotals(verdicts: readonly Verdict[]): { outcome: Outcome; findings: Finding[] } {
  const judged = verdicts
    .filter(({ instance }) => instance.leftIsTotal)
    .map((verdict) => ({ verdict, outcome: judgeTotal(verdict) }));
  const failed = judged.filter(({ outcome }) => outcome === 'fail').map(({ verdict }) => verdict);
  const perCell = new Map(failed.toReversed().map((verdict) => [verdict.left[0]!.operand.key, verdict]));
  return {
    outcome: worstOutcome(judged.map(({ outcome }) => outcome)),
    findings: [...perCell.values()].toReversed().map(describe),
  };
}

function judgeTotal({ left, right }: Verdict): Outcome {
  const [cell] = left;
  const parts = new Set(right.map(({ reading }) => reading));
  if (cell!.reading === 'absent') return 'not_assessable';
  if (cell!.reading !== 'blank') return 'pass';
  if (parts.has('absent')) return 'not_assessable';
  if (parts.has('unreadable')) return 'uncertain';
  if (!parts.has('number')) return 'not_assessable';
  return total(right).digits === 0n ? 'pass' : 'fail';
}

function describe({ instance, left, right }: Verdict): Finding {
  const parts = right.filter(({ figure }) => figure?.value);
  return {
    check: BLANK_TOTAL.id,
    severity: BLANK_TOTAL.severity,
    message: `${instance.placeZh}总计空白，而各项有数：${writeSide(parts, total(parts))}`,
    outcome: 'fail',
    ...placeOf(left[0]!.figure!),
    evidence: showEvidence([...left, ...right]),
  };
}
