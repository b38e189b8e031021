/** Compares figures with the truth: exact, silently wrong, flagged, inexact or missing. */
import type { Extraction, Figure } from '../../src/model/extraction.js';
import type { Finding } from '../../src/model/finding.js';
import type { ExpectedFigure } from '../generate/variations/draft.js';

export type FigureOutcome = 'exact' | 'inexact' | 'silent_wrong' | 'flagged' | 'missing';

export interface FigureVerdict {
  readonly key: string;
  readonly outcome: FigureOutcome;
  readonly expected: ExpectedFigure | null;
  readonly read: Figure | null;
  /** A finding names it: what is missing or withheld without one is unsaid. */
  readonly named: boolean;
}

export function judgeFigures(
  extraction: Extraction,
  expected: ReadonlyMap<string, ExpectedFigure>,
): FigureVerdict[] {
  const verdicts: FigureVerdict[] = [];
  const seen = new Set<string>();
  for (const read of extraction.figures) {
    const key = `${read.indicator}@${read.applicant ?? ''}`;
    const truth = expected.get(key) ?? null;
    // A second figure of one key can't be right: the truth has one.
    const outcome = seen.has(key) ? judge(read, null) : judge(read, truth);
    seen.add(key);
    if (outcome === null) continue;
    const named = outcome !== 'exact' && extraction.findings.some((finding) => names(finding, read));
    verdicts.push({
      key,
      outcome: outcome === 'wrong' ? (named ? 'flagged' : 'silent_wrong') : outcome,
      expected: truth,
      read,
      named,
    });
  }
  for (const [key, truth] of expected)
    if (!seen.has(key)) {
      const named = extraction.findings.some((finding) => namesFigure(finding, truth));
      verdicts.push({ key, outcome: 'missing', expected: truth, read: null, named });
    }
  return verdicts;
}

type Judgement = 'exact' | 'inexact' | 'flagged' | 'wrong' | null;

/** Null for a figure that is neither printed nor read as anything. */
function judge(read: Figure, truth: ExpectedFigure | null): Judgement {
  if (truth === null) return read.value === null && read.state !== 'text' ? null : 'wrong';
  if (read.state === truth.state && read.state === 'withheld') return 'exact';
  if (read.state === 'withheld') return 'flagged';
  if (read.value !== truth.value || kindOf(read.state) !== kindOf(truth.state)) return 'wrong';
  const unitDiffers = truth.value !== null && truth.unit !== undefined && read.unit !== truth.unit;
  // 3 元 for 3 万元 is another amount.
  if (unitDiffers && read.unit !== null) return 'wrong';
  const same = read.state === truth.state && trimmed(read.raw) === trimmed(truth.raw) && !unitDiffers;
  return same ? 'exact' : 'inexact';
}

/** Number, blank, or something printed that is no number. */
function kindOf(state: Figure['state']): 'number' | 'blank' | 'other' {
  if (state === 'number' || state === 'annotated') return 'number';
  return state === 'blank' ? 'blank' : 'other';
}

function names(finding: Finding, figure: Figure): boolean {
  if (finding.indicator !== undefined) return namesFigure(finding, figure);
  if (finding.table !== figure.table) return false;
  const { row, column } = finding;
  if (row === undefined && column === undefined) return finding.severity !== 'info';
  if (row !== undefined && column !== undefined) return row === figure.row && column === figure.column;
  return row === figure.row || column === figure.column;
}

function namesFigure(
  finding: Finding,
  figure: { readonly indicator: string; readonly applicant: string | null },
): boolean {
  if (finding.indicator !== figure.indicator) return false;
  return finding.applicant === undefined || finding.applicant === figure.applicant;
}

/** As the contract stores `raw`: outer white space removed, zero-width signs too. */
export function trimmed(raw: string): string {
  return raw.replace(OUTER, '');
}

const OUTER = /^[\s\u00a0\u3000\u200b-\u200f\u2060\ufeff]+|[\s\u00a0\u3000\u200b-\u200f\u2060\ufeff]+$/g;
