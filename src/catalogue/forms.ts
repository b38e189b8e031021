import type { FormTable } from '../model/form.js';
import { APPLICATIONS_2019, APPLICATIONS_2021 } from './form-applications.js';
import { PROACTIVE_2019, PROACTIVE_2021 } from './form-proactive.js';
import { REVIEW_LITIGATION } from './form-review-litigation.js';
import { STATISTICS_2014 } from './form-statistics.js';

/** Every form table that is recognised. A new form is a file and a line here. */
export const FORM_TABLES: readonly FormTable[] = [
  PROACTIVE_2019,
  PROACTIVE_2021,
  APPLICATIONS_2019,
  APPLICATIONS_2021,
  REVIEW_LITIGATION,
  STATISTICS_2014,
];

export const FORM_TABLE_BY_ID: ReadonlyMap<string, FormTable> = new Map(FORM_TABLES.map((t) => [t.id, t]));
