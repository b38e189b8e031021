/** event 变更: what happened to units on a day, as the registry's keeper wrote it down (spec §5.3). */
export interface UnitEvent {
  readonly kind: UnitEventKind;
  /** `YYYY-MM-DD`. */
  readonly happenedOn: string;
  readonly fromUnits: readonly string[];
  readonly toUnits: readonly string[];
  readonly sourceUrl: string | null;
  readonly note: string | null;
}

/** status_change: 撤乡设镇, 撤镇设街道, 撤县设区. transfer: another parent. */
export const UNIT_EVENT_KINDS = [
  'rename',
  'status_change',
  'merge',
  'split',
  'dissolve',
  'transfer',
] as const;

export type UnitEventKind = (typeof UNIT_EVENT_KINDS)[number];
