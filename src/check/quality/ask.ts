import type { QualityCheck } from '../../catalogue/quality-check.js';
import type { Finding, Outcome, Severity } from '../../model/finding.js';
import type { UnitKind } from '../../model/unit.js';
import type { Judgement, Said } from './judgement.js';

export interface Answers {
  readonly findings: readonly Finding[];
  readonly outcomes: Readonly<Record<string, Outcome>>;
  /** By check. */
  readonly measured?: Readonly<Record<string, number>>;
}

/**
 * Asks each check that is a matter of this kind of unit; one of a later form than the year's is not_assessable, and of
 * a year that isn't known too.
 */
export function ask(
  checks: readonly QualityCheck[],
  { year, kind }: { readonly year: number | null; readonly kind?: UnitKind },
  judge: (check: QualityCheck) => Judgement,
): Answers {
  const findings: Finding[] = [];
  const outcomes: Record<string, Outcome> = {};
  const measured: Record<string, number> = {};
  for (const check of checks) {
    if (kind && check.kinds && !check.kinds.includes(kind)) continue;
    if (check.fromYear !== undefined && (year === null || year < check.fromYear)) {
      outcomes[check.id] = 'not_assessable';
      continue;
    }
    const judgement = judge(check);
    outcomes[check.id] = judgement.outcome;
    if (judgement.measured !== undefined) measured[check.id] = judgement.measured;
    for (const said of atMost(judgement.findings)) {
      findings.push({ ...said, check: check.id, severity: severityOf(check, said.severity, year) });
    }
  }
  return { findings, outcomes, measured };
}

/** A form full of the same slip is told once it is clear; the last finding says how many more there are. */
function atMost(all: readonly Said[]): readonly Said[] {
  if (all.length <= MOST_FINDINGS) return all;
  const shown = all.slice(0, MOST_FINDINGS);
  const last = shown.pop()!;
  return [
    ...shown,
    { ...last, message: `${last.message}（另有 ${all.length - MOST_FINDINGS} 处同类，未逐一列出）` },
  ];
}

/** 2019 was the year of transition: 国办公开办函〔2019〕60号 came in November. */
function severityOf(
  { severity, ofForm }: QualityCheck,
  said: Severity | undefined,
  year: number | null,
): Severity {
  return ofForm && year === TRANSITION ? 'info' : (said ?? severity);
}

const TRANSITION = 2019;
const MOST_FINDINGS = 20;
