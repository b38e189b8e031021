import type { TemplateId } from '../model/extraction.js';
import type { Indicator } from '../model/form.js';

/** A series whose name or parts changed with the form. Forms that print the series' own indicator need no terms. */
export interface CrosswalkEntry {
  readonly series: string;
  readonly labelZh?: string;
  readonly terms: Readonly<Partial<Record<TemplateId, readonly string[]>>>;
  readonly grades: Readonly<Partial<Record<'t2014-t2019' | 't2019-t2021', Indicator['comparability']>>>;
}

/** Two figures of neighbouring forms that look alike and are not one series. */
export interface NotComparable {
  readonly from: TemplateId;
  readonly to: TemplateId;
  readonly fromIndicators: readonly string[];
  readonly toIndicators: readonly string[];
  readonly note: string;
}

function from2014(series: string, ...rows: string[]): CrosswalkEntry {
  return {
    series,
    terms: { t2014: rows.map((row) => `stats.${row}`) },
    grades: { 't2014-t2019': 'B' },
  };
}

function fromOldAndNewSuits(outcome: string, labelZh: string): CrosswalkEntry {
  const both = [`litigation.direct.${outcome}`, `litigation.after_review.${outcome}`];
  return {
    series: `litigation.${outcome}`,
    labelZh: `行政诉讼（两类合计） / ${labelZh}`,
    terms: { t2014: [`stats.litigation.${outcome}`], t2019: both, t2021: both },
    grades: { 't2014-t2019': 'B' },
  };
}

/** Grades A and B of spec §2.8 wherever a series isn't simply one indicator of both later forms (then: A). */
export const CROSSWALK: readonly CrosswalkEntry[] = [
  from2014('applications.new_received', 'applications.received'),
  from2014('results.total', 'replies.total'),
  // 条例第三十六条第（二）项: what is public already counts as 予以公开 since 2019.
  from2014('results.granted', 'replies.granted', 'replies.already_public'),
  from2014('results.partially_granted', 'replies.partially_granted'),
  from2014('results.denied.state_secret', 'replies.denied.state_secret'),
  from2014('results.denied.third_party_rights', 'replies.denied.trade_secret', 'replies.denied.privacy'),
  from2014('results.denied.security_stability', 'replies.denied.security_stability'),
  from2014('results.unable.not_held', 'replies.not_own_competence', 'replies.not_existing'),
  {
    series: 'results.other.total',
    labelZh: '三、本年度办理结果 / （六）其他处理（合计）',
    terms: {
      t2021: ['results.other.correction_overdue', 'results.other.fee_overdue', 'results.other.miscellaneous'],
    },
    grades: {},
  },
  ...['total', 'upheld', 'corrected', 'other'].map((outcome) =>
    from2014(`review.${outcome}`, `review.${outcome}`),
  ),
  fromOldAndNewSuits('total', '总计'),
  fromOldAndNewSuits('upheld', '结果维持'),
  fromOldAndNewSuits('corrected', '结果纠正'),
  fromOldAndNewSuits('other', '其他结果'),
  // 制作, then 制发.
  {
    series: 'proactive.rules.issued',
    terms: { t2019: ['proactive.rules.newly_made'] },
    grades: { 't2019-t2021': 'B' },
  },
  {
    series: 'proactive.normative.issued',
    terms: { t2014: ['stats.proactive.normative_issued'], t2019: ['proactive.normative.newly_made'] },
    grades: { 't2014-t2019': 'B', 't2019-t2021': 'B' },
  },
  from2014('proactive.normative.newly_disclosed', 'proactive.normative_disclosed'),
];

/** Grade C of spec §2.8: shown, so that nobody joins them by hand unawares; never one series. */
export const NOT_COMPARABLE: readonly NotComparable[] = [
  ...(['rules', 'normative'] as const).flatMap((row): NotComparable[] => [
    {
      from: 't2019',
      to: 't2021',
      fromIndicators: [`proactive.${row}.disclosed_total`],
      toIndicators: [`proactive.${row}.in_force`],
      note: '“对外公开总数量”与“现行有效件数”口径不同',
    },
    {
      from: 't2019',
      to: 't2021',
      fromIndicators: [`proactive.${row}.newly_disclosed`],
      toIndicators: [`proactive.${row}.repealed`],
      note: '“本年新公开数量”与“本年废止件数”不是同一事项',
    },
  ]),
  {
    from: 't2019',
    to: 't2021',
    fromIndicators: ['proactive.fees.items_prev_year', 'proactive.fees.items_change'],
    toIndicators: ['proactive.fees.amount'],
    note: '行政事业性收费由项目数改为金额',
  },
  {
    from: 't2014',
    to: 't2019',
    fromIndicators: ['stats.replies.denied.other_legal'],
    toIndicators: [
      'results.denied.law_prohibited',
      'results.denied.internal_affairs',
      'results.denied.process_information',
      'results.denied.enforcement_file',
    ],
    note: '各类拒绝理由自 2019 表式起才分行',
  },
  {
    from: 't2014',
    to: 't2019',
    fromIndicators: ['stats.replies.referred_elsewhere'],
    toIndicators: ['results.not_processed.petition_complaint', 'results.denied.administrative_inquiry'],
    note: '告知作出途径与不予处理、行政查询口径不同',
  },
];
