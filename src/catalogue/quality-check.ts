import type { UnitKind } from '../model/unit.js';
import type { Check } from './checks.js';

/** A check of how a report is made and written, beside its sums: what it is asked of is data, its judge is in check/quality. */
export interface QualityCheck extends Check {
  /** report: by the document alone · unit_year: beside what is known of the unit, its other years and its siblings. */
  readonly scope: 'report' | 'unit_year';
  /** Reports of earlier years are not_assessable: the rule is of a later form. */
  readonly fromYear?: number;
  /** Of other kinds of unit it isn't asked at all. */
  readonly kinds?: readonly UnitKind[];
  /** A matter of the form: of report year 2019, its year of transition (国办公开办函〔2019〕60号), it is only noted. */
  readonly ofForm?: true;
}

type Extras = Pick<QualityCheck, 'fromYear' | 'kinds' | 'ofForm'>;
type Words = readonly [nameZh: string, basis: string, rule: string];

export function qualityCheck(
  scope: QualityCheck['scope'],
  id: string,
  severity: Check['severity'],
  [nameZh, basis, rule]: Words,
  extras: Extras = {},
): QualityCheck {
  return { id, nameZh, severity, basis, rule, scope, ...extras };
}
