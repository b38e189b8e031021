import { type QualityCheck, qualityCheck } from './quality-check.js';
import { THRESHOLDS as T } from './quality-thresholds.js';

const FORM_2021 = '国办公开办函〔2021〕30号';
const SINCE_2019 = { fromYear: 2019, ofForm: true } as const;
const SINCE_2021 = { fromYear: 2021 } as const;

const unitYear = qualityCheck.bind(null, 'unit_year');
const percent = ({ value }: { readonly value: number }): string => `${value * 100}%`;

/** What shows only beside the unit's kind, its other years, its siblings or its other addresses. */
export const SERIES_CHECKS: readonly QualityCheck[] = [
  unitYear(
    'assessment-missing',
    'warning',
    [
      '缺考核评议责任追究',
      '《政府信息公开条例》第五十条第一款第四项',
      '总体情况应有工作考核、社会评议和责任追究的内容：各级人民政府（含乡镇）缺的为提醒，其他单位为提示。',
    ],
    SINCE_2019,
  ),
  unitYear(
    'town-items-missing',
    'info',
    [
      '缺乡镇法定公开内容',
      '《政府信息公开条例》第二十一条',
      '乡镇报告应提及农业农村政策、农田水利、土地承包、宅基地、征收、筹资筹劳、社会救助等之一。',
    ],
    { ...SINCE_2019, kinds: ['town'] },
  ),
  unitYear(
    'key-work-missing',
    'info',
    ['缺重点工作落实', '当地通知', '应报告年度政务公开工作要点的落实情况；未配置当年要点的无法判定。'],
    SINCE_2019,
  ),
  unitYear(
    'fee-unit-suspect',
    'warning',
    [
      '收费金额单位疑误',
      `${FORM_2021}表二（单位：万元）；门槛为本系统所定`,
      `行政事业性收费疑将元作万元：乡镇街道超过 ${T.townFees.value} 万元，或达同级单位中位数的 ${T.feesTimesMedian.value} 倍，或较上年猛增 ${T.feesJumpFrom.value} 至 ${T.feesJumpTo.value} 倍。`,
    ],
    SINCE_2021,
  ),
  unitYear(
    'all-zero',
    'warning',
    [
      '全表为零',
      '审核惯例',
      `各表全为零而同级单位并非如此：提示；连续 ${T.zeroYears.value} 年全为零：提醒。`,
    ],
    { fromYear: 2019 },
  ),
  unitYear(
    'rules-by-unentitled',
    'warning',
    [
      '规章数据疑误',
      '《立法法》第九十一条、第九十三条',
      '只有国务院部门、省和设区的市、自治州人民政府制定规章：乡镇、街道、县级政府和地方部门的规章件数应为0。',
    ],
    SINCE_2021,
  ),
  unitYear(
    'coercion-vs-power',
    'info',
    [
      '行政执法数据疑误',
      '审核惯例（须有当地执法权目录）',
      '没有许可、处罚、强制权的单位不应有相应决定；未配置当地目录的无法判定。',
    ],
    { fromYear: 2019 },
  ),
  unitYear(
    'decisions-outlier',
    'info',
    [
      '处理决定数异常',
      '本系统所定',
      `许可、处罚、强制决定数较上年增至或减至 ${T.outlierTimes.value} 倍，且相差不少于 ${T.outlierLeast.value} 件。`,
    ],
    { fromYear: 2020 },
  ),
  unitYear('copy-last-year', 'error', [
    '与上年雷同',
    `${FORM_2021}“内容雷同”；${T.copyLastYear.source}`,
    `第一、五部分除去数字、日期、标题、引文和单位名称后，与上年重复率超过 ${percent(T.copyLastYear)} 为提醒，超过 ${percent(T.copyLastYearGrave)} 为错误。`,
  ]),
  unitYear('copy-sibling', 'warning', [
    '与其他单位雷同',
    `${FORM_2021}“内容雷同”；门槛为本系统所定`,
    `同样计算，与同一上级、同一年度其他单位的重复率超过 ${percent(T.copySibling)}。`,
  ]),
  unitYear(
    'identical-tables',
    'warning',
    ['数据与上年完全相同', '审核惯例', `各表非零数据（不少于 ${T.identicalCells.value} 格）与上年全部相同。`],
    { fromYear: 2020 },
  ),
  unitYear('problems-copied', 'warning', [
    '问题部分雷同',
    `${FORM_2021}“内容雷同”；门槛为本系统所定`,
    `第五部分与上年重复率超过 ${percent(T.problemsCopied)}。`,
  ]),
  unitYear('other-unit-name', 'error', [
    '出现其他单位名称',
    '审核惯例',
    '正文以本单位口吻出现同一上级其他单位的名称（由…编制、与…联系、…（以下简称本机关））。',
  ]),
  unitYear('multi-platform-mismatch', 'warning', [
    '多平台不一致',
    '年报发布情况评估所列问题',
    '同一单位同一年度在不同网址发布的报告，各表数据应一致。',
  ]),
  unitYear(
    'wrong-column',
    'info',
    [
      '未在年报专栏发布',
      '国办公开办函〔2019〕61号',
      '报告应在“政府信息公开年报”栏目发布；从网址看不出栏目的无法判定。',
    ],
    { fromYear: 2019 },
  ),
  unitYear(
    'agg-children',
    'warning',
    [
      '上下级数据不符',
      '审核惯例（政府报告覆盖本地区）',
      '政府报告的申请、办理、复议、诉讼总数不应小于所属单位之和；所属单位有缺的只作存疑；政府办公室的报告不比。',
    ],
    { fromYear: 2019, kinds: ['government'] },
  ),
];
