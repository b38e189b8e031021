import type { NarrativeSubject, NonePhrase } from './narrative-subjects.js';
import { OTHER_MATTERS, PART_WORDS } from './narrative-words.js';

const ABOUT_APPLICATIONS = '申请';
const DISCLOSURE = '信息公开|依申请|公开申请';

/** 依申请公开: what came in, what became of it. Also the counts that reports of 2008 to 2013 give in words alone. */
export const APPLICATION_SUBJECTS: readonly NarrativeSubject[] = [
  {
    no: 1,
    code: 'narrative.applications.received',
    labelZh: '收到申请',
    counts: 'cases',
    words: ['申请', '依申请公开'],
    phrases: [
      {
        before: '(?:收到|接到|接收|受理|新收|收悉)(?:了|到)?{F}{A}{N}$',
        clauseWithout: PART_WORDS,
        near: DISCLOSURE,
        sections: ['applications'],
      },
      {
        before: '(?:收到|接到|接收|受理|新收)(?:了|到)?{N}$',
        after: '^{F}(?:申请|依申请公开)(?!人|行政|复议)',
        clauseWithout: PART_WORDS,
        near: DISCLOSURE,
        sections: ['applications'],
      },
      {
        before: '(?:政府信息公开|信息公开|依申请公开)(?:的)?申请(?:总数量|总数|总量|件数|数量|数){N}$',
        clauseWithout: `${PART_WORDS}|同意|否决|结转`,
      },
    ],
  },
  {
    no: 2,
    code: 'narrative.applications.processed',
    labelZh: '办结、答复申请',
    counts: 'cases',
    words: ['答复', '办结', '办复', '办理完', '处理完'],
    phrases: [
      {
        before: '(?:答复|办结|办复|办理完毕|处理完毕|办理完成)(?:了)?{F}{A}{N}$',
        clauseWithout: '其中|延期|未|不予|同意|部分|复议|诉讼|逾期|超期|补正|结转|网络|信函|当面|分别',
      },
      {
        before: '(?:答复|办结|办复)(?:了)?{N}$',
        after: '^{F}(?:申请|依申请公开)(?!人|行政|复议)',
        clauseWithout: '其中|延期|未|不予|同意|部分|复议|诉讼|逾期|超期|补正|结转|网络|信函|当面|分别',
      },
      {
        before: '(?:答复|办结|办复)(?:了)?{N}$',
        clauseWithout: `其中|延期|未|不予|同意|部分|复议|诉讼|逾期|超期|补正|结转|当面|口头|电话|书面|网上|网络|信函|分别|${OTHER_MATTERS}`,
        near: DISCLOSURE,
        sentenceWithout: `${OTHER_MATTERS}|延期`,
      },
    ],
  },
  {
    no: 3,
    code: 'narrative.applications.carried_in',
    labelZh: '上年结转申请',
    counts: 'cases',
    words: ['结转', '遗留', '转入'],
    phrases: [
      {
        before:
          '(?:上年度?|上一年度?|去年|(?<last>20\\d\\d)年度?)(?:结转|遗留|转入)(?:到|至)?(?:本年度?|今年)?(?:继续)?(?:办理|处理|答复|来)?{F}(?:{A})?{N}$',
        near: ABOUT_APPLICATIONS,
        inPart: '',
      },
      {
        before: '',
        after: '^(?:申请)?(?:为|是|系)(?:上年度?|上一年度?)结转',
        near: ABOUT_APPLICATIONS,
        inPart: '',
      },
    ],
  },
  {
    no: 4,
    code: 'narrative.applications.carried_out',
    labelZh: '结转下年度申请',
    counts: 'cases',
    words: ['结转', '转', '顺延', '延续'],
    phrases: [
      {
        before:
          '(?:结转|转入|转|顺延|延续)(?:至|到|入)?(?:下一?年度?|次年|翌年|(?<next>20\\d\\d)年度?)(?:继续)?(?:办理|答复|处理)?{F}(?:{A})?{N}$',
        near: ABOUT_APPLICATIONS,
        clauseWithout: '上年|上一年|去年',
        inPart: '',
      },
      {
        before: '',
        after:
          '^(?:的)?{F}(?:{A})?[^，。；,;、\\d]{0,12}(?:结转|转|顺延|延续)(?:至|到|入)?(?:下一?年|次年|翌年|(?<next>20\\d\\d)年)',
        near: ABOUT_APPLICATIONS,
        clauseWithout: '上年|上一年|去年',
        inPart: '',
      },
    ],
  },
  {
    no: 5,
    code: 'narrative.applications.disclosed',
    labelZh: '予以公开和部分公开（合计）',
    counts: 'cases',
    words: ['公开'],
    phrases: [
      {
        before:
          '(?:予以公开|同意公开|全部公开)(?:以及|及|和|与|、|或)(?:予以|同意)?部分公开(?:的)?(?:申请|答复)?{N}$',
        near: '申请|答复',
        clauseWithout: '不予|不同意|均|各|占',
        inPart: '',
      },
    ],
  },
  {
    no: 6,
    code: 'narrative.applications.granted',
    labelZh: '予以公开',
    counts: 'cases',
    words: ['公开'],
    phrases: [
      result('(?:予以公开|同意公开|全部公开|准予公开)', '部分|不予|不同意|主动|及|和|与|、|占|均|各'),
    ],
  },
  {
    no: 7,
    code: 'narrative.applications.partially_granted',
    labelZh: '部分公开',
    counts: 'cases',
    words: ['部分公开'],
    phrases: [
      result(
        '(?:予以|同意|作出|决定)?部分公开',
        '公开(?:的)?(?:以及|及|和|与|、|或)|不予公开|不同意|占|均|各',
      ),
    ],
  },
  {
    no: 8,
    code: 'narrative.applications.denied',
    labelZh: '不予公开',
    counts: 'cases',
    words: ['公开', '否决'],
    phrases: [
      result(
        '(?:决定)?(?:不予公开|不同意公开|拒绝公开|否决)',
        '因|属于|涉及|保护|危及|部分|及|和|与|、|占|均|各',
      ),
    ],
  },
  {
    no: 9,
    code: 'narrative.applications.unable',
    labelZh: '无法提供',
    counts: 'cases',
    words: ['无法提供'],
    phrases: [
      result('无法提供', '不掌握(?!等)|不存在(?!等)|没有现成|另行制作|补正|及|和|与|占|均|各|不予|部分'),
    ],
  },
  {
    no: 10,
    code: 'narrative.applications.not_processed',
    labelZh: '不予处理',
    counts: 'cases',
    words: ['不予处理'],
    phrases: [result('不予处理', '因|属于|信访|重复|反复|出版物|及|和|与|、|占|均|各')],
  },
  {
    no: 11,
    code: 'narrative.applications.other_handling',
    labelZh: '其他处理',
    counts: 'cases',
    words: ['其他处理'],
    phrases: [result('(?:作|作出)?其他处理', '因|属于|逾期|及|和|与|、|占|均|各')],
  },
  channel(12, 'in_person', '当面申请', '(?:当面|现场|窗口)'),
  channel(13, 'fax', '传真申请', '传真'),
  channel(14, 'online', '网络申请', '(?:网络|网上|互联网|在线|网站)(?:平台)?'),
  channel(15, 'email', '电子邮件申请', '(?:电子邮件|电子邮箱|E-?mail)'),
  channel(16, 'letter', '信函申请', '(?:信函|书信|邮寄|来函|信件)'),
];

function result(words: string, clauseWithout: string): NarrativeSubject['phrases'][number] {
  return {
    before: `${words}(?:的)?(?:申请|答复|信息)?{N}$`,
    near: '申请|答复',
    clauseWithout: `${clauseWithout}|主动公开|建议|提案`,
    inPart: '',
  };
}

/** 网络申请3件, 以信函方式提交申请2件. Two channels before one number are neither. */
function channel(no: number, code: string, labelZh: string, words: string): NarrativeSubject {
  return {
    no,
    code: `narrative.applications.by_channel.${code}`,
    labelZh,
    counts: 'cases',
    words: ['申请'],
    phrases: [
      {
        before: `(?:^|其中|收到|受理|通过|以|为|属|属于|：|:|，|,|、|（|\\()${words}(?:形式|方式|渠道|途径)?(?:提交|提出|收到|受理)?(?:的)?(?:政府信息公开|信息公开|依申请公开|公开)?申请(?:公开)?(?:的)?{N}$`,
        clauseWithout: '未|复议|诉讼|许可|咨询|答复|办结|均|各(?!类)',
        near: DISCLOSURE,
        sections: ['applications'],
        inPart: '',
      },
    ],
  };
}

const RECEIVED_NOTHING = '(?:有)?(?:收到|接到|受理|接收)(?:到)?(?:过|任何|一件)?';

export const APPLICATION_NONE: readonly NonePhrase[] = [
  {
    subjects: ['narrative.applications.received'],
    negation: '(?:未|没有|尚未|从未)',
    after: `^${RECEIVED_NOTHING}{F}(?:申请|依申请公开)(?:政府信息公开|公开)?(?:政府信息|信息)?(?:的)?(?:申请|件|事项|案件|情况|情形)?$`,
    near: DISCLOSURE,
    sections: ['applications'],
  },
  {
    subjects: ['narrative.applications.received'],
    negation: '无',
    after:
      '^(?:新增|新收)?(?:政府信息公开|信息公开|依申请公开)(?:政府信息)?(?:的)?(?:申请|申请件|件|申请事项|申请情况)$',
  },
  {
    subjects: ['narrative.applications.carried_in'],
    negation: '(?:无|没有)',
    after: '^(?:有)?(?:上年度?|上一年度?|去年)(?:结转|遗留)(?:办理|处理)?{F}(?:申请)?(?:件|事项|情况)?$',
    near: ABOUT_APPLICATIONS,
  },
  {
    subjects: ['narrative.applications.carried_out'],
    negation: '(?:无|没有)',
    after:
      '^(?:有|需)?(?:结转|转入|顺延)(?:至|到|入)?(?:下一?年度?|次年)(?:继续)?(?:办理|处理)?{F}(?:申请)?(?:件|事项|情况)?$',
    near: ABOUT_APPLICATIONS,
  },
];
