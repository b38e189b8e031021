import { APPLICANTS } from '../../catalogue/applicants.js';
import type { BlindFeature } from '../../catalogue/blind-lists.js';
import { INDICATOR_BY_CODE } from '../../catalogue/indicators.js';
import type { Figure } from '../../model/extraction.js';
import type { Evidence, Finding } from '../../model/finding.js';

/** What main and control reading say of one cell of the form; null where a reading doesn't have it. */
export type Difference =
  | { readonly main: Figure; readonly control: Figure | null }
  | { readonly main: null; readonly control: Figure };

export interface Comparison {
  /** Keys of the figures on which both readings agree. */
  readonly agreed: ReadonlySet<string>;
  readonly differences: readonly Difference[];
}

/** Compares by indicator and applicant; value, state and text must be the same, white space aside. */
export function compareReadings(main: readonly Figure[], control: readonly Figure[]): Comparison {
  const agreed = new Set<string>();
  const differences: Difference[] = [];
  const rest = new Map(control.map((figure) => [figureKey(figure), figure]));
  for (const figure of main) {
    const other = rest.get(figureKey(figure)) ?? null;
    rest.delete(figureKey(figure));
    if (other && isSame(figure, other)) agreed.add(figureKey(figure));
    // What is withheld already has its finding, and nothing more to lose.
    else if (figure.state !== 'withheld') differences.push({ main: figure, control: other });
  }
  return {
    agreed,
    differences: [...differences, ...[...rest.values()].map((other) => ({ main: null, control: other }))],
  };
}

/** Withholds every figure on which the readings differ, the ones too that only the control reading has. */
export function withholdDifferences(
  figures: readonly Figure[],
  differences: readonly Difference[],
): { figures: readonly Figure[]; findings: readonly Finding[] } {
  const doubted = new Set(differences.flatMap(({ main }) => main ?? []));
  const kept = figures.map((figure) => (doubted.has(figure) ? withheld(figure) : figure));
  const added = differences.flatMap(({ main, control }) => (main ? [] : [withheld(control)]));
  return { figures: [...kept, ...added], findings: differences.map(describeDifference) };
}

/** One finding for all figures that the control reading can't confirm for a reason that is known. */
export function describeBlind(
  differences: readonly Difference[],
  features: readonly BlindFeature[],
): Finding {
  const reasons = features.map(({ labelZh, reasonZh }) => `${labelZh}（对照读法${reasonZh}）`).join('、');
  return {
    check: 'read/control-blind',
    severity: 'info',
    message: `文档含有对照读法读不准的内容：${reasons}；${differences.length} 个数据以主读法为准，未经对照`,
    evidence: differences.flatMap(showBoth),
  };
}

export function figureKey({ indicator, applicant }: Pick<Evidence, 'indicator' | 'applicant'>): string {
  return `${indicator}@${applicant ?? ''}`;
}

function describeDifference(difference: Difference): Finding {
  const { main, control } = difference;
  const { indicator, applicant, table, row, column } = main ?? control;
  return {
    check: 'read/readers-differ',
    severity: 'warning',
    message: `两种读法对“${nameOf(main ?? control)}”读得不同：主读法${say(main)}，对照读法${say(control)}，未采用`,
    ...{ indicator, applicant, table, row, column },
    evidence: showBoth(difference),
  };
}

function nameOf({ indicator, applicant }: Figure): string {
  const label = INDICATOR_BY_CODE.get(indicator)?.labelZh ?? indicator;
  const column = APPLICANTS.find(({ code }) => code === applicant)?.labelZh;
  return column === undefined ? label : `${label}（${column}）`;
}

function say(figure: Figure | null): string {
  if (!figure) return '没有读到';
  return figure.state === 'blank' ? '读作空白' : `读作“${figure.raw.replace(/\s+/g, ' ')}”`;
}

/** The main reading first. */
function showBoth({ main, control }: Difference): Evidence[] {
  return [main, control].flatMap((figure) => {
    if (!figure) return [];
    const { indicator, applicant, raw, value, table, row, column } = figure;
    return [{ indicator, applicant, raw, value, table, row, column }];
  });
}

function withheld(figure: Figure): Figure {
  return { ...figure, value: null, state: 'withheld' };
}

function isSame(a: Figure, b: Figure): boolean {
  return a.value === b.value && a.state === b.state && a.unit === b.unit && folded(a.raw) === folded(b.raw);
}

/** Without white space and characters of no width. */
function folded(raw: string): string {
  return raw.replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/g, '');
}
