import { THRESHOLDS } from '../../catalogue/quality-thresholds.js';
import type { Section } from '../../model/extraction.js';
import { bareSentences, namesOf } from '../likeness/bare-text.js';
import { copiedSentences, type Prose } from '../likeness/copied-sentences.js';
import { type Grams, gramsOf, similarity } from '../likeness/grams.js';
import { fail, type Judgement, NOT_ASSESSABLE, PASS } from '../quality/judgement.js';
import { type YearView, yearBefore } from './year-view.js';

export function judgeCopyOfLastYear(view: YearView): Judgement {
  const compared = withYearBefore(view, ['overview', 'problems']);
  if (!compared) return NOT_ASSESSABLE;
  const { likeness, evidence, year } = compared;
  if (likeness <= THRESHOLDS.copyLastYear.value) return { ...PASS, measured: likeness };
  const severity = likeness > THRESHOLDS.copyLastYearGrave.value ? 'error' : 'warning';
  const said = fail(`第一、五部分与${year}年度报告重复率 ${percent(likeness)}`, { severity, evidence });
  return { ...said, measured: likeness };
}

export function judgeProblemsCopied(view: YearView): Judgement {
  const compared = withYearBefore(view, ['problems']);
  if (!compared) return NOT_ASSESSABLE;
  const { likeness, evidence, year } = compared;
  if (likeness <= THRESHOLDS.problemsCopied.value) return PASS;
  return fail(`第五部分与${year}年度报告重复率 ${percent(likeness)}`, { evidence });
}

export function judgeCopyOfSibling({ report, unitName, neighbours }: YearView): Judgement {
  const { likeliest, siblings } = neighbours;
  if (!report.sections || !siblings.some(({ held }) => held)) return NOT_ASSESSABLE;
  const names = [...namesOf(unitName), ...neighbours.names];
  const own = written(report.sections, names);
  if (isTooShort(own.grams)) return NOT_ASSESSABLE;
  if (!likeliest) return PASS;
  const { similarity: measured } = likeliest;
  if (measured <= THRESHOLDS.copySibling.value) return { ...PASS, measured };
  const other = written(likeliest.sections, likeliest.names);
  const evidence = copiedSentences(own, other, { unitId: likeliest.unitId });
  const said = fail(`第一、五部分与${likeliest.unitName}同年度报告重复率 ${percent(measured)}`, { evidence });
  return { ...said, measured };
}

function withYearBefore(view: YearView, codes: readonly string[]) {
  const before = yearBefore(view)?.report;
  if (!view.report.sections || !before?.sections) return null;
  const names = [...namesOf(view.unitName), ...view.neighbours.names];
  const [own, last] = [written(view.report.sections, names, codes), written(before.sections, names, codes)];
  if (isTooShort(own.grams) || isTooShort(last.grams)) return null;
  const year = before.reportYear;
  return {
    year,
    likeness: similarity(own.grams, last.grams),
    evidence: copiedSentences(own, last, { year }),
  };
}

/** What a unit wrote itself, ready to be compared. */
export function written(
  sections: readonly Section[],
  names: readonly string[],
  codes?: readonly string[],
): Prose & { readonly grams: Grams } {
  const sentences = bareSentences(sections, names, codes);
  return { sections, sentences, grams: gramsOf(sentences) };
}

/** A few set sentences are alike everywhere. */
export function isTooShort(grams: Grams): boolean {
  return grams.length < THRESHOLDS.comparableGrams.value;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
