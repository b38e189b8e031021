import type { Figure } from '../../src/model/extraction.js';
import { figureKey } from '../generate/figures.js';
import type { Applicant } from '../generate/form-rows.js';
import type { ReportTruth } from '../generate/truth.js';

/** A speed with wrong figures is worth nothing: throws at the first figure that isn't what the report prints. */
export function checkFigures(name: string, figures: readonly Figure[], truth: ReportTruth): void {
  if (figures.length !== truth.figures.size)
    throw new Error(`${name}: ${figures.length} figures, the report prints ${truth.figures.size}`);
  const seen = new Set<string>();
  for (const figure of figures) {
    const key = figureKey(figure.indicator, figure.applicant as Applicant | null);
    const expected = truth.figures.get(key);
    if (!expected || seen.has(key)) throw new Error(`${name}: ${key} is not printed, or read twice`);
    seen.add(key);
    for (const part of ['raw', 'value', 'unit', 'state'] as const)
      if (figure[part] !== expected[part])
        throw new Error(`${name}: ${key}: ${part} is ${figure[part]}, the report prints ${expected[part]}`);
  }
}
