import { NOT_COMPARABLE } from '../../catalogue/crosswalk.js';
import { FORM_TABLES } from '../../catalogue/forms.js';
import { SERIES } from '../../catalogue/series.js';
import type { TemplateId } from '../../model/extraction.js';
import type { Tables } from './tables.js';

export function seriesRows(): Tables['core.series'][] {
  return SERIES.map(({ code, labelZh, unit, byApplicant }, ordinal) => ({
    series: code,
    ordinal,
    label_zh: labelZh,
    unit,
    by_applicant: byApplicant,
  }));
}

/** By form table, as reports mix forms; 表四, which both later forms share, counts as the earlier. */
export function termRows(): Tables['core.series_term'][] {
  return SERIES.flatMap(({ code, terms }) =>
    FORM_TABLES.flatMap(({ id, template, cells }) => {
      const form: TemplateId = template ?? SHARED_FORM;
      const indicators = terms[form] ?? [];
      const held = new Set(cells.map((cell) => cell.indicator));
      return indicators
        .filter((indicator) => held.has(indicator))
        .map((indicator) => ({ form_table: id, indicator, series: code, form, terms: indicators.length }));
    }),
  );
}

/** Both ways: a unit may go back to an older form. */
export function gradeRows(): Tables['core.series_grade'][] {
  const graded = SERIES.flatMap(({ code, terms, grades }) =>
    grades.flatMap(({ from, to, grade }) => {
      const row = { series: code, grade, note: null };
      const [before, after] = [[...terms[from]!], [...terms[to]!]];
      return [
        { ...row, from_form: from, to_form: to, from_indicators: before, to_indicators: after },
        { ...row, from_form: to, to_form: from, from_indicators: after, to_indicators: before },
      ];
    }),
  );
  const never = NOT_COMPARABLE.map(({ from, to, fromIndicators, toIndicators, note }) => ({
    series: fromIndicators[0]!,
    from_form: from,
    to_form: to,
    grade: 'C' as const,
    from_indicators: [...fromIndicators],
    to_indicators: [...toIndicators],
    note,
  }));
  return [...graded, ...never];
}

const SHARED_FORM: TemplateId = 't2019';
