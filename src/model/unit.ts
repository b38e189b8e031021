/**
 * unit     发布单位 a body that publishes a report; its key is our own slug, names and codes are dated
 * kind     单位类型 spec §5.2
 * parent   上级单位 the unit that answers for it; dated
 */
export interface UnitRecord {
  /** Our slug: lower-case letters, digits and `-`, e.g. `anqiu-huiqu`. Never changes. */
  readonly unitId: string;
  readonly name: string;
  readonly kind: UnitKind;
  /** GB/T 2260 (6 digits) or 统计用区划代码 (9 or 12 digits); departments have none of their own. */
  readonly divisionCode: string | null;
  readonly parentId: string | null;
  /** `YYYY-MM-DD`; null is open. A unit that was renamed has several records. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export const UNIT_KINDS = [
  'government',
  'government_office',
  'town',
  'street',
  'department',
  'branch',
  'functional_zone',
  'vertical',
  'authorised_body',
  'public_utility',
] as const;

export type UnitKind = (typeof UNIT_KINDS)[number];
