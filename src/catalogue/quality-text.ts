import { type QualityCheck, qualityCheck } from './quality-check.js';

const ARTICLE_50 = '《政府信息公开条例》第五十条第一款第四项';
const FORM_2021 = '国办公开办函〔2021〕30号';
const FEE_RULES = '国办函〔2020〕109号';
const SINCE_2019 = { fromYear: 2019, ofForm: true } as const;

const report = qualityCheck.bind(null, 'report');

/** What the prose of one document says, leaves out, or shouldn't show. */
export const PROSE_CHECKS: readonly QualityCheck[] = [
  report('body-year-stale', 'warning', [
    '正文年份陈旧',
    '审核惯例',
    '“我镇（本机关）某年主动公开、收到…”的年份应为统计年度；讲上年整改、结转、同比和文件名称的除外。',
  ]),
  report(
    'problems-missing',
    'error',
    ['缺存在问题', ARTICLE_50, '第五部分不应为空、只写“无”或不足10字。'],
    SINCE_2019,
  ),
  report(
    'improvement-missing',
    'error',
    ['缺改进情况', ARTICLE_50, '第五部分写了问题的，应写改进情况、措施或打算。'],
    SINCE_2019,
  ),
  report(
    'previous-rectification-missing',
    'info',
    ['未报告上年问题整改', `${ARTICLE_50}（改进情况）`, '宜说明上一年度问题的整改情况。'],
    SINCE_2019,
  ),
  report(
    'fee-info-missing',
    'warning',
    [
      '缺信息处理费情况',
      `${FEE_RULES}；${FORM_2021}第六部分`,
      '2021年度起应报告收取信息处理费的情况，没有收取也应说明。',
    ],
    { fromYear: 2021 },
  ),
  report(
    'info-fee-implausible',
    'info',
    [
      '信息处理费金额异常',
      `${FEE_RULES}收费标准（每月10件以内免费，按件100元起，按页10元起）`,
      '收取金额应为10元的倍数；全年新收不足11件又未讲按页计收的，不应有收费。',
    ],
    { fromYear: 2021 },
  ),
  report('placeholder-text', 'error', [
    '残留模板文字',
    '审核惯例',
    '不应残留“××”“（文字描述）”“请填写”“____”等待填文字；文档书签残留为提示。',
  ]),
  report(
    'too-short',
    'warning',
    [
      '敷衍塞责',
      `${FORM_2021}“敷衍塞责”（字数门槛为本系统所定）`,
      '总体情况不少于300字，问题及改进不少于80字。',
    ],
    SINCE_2019,
  ),
  report('sensitive-data', 'error', [
    '泄露个人信息',
    '个人信息保护法；发布前的保密审查',
    '不应出现身份证号、联系方式之外的手机号；疑似申请人姓名的只作存疑。',
  ]),
  report('broken-characters', 'info', [
    '乱码',
    '审核惯例',
    '不应有替换符、私用区字符；简体正文中不应夹杂繁体字。',
  ]),
  report('illogical-deadline-claim', 'info', [
    '办结率表述矛盾',
    '算术（本系统所定）',
    '办结率、答复率不能超过100%；办结件数不能超过新收与上年结转之和。',
  ]),
];
