import { STATISTICS_2014 } from './form-statistics.js';
import type { Comparison, Identity } from './identities.js';
import { term } from './identity-terms.js';

const TABLE = [STATISTICS_2014.id];
const FORM = '国办发〔2014〕32号统计表';

type Part = readonly [row: string, labelZh: string];

const cell = ([row, labelZh]: Part) => term(`stats.${row}`, labelZh);

/** A total and its parts, each printed in a row of its own. */
const sum = (nameZh: string, total: Part, parts: readonly Part[]): Comparison => ({
  kind: 'equal',
  severity: 'error',
  formTables: TABLE,
  scope: { each: 'once', nameZh },
  left: [cell(total)],
  leftIsTotal: true,
  right: parts.map(cell),
});

/** Cases that are still open stand in the total and in no row: only more parts than the total are an error. */
const courtSums = (nameZh: string, court: string): Comparison[] => {
  const total = cell([`${court}.total`, '数量']);
  const parts = [
    cell([`${court}.upheld`, '维持']),
    cell([`${court}.corrected`, '被依法纠错']),
    cell([`${court}.other`, '其他情形']),
  ];
  const facts = { kind: 'at-most', formTables: TABLE, scope: { each: 'once', nameZh } } as const;
  return [
    { ...facts, severity: 'warning', left: [total], leftIsTotal: true, right: parts },
    { ...facts, severity: 'error', left: parts, right: [total] },
  ];
};

const RECEIVED: Part = ['applications.received', '收到申请'];
const DENIED: Part = ['replies.denied.total', '不同意公开'];

/** Identities within the statistics table of 2014–2018 (spec §3). */
export const STATISTICS_IDENTITIES: readonly Identity[] = [
  {
    id: 's14-apply-sum',
    nameZh: '统计表申请渠道合计',
    basis: `定义（${FORM}）`,
    rule: '统计表收到申请数，等于当面、传真、网络、信函申请数之和。',
    brokenZh: '与各渠道之和不符',
    equations: [
      sum('收到申请数', RECEIVED, [
        ['applications.in_person', '当面'],
        ['applications.fax', '传真'],
        ['applications.online', '网络'],
        ['applications.letter', '信函'],
      ]),
    ],
  },
  {
    id: 's14-closed-sum',
    nameZh: '统计表办结合计',
    basis: `定义（${FORM}）`,
    rule: '统计表申请办结数，等于按时办结数与延期办结数之和。',
    brokenZh: '与按时、延期之和不符',
    equations: [
      sum(
        '申请办结数',
        ['closed.total', '申请办结'],
        [
          ['closed.on_time', '按时'],
          ['closed.extended', '延期'],
        ],
      ),
    ],
  },
  {
    id: 's14-replies-sum',
    nameZh: '统计表答复合计',
    basis: `定义（${FORM}）`,
    rule: '统计表申请答复数，等于其下八项之和；不同意公开答复数，等于其下六项之和。',
    brokenZh: '与各项之和不符',
    equations: [
      sum(
        '申请答复数',
        ['replies.total', '申请答复'],
        [
          ['replies.already_public', '已主动公开'],
          ['replies.granted', '同意公开'],
          ['replies.partially_granted', '同意部分公开'],
          DENIED,
          ['replies.not_own_competence', '不属于本机关'],
          ['replies.not_existing', '信息不存在'],
          ['replies.correction_requested', '更改补充'],
          ['replies.referred_elsewhere', '其他途径'],
        ],
      ),
      sum('不同意公开答复数', DENIED, [
        ['replies.denied.state_secret', '国家秘密'],
        ['replies.denied.trade_secret', '商业秘密'],
        ['replies.denied.privacy', '个人隐私'],
        ['replies.denied.security_stability', '三安全一稳定'],
        ['replies.denied.not_government_information', '不是政府信息'],
        ['replies.denied.other_legal', '其他情形'],
      ]),
    ],
  },
  {
    id: 's14-court-sum',
    nameZh: '统计表复议诉讼合计',
    basis: `定义（${FORM}；未审结的案件不在各项之中，各项之和小于总数只作提醒）`,
    rule: '统计表行政复议数量、行政诉讼数量，等于其下三项之和。',
    brokenZh: '数量与各项之和不符',
    equations: [...courtSums('行政复议', 'review'), ...courtSums('行政诉讼', 'litigation')],
  },
  {
    id: 's14-staff-sum',
    nameZh: '统计表人员合计',
    basis: `定义（${FORM}）`,
    rule: '统计表从事政府信息公开工作人员数，等于专职与兼职人员数之和。',
    brokenZh: '与专职、兼职之和不符',
    equations: [
      sum(
        '工作人员数',
        ['capacity.staff', '工作人员'],
        [
          ['capacity.staff_full_time', '专职'],
          ['capacity.staff_part_time', '兼职'],
        ],
      ),
    ],
  },
  {
    id: 's14-channels',
    nameZh: '统计表公开渠道',
    basis: `表内印明（${FORM}：不同渠道和方式公开相同信息计1条）`,
    rule: '统计表主动公开政府信息数，不大于各渠道和方式公开数之和。',
    brokenZh: '大于各渠道之和',
    equations: [
      {
        kind: 'at-most',
        severity: 'warning',
        formTables: TABLE,
        scope: { each: 'once', nameZh: '主动公开政府信息数' },
        left: [cell(['proactive.items', '主动公开'])],
        right: (
          [
            ['channel.gazette', '公报'],
            ['channel.website', '网站'],
            ['channel.weibo', '微博'],
            ['channel.wechat', '微信'],
            ['channel.other', '其他方式'],
          ] as const
        ).map(cell),
      },
    ],
  },
  {
    id: 's14-normative',
    nameZh: '统计表规范性文件',
    basis: `定义（${FORM}；旧文件可在本年才公开，只作提示）`,
    rule: '统计表主动公开规范性文件数，一般不大于制发规范性文件总数。',
    brokenZh: '主动公开数大于制发数',
    equations: [
      {
        kind: 'at-most',
        severity: 'info',
        formTables: TABLE,
        scope: { each: 'once', nameZh: '规范性文件' },
        left: [cell(['proactive.normative_disclosed', '主动公开'])],
        right: [cell(['proactive.normative_issued', '制发'])],
      },
    ],
  },
];
