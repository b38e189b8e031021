/**
 * claim       叙述数据 one number that a report's prose states, with the words that it stands in
 * subject     叙述指标 what a claim counts, where the words leave no doubt
 * span        文字位置 where in a section's text: UTF-16 units from its start, the end not included
 */
export interface NarrativeClaim {
  /** Code of the catalogue of narrative subjects; null where what is counted isn't certain. */
  readonly subject: string | null;
  /** In `unit`: 1.2万条 is 12000 条. */
  readonly value: number;
  /** As printed: 件, 条, 元, 万元, %, …; null where words alone say it (未收到申请). */
  readonly unit: string | null;
  /** number 写明的数 · none 文字表明没有: 未收到, 未发生, 无. */
  readonly kind: 'number' | 'none';
  /** Null where the number is exact. */
  readonly qualifier: ClaimQualifier | null;
  readonly period: ClaimPeriod;
  /** The year it is of, where that is known. */
  readonly aboutYear: number | null;
  /** Place of its section in the extraction, from 0. */
  readonly section: number;
  /** Span of number and unit, or of the words, in the section's text. */
  readonly start: number;
  readonly end: number;
}

/** over 余、多、超过 · under 近、不足 · about 约、左右 · range 3至5件, a claim for either end. */
export type ClaimQualifier = 'over' | 'under' | 'about' | 'range';

/** report_year 统计年度 · other_year 其他年度（上年、2019年）· as_of 截至某日 · cumulative 历年累计. Only the first is the year's value. */
export type ClaimPeriod = 'report_year' | 'other_year' | 'as_of' | 'cumulative';
