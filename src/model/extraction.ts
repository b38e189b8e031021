/**
 * report      报告   one unit's 政府信息公开工作年度报告 for one report year
 * report year 统计年度 the year that the figures are of; published in the year after
 * section     部分   one top-level part of a report
 * figure      数据   one cell of a recognised table
 * local cell  地方数据 a number of a table, row or column that no form has, kept as printed
 * template    格式   the national form: t2014, t2019 (国办公开办函〔2019〕60号), t2021 (〔2021〕30号)
 * extraction  提取   all that one parser version reads out of one document
 */
import type { NarrativeClaim } from './claim.js';
import type { MediaType } from './document.js';
import type { Finding, Outcome } from './finding.js';

export interface Extraction {
  readonly mediaType: MediaType;
  /** Form of table 三, else of table 二, else of the statistics table; null where none was recognised. */
  readonly template: TemplateId | null;
  readonly identity: ReportIdentity;
  readonly sections: readonly Section[];
  readonly figures: readonly Figure[];
  /** Numbers of tables that no form has; none where absent. */
  readonly localCells?: readonly LocalCell[];
  /** What the prose states in numbers, in reading order; never mixed with the figures. */
  readonly claims: readonly NarrativeClaim[];
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
  /** 落款: what stands under the report. */
  readonly signature?: Signature;
  readonly contact?: Contact;
  /** Every place that says any of this, those that were not followed too. */
  readonly evidence?: readonly IdentityEvidence[];
}

export interface Signature {
  readonly unit: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
}

/** 联系方式, as printed. */
export interface Contact {
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
}

/** One place of the document that says who, when or how to reach them. */
export interface IdentityEvidence {
  readonly field: IdentityField;
  /** What it says: days as `YYYY-MM-DD`, a period as two with `/` between, all else as printed. */
  readonly value: string;
  /** title 标题 · metadata 网页元数据 · signature 落款 · text 正文 · table 表格 · page 页面（正文之外） */
  readonly source: 'title' | 'metadata' | 'signature' | 'text' | 'table' | 'page';
  /** The metadatum's name or the printed label, if it has one. */
  readonly label: string | null;
  /** Index of the block in the document; null for metadata. */
  readonly block: number | null;
  /** The passage as printed, cut to a few dozen signs. */
  readonly text: string;
  /** The identity follows it. */
  readonly used: boolean;
}

export type IdentityField = 'title' | 'unit' | 'year' | 'published_on' | 'period' | keyof Contact;

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

/** A number that no form has a cell for, as printed: of a place's own table, or of a row or column that it added. */
export interface LocalCell {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  /** The row's words, joined by ` / `. */
  readonly label: string;
  /** The words over the column; null where none are printed. */
  readonly heading: string | null;
  readonly raw: string;
}

/**
 * number 数字 · annotated 带单位、符号或注释的数字 · blank 空白 · placeholder 占位符（/、-、无）·
 * text 文字 · withheld 暂不采用: printed, but its meaning or reading isn't certain.
 */
export type FigureState = 'number' | 'annotated' | 'blank' | 'placeholder' | 'text' | 'withheld';
