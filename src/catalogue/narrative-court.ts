import type { NarrativeSubject, NonePhrase, Phrase } from './narrative-subjects.js';

const DISCLOSURE = '信息公开|政务公开|依申请';
/** The body as judge, not as party, or what came of the cases. */
const NOT_THE_TOTAL =
  '维持|撤销|纠正|受理|审理|审结|办理|答复|作为|建议|不服|比|较|减少|增加|下降|上升|未|无|没有|经|后|其余|败诉|胜诉';

export const COURT_SUBJECTS: readonly NarrativeSubject[] = [
  court(20, 'review', '行政复议', {
    before: '(?:行政)?复议(?:案件|案|申请|事项)?{N}$',
    clauseWithout: `${NOT_THE_TOTAL}|诉讼|应诉`,
    near: DISCLOSURE,
    sections: ['review_litigation'],
    inPart: '(?:^|其中|[，、：,:])(?:行政)?复议(?:案件)?{N}$',
  }),
  ...outcomes(21, 'review', '行政复议'),
  court(30, 'litigation', '行政诉讼', {
    before: '(?:行政)?(?:诉讼|应诉)(?:案件|案|事项)?{N}$',
    clauseWithout: `${NOT_THE_TOTAL}|复议|直接`,
    near: DISCLOSURE,
    sections: ['review_litigation'],
    inPart: '(?:^|其中|[，、：,:])(?:行政)?(?:诉讼|应诉)(?:案件)?{N}$',
  }),
  ...outcomes(31, 'litigation', '行政诉讼'),
];

function court(no: number, group: 'review' | 'litigation', labelZh: string, total: Phrase): NarrativeSubject {
  const [own, other] = group === 'review' ? ['复议', '诉讼|应诉'] : ['(?:诉讼|应诉)', '复议'];
  const numberFirst: Phrase = {
    before: '(?:发生|收到|涉及|引发|引起|产生|被提起|被申请|共有)(?:了)?{N}$',
    after: `^(?:的)?(?:因)?(?:政府信息公开|信息公开|政务公开)?(?:类|相关|引起|引发|的){0,2}(?:行政)?${own}(?![^，。；,;]{0,10}(?:${other}))`,
    clauseWithout: `${NOT_THE_TOTAL}|复议|诉讼|应诉`,
    near: DISCLOSURE,
    sections: ['review_litigation'],
  };
  return {
    no,
    code: `narrative.${group}.total`,
    labelZh,
    counts: 'cases',
    words: ['复议', '诉讼', '应诉'],
    phrases: [total, numberFirst],
  };
}

/** 维持2件, of the cases that the sentence counted just before. */
function outcomes(no: number, group: string, labelZh: string): NarrativeSubject[] {
  const others = group === 'review' ? '诉讼|应诉' : '复议';
  const words = {
    upheld: ['结果维持', '(?:结果)?(?:予以|被|均)?维持(?:原?具体行政行为|原行政行为|原判|原决定)?'],
    corrected: ['结果纠正', '(?:结果)?(?:被)?(?:依法)?(?:纠正|纠错|撤销)(?:具体行政行为|原行政行为)?'],
    other: ['其他结果', '其[他它](?:结果|情形)'],
    pending: ['尚未审结', '(?:尚未审结|未审结|尚在审理|正在审理)'],
  };
  return Object.entries(words).map(([outcome, [outcomeZh, before]], place) => ({
    no: no + place,
    code: `narrative.${group}.${outcome}`,
    labelZh: `${labelZh}${outcomeZh}`,
    counts: 'cases',
    words: ['维持', '纠', '撤销', '其他', '其它', '审'],
    phrases: [
      {
        before: `${before}(?:的)?(?:案件)?{N}$`,
        follows: `narrative.${group}.`,
        clauseWithout: `${others}|及|和|与|或`,
        inPart: '',
      },
    ],
  }));
}

const NOT_NOTHING =
  '撤销|败诉|纠错|纠正|维持|违法|审结|超期|逾期|责令|胜诉|及时|规范|履行|改变|以外|外$|的风险|问题|答复|应对';

export const COURT_NONE: readonly NonePhrase[] = [
  {
    // Which of the two is read from the words themselves: narrative.review.total for 复议, …litigation.total for 诉讼.
    subjects: ['narrative.review.total', 'narrative.litigation.total'],
    negation: '(?:未|没有|尚未|从未|不存在|无)',
    after:
      '^(?:有|因|发生|出现|收到|接到|产生|涉及|引发|引起|被|受到|提起|针对|政府信息公开|信息公开|行政复议|行政诉讼|申请行政复议)[^，。；]{0,50}$|^(?:行政)?(?:复议|诉讼)[^，。；]{0,20}$',
    without: NOT_NOTHING,
    near: DISCLOSURE,
    sections: ['review_litigation'],
  },
];

/** One number that words give to both: 行政复议、行政诉讼均为0件. */
export const COURT_SHARED = {
  subjects: ['narrative.review.total', 'narrative.litigation.total'],
  before:
    '复议(?:案件|案)?(?:和|及|与|、|以及)(?:被提起|提起)?(?:行政)?诉讼(?:案件|案)?(?:数量|数)?(?:均|都)(?:为|是)?$',
  clauseWithout: NOT_THE_TOTAL,
};
