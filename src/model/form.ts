/**
 * form       表式   one version of the national format; a set of form tables
 * form table 表     one statutory table: 二 (proactive), 三 (applications), 四 (review_litigation), or 统计表 (statistics)
 * indicator  指标   one printed row or cell label with a stable code
 * applicant  申请人 the column dimension of table 三
 * label path 标签路径 the labels above or beside a cell, outermost first
 */
import type { TemplateId } from './extraction.js';

export interface FormTable {
  /** `t2021.applications`: template and subject; `review_litigation` is the same in both forms. */
  readonly id: string;
  /** Null where the forms print the same table (表四). */
  readonly template: TemplateId | null;
  readonly subject: FormSubject;
  readonly rows: readonly FormRow[];
  readonly columns: readonly FormColumn[];
  /** Every cell of the form, row by row: the fixed order of stored values. */
  readonly cells: readonly FormCell[];
  /** Labels of the form that carry no figures (captions, corner notes, 信息内容), with the reason. */
  readonly ignored: readonly IgnoredLabel[];
  /** Groups are headings in rows above their rows, not labels to the left: 其他情形数 is told by the rows before it. */
  readonly headingsAbove?: boolean;
  /** Fewer of its rows than this in a whole document are another table that shares labels. */
  readonly leastRows?: number;
  /** A header with fewer of its columns than this is another table's: 合计 alone is no 表三. */
  readonly leastColumns?: number;
}

export type FormSubject = 'proactive' | 'applications' | 'review_litigation' | 'statistics';

export interface Label {
  /** As printed in the official form. */
  readonly text: string;
  /** Other wordings seen in real reports. */
  readonly aliases?: readonly string[];
  /** Shortest substrings that no other label of the axis contains (folded). */
  readonly distinctive?: readonly string[];
}

/** A label's place on an axis: outermost first, the last is the row's or the column's own. */
export type LabelPath = readonly Label[];

export interface FormRow {
  readonly key: string;
  /** Empty for a table without row labels (表四). */
  readonly path: LabelPath;
  /** Printed in the row itself (统计表); elsewhere the indicator's own. */
  readonly unit?: string;
}

export interface FormColumn {
  readonly key: string;
  readonly path: LabelPath;
  /** The column prints each row's unit, not a figure. */
  readonly holds?: 'unit';
}

export interface FormCell {
  /** Index into the form table's stored values. */
  readonly slot: number;
  readonly rowKey: string;
  readonly columnKey: string;
  readonly indicator: string;
  readonly applicant: string | null;
}

export interface IgnoredLabel {
  readonly label: string;
  readonly reason: string;
}

/** One indicator: defined once; SQL comments, codebook and messages follow from it. */
export interface Indicator {
  readonly code: string;
  readonly labelZh: string;
  /** 件, 项, 条, 人次, 万元; null where the form prints none (采购总金额). */
  readonly unit: string | null;
  readonly type: 'int' | 'signed_int' | 'decimal';
  readonly templates: readonly TemplateId[];
  /** A: same meaning over the forms · B: close, with a visible break · C: not one series (spec §2.8). */
  readonly comparability: 'A' | 'B' | 'C';
  /** Articles of the 条例 that the row counts. */
  readonly basis: string | null;
}
