/**
 * report      报告   one unit's 政府信息公开工作年度报告 for one report year
 * report year 统计年度 the year that the figures are of; published in the year after
 * section     部分   one top-level part of a report
 * figure      数据   one cell of a recognised table
 * template    格式   the national form: t2014, t2019 (国办公开办函〔2019〕60号), t2021 (〔2021〕30号)
 * extraction  提取   all that one parser version reads out of one document
 */
import type { MediaType } from './document.js';
import type { Finding, Outcome } from './finding.js';

export interface Extraction {
  readonly mediaType: MediaType;
  /** Form of table 三, else of table 二; null where neither was recognised. */
  readonly template: TemplateId | null;
  readonly identity: ReportIdentity;
  readonly sections: readonly Section[];
  readonly figures: readonly Figure[];
  readonly findings: readonly Finding[];
  /** Check id → worst outcome of its instances in this report. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
  /** What a second reading said; absent where there was none. */
  readonly control?: ControlOutcome;
}

/**
 * control 对照 what the second reading makes of the first. agreed 一致 · differed 有出入: those figures are withheld ·
 * blind 有出入，但对照读法已知读不准: the first stands · failed 对照读法未能读取 · single_reader 这种文件只有一种读法 ·
 * none 未作对照
 */
export type ControlOutcome = 'agreed' | 'differed' | 'blind' | 'failed' | 'single_reader' | 'none';

export type TemplateId = 't2014' | 't2019' | 't2021';

/** Who published it and of when it is, as the document itself says. */
export interface ReportIdentity {
  /** The publishing unit as named, with its county where the signature gives one. */
  readonly unit: string | null;
  readonly year: number | null;
  readonly title: string | null;
  /** `YYYY-MM-DD`. */
  readonly publishedOn: string | null;
  /** 统计期限, `YYYY-MM-DD` each. */
  readonly period: { readonly from: string; readonly to: string } | null;
}

export interface Section {
  readonly code: SectionCode;
  /** As printed, empty for the preamble. */
  readonly heading: string;
  /** Paragraphs of the section joined by `\n`; tables are not in it. */
  readonly text: string;
}

export type SectionCode =
  | 'preamble'
  | 'overview'
  | 'proactive'
  | 'applications'
  | 'review_litigation'
  | 'problems'
  | 'other'
  | 'extra';

export interface Figure {
  /** Indicator code, as in the catalogue. */
  readonly indicator: string;
  /** Applicant code, null where the indicator has none. */
  readonly applicant: string | null;
  /** The form table that it belongs to, e.g. `t2021.applications`. */
  readonly formTable: string;
  /** The cell's text as printed, outer white space removed. */
  readonly raw: string;
  /** In `unit`; null unless state is `number` or `annotated`. */
  readonly value: number | null;
  readonly unit: string | null;
  readonly state: FigureState;
  /** The table's place in the document and the cell's in the dense grid, from 0. */
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/**
 * number 数字 · annotated 带单位、符号或注释的数字 · blank 空白 · placeholder 占位符（/、-、无）·
 * text 文字 · withheld 暂不采用: printed, but its meaning or reading isn't certain.
 */
export type FigureState = 'number' | 'annotated' | 'blank' | 'placeholder' | 'text' | 'withheld';
