/** A number that a check turns on, and who set it: an office that scores by another changes it here. */
export interface Threshold {
  readonly value: number;
  readonly source: string;
}

const OURS = '本系统所定';

export const THRESHOLDS = {
  /** Blank cells above which a report is thought careless. */
  blankCells: { value: 10, source: '审核软件所用门槛' },
  /** Chinese characters. */
  overviewLeast: { value: 300, source: OURS },
  problemsLeast: { value: 80, source: OURS },
  problemsEmpty: { value: 10, source: '审核软件所用门槛' },
  /** Jaccard of character 5-grams. */
  copyLastYear: { value: 0.5, source: '宿迁市部门考核（与上年重复率超过50%扣分）' },
  copyLastYearGrave: { value: 0.8, source: OURS },
  copySibling: { value: 0.6, source: OURS },
  problemsCopied: { value: 0.7, source: OURS },
  /** Distinct 5-grams below which two texts are too short to compare. */
  comparableGrams: { value: 80, source: OURS },
  /** 万元. */
  townFees: { value: 1000, source: OURS },
  feesTimesMedian: { value: 1000, source: OURS },
  feesJumpFrom: { value: 5000, source: '元误作万元即 10000 倍，上下留余（本系统所定）' },
  feesJumpTo: { value: 20_000, source: '同上' },
  /** Siblings of which a comparison needs figures. */
  leastPeers: { value: 5, source: OURS },
  outlierTimes: { value: 10, source: OURS },
  outlierLeast: { value: 100, source: OURS },
  /** Non-zero cells that must all be alike: one or two may well be. */
  identicalCells: { value: 5, source: OURS },
  /** Years running without any figure. */
  zeroYears: { value: 3, source: OURS },
} as const satisfies Record<string, Threshold>;
