import type { Identity } from '../catalogue/identities.js';
import type { Finding, Outcome } from '../model/finding.js';
import { describeBroken, describeUncertain } from './describe-verdict.js';
import { type Instance, instancesOf } from './instances.js';
import { type FindFigure, judge, type Verdict, worstOutcome } from './judge.js';

export interface Judgement {
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
  readonly verdicts: readonly Verdict[];
}

/**
 * Judges every instance of an identity in the given form tables: a finding for each that doesn't hold, one for all that
 * are uncertain. `widen` may put several cells where an instance has one.
 */
export function judgeIdentity(
  identity: Identity,
  formTables: readonly string[],
  find: FindFigure,
  year?: number,
  widen: (instance: Instance) => Instance = (instance) => instance,
): Judgement {
  const instances = formTables.flatMap((table) => instancesOf(identity, table)).map(widen);
  const verdicts = instances.map((instance) => judge(instance, find));
  const findings = verdicts.flatMap((v) => (v.broken ? describeBroken(identity, v, v.broken, year) : []));
  const uncertain = verdicts.filter(({ outcome, broken }) => outcome === 'uncertain' && !broken);
  if (uncertain.length > 0) findings.push(describeUncertain(identity, uncertain, year));
  return { outcome: worstOutcome(verdicts.map(({ outcome }) => outcome)), findings, verdicts };
}
