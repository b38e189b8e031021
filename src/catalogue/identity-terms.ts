import { APPLICANTS } from './applicants.js';
import { APPLICATIONS_2019, APPLICATIONS_2021 } from './form-applications.js';
import type { Comparison, Scope, Term } from './identities.js';

/** What the identities of several tables are written with. */

export const T3 = [APPLICATIONS_2019.id, APPLICATIONS_2021.id];

export const PARTS = APPLICANTS.map((a) => a.code).filter((code) => code !== 'total');
export const EACH_APPLICANT: Scope = { each: 'applicant', applicants: [...PARTS, 'total'] };
export const FORMS = '国办公开办函〔2019〕60号、〔2021〕30号';
export const NEW_FORM = '国办公开办函〔2021〕30号';
export const OLD_FORM = '国办公开办函〔2019〕60号';

export const term = (indicator: string, labelZh: string): Term => ({ indicator, labelZh });
export const before = (indicator: string, labelZh: string): Term => ({ indicator, labelZh, yearsBack: 1 });
export const CARRIED_IN = term('applications.carried_in', '上年结转');

/** One comparison of 表二 for each named row, written once. */
export function eachRow(
  names: Readonly<Record<string, string>>,
  write: (
    cell: (column: string, labelZh: string, of?: typeof term) => Term,
  ) => Pick<Comparison, 'left' | 'right'>,
  facts: Pick<Comparison, 'kind' | 'severity' | 'formTables'>,
): Comparison[] {
  return Object.entries(names).map(([row, nameZh]) => ({
    ...facts,
    scope: { each: 'once', nameZh },
    ...write((column, labelZh, of = term) => of(`proactive.${row}.${column}`, labelZh)),
  }));
}

export const DOCUMENTS = { rules: '规章', normative: '行政规范性文件' };
