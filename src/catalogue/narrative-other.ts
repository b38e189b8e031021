import type { NarrativeSubject, NonePhrase } from './narrative-subjects.js';

const FEE = '(?:政府信息公开|信息公开|依申请公开)?(?:的)?信息处理费(?:用)?';

/** 信息处理费 (国办函〔2020〕109号): reported in section 六. */
export const FEE_SUBJECTS: readonly NarrativeSubject[] = [
  {
    no: 50,
    code: 'info_fee.notices',
    labelZh: '发出收费通知件数',
    counts: 'cases',
    words: ['通知', '告知'],
    phrases: [
      {
        before: `(?:发出|制发|下达|作出|送达|出具)(?:了)?(?:${FEE})?(?:的)?(?:收费|缴费)(?:告知|通知)(?:书|单)?{N}$`,
        clauseWithout: '其中|未',
      },
      {
        before: '(?:发出|制发|下达|作出|送达|出具)(?:了)?{N}$',
        after: `^(?:的)?(?:${FEE})?(?:收费|缴费)通知`,
        clauseWithout: '其中|未',
      },
    ],
  },
  {
    no: 51,
    code: 'info_fee.notices_amount',
    labelZh: '收费通知总金额',
    counts: 'money',
    words: ['额'],
    phrases: [
      {
        before:
          '^(?:[，,、])?(?:收费|通知|涉及|通知收费)?(?:总金额|合计金额|总额|金额)(?:共计|总计|合计|共|计|为){0,2}$',
        follows: 'info_fee.notices',
        clauseWithout: '实际|收取|收到|实收|其中',
      },
    ],
  },
  {
    no: 52,
    code: 'info_fee.collected',
    labelZh: '实际收取信息处理费总金额',
    counts: 'money',
    words: ['处理费', '实际收取', '实收'],
    phrases: [
      {
        before: `(?:收取|收缴|征收|收到|实收)(?:了)?${FEE}(?:的)?(?:总金额|总额|金额)?{N}$`,
        clauseWithout: '其中|未|应|通知|减免|免|退',
      },
      {
        before: `${FEE}(?:实际)?(?:收取|收入)?(?:的)?(?:总金额|总额|金额)?{N}$`,
        clauseWithout: '其中|未|应|通知|减免|免|退|标准|每',
      },
      {
        before: '^(?:[，,、])?(?:实际收取|实收)(?:的)?(?:总金额|总额|金额|费用)?{N}$',
        follows: 'info_fee.notices',
      },
    ],
  },
];

export const FEE_NONE: readonly NonePhrase[] = [
  {
    subjects: ['info_fee.collected'],
    negation: '(?:未|没有|无|从未)',
    after: `^(?:有|实际|发生|产生|向[^，。；]{1,10})?(?:收取|收缴|征收|收到|产生|发生)(?:过|任何)?${FEE}(?:的)?(?:情况|情形|费用|收费)?$`,
  },
  {
    subjects: ['info_fee.collected'],
    negation: '(?:未|没有|无)',
    after: '^(?:有|实际|向申请人)?收取(?:过)?(?:任何|相关)?费用(?:的)?(?:情况)?$',
    near: '信息处理费',
  },
  {
    subjects: ['info_fee.notices'],
    negation: '(?:未|没有|从未)',
    after: `^(?:发出|制发|下达|作出|送达|出具)(?:过|任何)?(?:${FEE})?(?:收费|缴费)通知(?:书|单)?$`,
  },
];

const NOT_HANDLED = '公开|公布|发布|主办|协办|会办|重点|其中|联合|未|比|较|分别|各(?!级)|满意';
const HANDLED = '(?:办理|承办|收到|办结|办复|答复|交办)(?:了|的)?{N}$';

export const PROPOSAL_SUBJECTS: readonly NarrativeSubject[] = [
  {
    no: 60,
    code: 'narrative.npc_proposals',
    labelZh: '人大代表建议、议案',
    counts: 'cases',
    words: ['人大'],
    phrases: [
      {
        before: '人大(?:代表)?(?:的)?(?:意见建议|建议意见|议案建议|建议案|建议|议案){N}$',
        clauseWithout: `政协|提案|${NOT_HANDLED}`,
      },
      {
        before: HANDLED,
        after: '^(?:的)?(?:[省市区县镇乡]级?)?人大(?:代表)?(?:建议|议案)(?![^，。；,;]{0,8}(?:政协|提案))',
        clauseWithout: `政协|提案|人大|${NOT_HANDLED}`,
      },
    ],
  },
  {
    no: 61,
    code: 'narrative.cppcc_proposals',
    labelZh: '政协委员提案',
    counts: 'cases',
    words: ['政协'],
    phrases: [
      {
        before: '政协(?:委员)?(?:的)?(?:提案建议|建议提案|提案){N}$',
        clauseWithout: `人大|议案|${NOT_HANDLED}`,
      },
      {
        before: HANDLED,
        after: '^(?:的)?(?:[省市区县镇乡]级?)?政协(?:委员)?(?:提案)(?![^，。；,;]{0,8}人大)',
        clauseWithout: `政协|提案|人大|${NOT_HANDLED}`,
      },
    ],
  },
];
