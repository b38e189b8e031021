/**
 * finding    发现     something a person should know of a report, from a reader or from a check
 * severity   严重程度 blocker: no lawful report · error: must be corrected · warning: a person decides · info
 * outcome    判定     of a check: pass 通过, fail 不通过, uncertain 存疑, not_assessable 无法判定
 * evidence   证据     the cells or the text that a finding rests on
 */
export interface Finding {
  /** An id of catalogue/checks.ts, or `read/…`, `recognise/…`, `extract/…` for the reader's own. */
  readonly check: string;
  readonly severity: Severity;
  /** In Chinese: officers read it. */
  readonly message: string;
  /** Of a check. A reader's own finding has none. */
  readonly outcome?: Outcome;
  /** The figure that it is about, or… */
  readonly indicator?: string;
  readonly applicant?: string | null;
  /** …the table with a row, a column or a cell of it. */
  readonly table?: number;
  readonly row?: number;
  readonly column?: number;
  readonly evidence?: readonly Evidence[];
}

export type Severity = 'blocker' | 'error' | 'warning' | 'info';

export type Outcome = 'pass' | 'fail' | 'uncertain' | 'not_assessable';

/** One cell, as the check saw it, or a span of text. */
export interface Evidence {
  readonly indicator?: string;
  readonly applicant?: string | null;
  readonly raw?: string;
  readonly value?: number | null;
  readonly table?: number;
  readonly row?: number;
  readonly column?: number;
  readonly text?: string;
  /** Where the text stands: the section's place, and UTF-16 units of its text from `start` to `end` (not included). */
  readonly section?: number;
  readonly start?: number;
  readonly end?: number;
  /** The report year of the cell, where it is not that of the report itself (carry-over). */
  readonly year?: number;
  /** The unit whose report it is in, where it is not the unit itself (雷同). */
  readonly unitId?: string;
}
