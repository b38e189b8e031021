/** Compares what was read with what a report really says: exact, flagged, or silently wrong. */
import type { Extraction, Figure } from '../../src/model/extraction.js';

export interface ExpectedFigure {
  readonly indicator: string;
  readonly applicant: string | null;
  readonly raw: string;
  readonly value: number | null;
  readonly state: string;
}

/** What can be compared of a figure, one line each, in the order of the forms. */
export function figureLines(figures: readonly ExpectedFigure[]): string[] {
  return figures
    .map(({ indicator, applicant, raw, value, state }) =>
      [keyOf({ indicator, applicant }), state, value, JSON.stringify(trimmed(raw))].join(' '),
    )
    .sort();
}

export function keyOf(figure: Pick<ExpectedFigure, 'indicator' | 'applicant'>): string {
  return `${figure.indicator}@${figure.applicant ?? ''}`;
}

/** Outer white space off, full-width and no-break included, as the contract has it. */
export function trimmed(raw: string): string {
  return raw.replace(/^[\s\u00a0\u3000]+|[\s\u00a0\u3000]+$/g, '');
}

export interface Verdict {
  readonly exact: readonly string[];
  /** Another value, state or text than the truth's, and not withheld: the defect that must not be. */
  readonly wrong: readonly string[];
  /** Withheld or absent, and a finding names it. */
  readonly flagged: readonly string[];
  /** Withheld or absent, and nothing says so. */
  readonly silent: readonly string[];
  /** Figures that the report doesn't have. */
  readonly invented: readonly string[];
}

/** Judges one extraction; `truth` holds every cell that the report prints. */
export function judge(extraction: Extraction, truth: readonly ExpectedFigure[]): Verdict {
  const read = new Map(extraction.figures.map((figure) => [keyOf(figure), figure]));
  const verdict = { exact: [], wrong: [], flagged: [], silent: [], invented: [] } as Record<
    keyof Verdict,
    string[]
  >;
  for (const expected of truth) {
    const key = keyOf(expected);
    const figure = read.get(key);
    read.delete(key);
    const where = figure && figure.state !== 'withheld' ? compare(figure, expected) : 'missing';
    if (where === 'exact') verdict.exact.push(key);
    else if (where === 'wrong') verdict.wrong.push(`${key}: ${shown(figure!)} for ${expected.raw}`);
    else (isNamed(extraction, expected, figure) ? verdict.flagged : verdict.silent).push(key);
  }
  verdict.invented.push(
    ...[...read].flatMap(([key, f]) => (f.state === 'withheld' ? [] : [`${key}: ${shown(f)}`])),
  );
  return verdict;
}

function compare(figure: Figure, expected: ExpectedFigure): 'exact' | 'wrong' {
  const same =
    figure.value === expected.value &&
    figure.state === expected.state &&
    figure.raw === trimmed(expected.raw);
  return same ? 'exact' : 'wrong';
}

/** By the figure itself, or by the row or column of the table that it was read from. */
function isNamed(extraction: Extraction, expected: ExpectedFigure, figure: Figure | undefined): boolean {
  return extraction.findings.some((finding) => {
    if (finding.indicator !== undefined)
      return (
        finding.indicator === expected.indicator &&
        (finding.applicant === undefined || finding.applicant === expected.applicant)
      );
    if (!figure || finding.table !== figure.table) return false;
    return finding.row === figure.row || (finding.row === undefined && finding.column === figure.column);
  });
}

const shown = (figure: Figure): string => `${figure.raw} (${figure.state}, ${figure.value})`;
