import { CHECK_BY_ID } from '../../catalogue/checks.js';
import { TEXT_COMPARISONS, type TextComparison } from '../../catalogue/text-checks.js';
import type { NarrativeClaim } from '../../model/claim.js';
import type { Finding, Outcome } from '../../model/finding.js';
import { placeOf } from '../describe-verdict.js';
import { cellEvidence, textEvidence } from './evidence.js';
import { nameOfRow, sayWords } from './say.js';
import { type Sum, sumOf } from './table-value.js';
import type { TextJudgement, ToldReport } from './text-judgement.js';

/** Every claim of a subject that the tables print, beside what they print. */
export function compareClaims(report: ToldReport): TextJudgement[] {
  return TEXT_COMPARISONS.flatMap((comparison) => compare(comparison, report));
}

function compare(comparison: TextComparison, report: ToldReport): TextJudgement[] {
  const claims = report.claims.filter((claim) => isMeant(claim, comparison));
  if (claims.length === 0) return [];
  const sums = comparison.sums.flatMap((indicators) => sumOf(report.index, indicators) ?? []);
  if (sums.length === 0 || sums.some(({ state }) => state === 'unreadable')) {
    return [{ check: comparison.check, outcome: 'not_assessable' }];
  }
  const agreed = claims.some((claim) => agrees(claim, sums));
  return distinct(claims).map((claim) => {
    const outcome = judge(claim, { sums, agreed, report });
    if (outcome === 'pass' || outcome === 'not_assessable') return { check: comparison.check, outcome };
    return {
      check: comparison.check,
      outcome,
      finding: describe(comparison, claim, { outcome, sums, report }),
    };
  });
}

/** 未收到申请 is txt-none's. */
function isMeant({ subject, kind }: NarrativeClaim, comparison: TextComparison): boolean {
  return subject === comparison.subject && !(kind === 'none' && comparison.check === 'txt-received');
}

function agrees({ value, qualifier }: NarrativeClaim, sums: readonly Sum[]): boolean {
  return sums.some((sum) => AGREEMENTS[qualifier ?? 'exact'](value, sum.value));
}

function judge(
  claim: NarrativeClaim,
  {
    sums,
    agreed,
    report,
  }: { readonly sums: readonly Sum[]; readonly agreed: boolean; readonly report: ToldReport },
): Outcome {
  if (agrees(claim, sums)) return 'pass';
  // A blank row may hide what is missing.
  if (sums.some((sum) => sum.state === 'blank' && claim.value > sum.value)) return 'not_assessable';
  if (sums.every((sum) => sum.state === 'blank' && sum.value === 0)) return 'not_assessable';
  // A number that isn't exact accuses nobody, nor does one of several of which another agrees.
  if (claim.qualifier !== null || agreed) return 'uncertain';
  // 受理 may leave out what was abandoned.
  if (claim.value < sums[0]!.value && /受理/.test(sayWords(claim, report.sections))) return 'uncertain';
  return 'fail';
}

function describe(
  { check, labelZh }: TextComparison,
  claim: NarrativeClaim,
  {
    outcome,
    sums,
    report,
  }: { readonly outcome: Outcome; readonly sums: readonly Sum[]; readonly report: ToldReport },
): Finding {
  const [sum] = sums;
  const figures = sums.flatMap(({ rows }) => rows.flatMap((row) => row.figures));
  const printed = sum!.rows.filter(({ value }) => value);
  const terms =
    printed.length > 1 ? `${printed.map(({ value }) => value).join(' + ')} = ${sum!.value}` : `${sum!.value}`;
  const alike =
    sum!.rows.length > 1 ? sum!.rows.find(({ value }) => value === claim.value && value) : undefined;
  const hint = alike ? `；与其中“${nameOfRow(alike.indicator)}”一行相同` : '';
  const doubt = outcome === 'uncertain' ? '，供核对' : '';
  const difference = Math.abs(claim.value - sum!.value);
  return {
    check,
    severity: outcome === 'uncertain' ? 'info' : CHECK_BY_ID.get(check)!.severity,
    message: `正文“${sayWords(claim, report.sections)}”与表内${labelZh}不符：正文 ${claim.value}，表内 ${terms}，相差 ${difference}${hint}${doubt}`,
    outcome,
    ...(figures[0] ? placeOf(figures[0]) : {}),
    evidence: [textEvidence(claim, report.sections), ...figures.map(cellEvidence)],
  };
}

/** The same number said twice is one finding. */
function distinct(claims: readonly NarrativeClaim[]): readonly NarrativeClaim[] {
  return [...new Map(claims.map((claim) => [`${claim.value} ${claim.qualifier}`, claim])).values()];
}

const AGREEMENTS: Readonly<
  Record<NonNullable<NarrativeClaim['qualifier']> | 'exact', (told: number, printed: number) => boolean>
> = {
  exact: (told, printed) => told === printed,
  over: (told, printed) => printed >= told,
  under: (told, printed) => printed <= told,
  about: (told, printed) => Math.abs(told - printed) * 10 <= told,
  range: () => true,
};
