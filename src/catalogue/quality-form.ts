import { type QualityCheck, qualityCheck } from './quality-check.js';

const FORM_2021 = '国办公开办函〔2021〕30号';
const FORMS = '国办公开办函〔2019〕60号、〔2021〕30号';
const PRACTICE = '审核惯例';
const SINCE_2019 = { fromYear: 2019, ofForm: true } as const;
const SINCE_2021 = { fromYear: 2021, ofForm: true } as const;

const report = qualityCheck.bind(null, 'report');

/** Title, period, sections, tables and cells: what one document shows of its form. */
export const FORM_CHECKS: readonly QualityCheck[] = [
  report(
    'title-nonstandard',
    'warning',
    ['标题不规范', PRACTICE, '标题应有单位名称、四位年度和“政府信息公开工作年度报告”。'],
    SINCE_2019,
  ),
  report('title-year-wrong', 'error', [
    '标题年度错误',
    PRACTICE,
    '标题的年度应与统计期限的年度一致；与发布年份不衔接的（补发、重发常见）只作存疑。',
  ]),
  report('period-missing', 'warning', [
    '缺统计期限',
    `${PRACTICE}（2021年格式未列，只作提示）`,
    '正文应说明所列数据的统计期限。',
  ]),
  report('period-wrong', 'error', ['统计期限错误', PRACTICE, '统计期限应为当年1月1日至12月31日。']),
  report('contact-missing', 'info', [
    '缺联系方式',
    `${PRACTICE}（当地通知另有规定的从其规定）`,
    '报告应有电话、地址或电子邮箱之一。',
  ]),
  report('signature-missing', 'info', ['缺落款', PRACTICE, '文末应有单位名称和日期。']),
  report(
    'section-missing',
    'error',
    ['缺少规定栏目', `《政府信息公开条例》第五十条；${FORM_2021}“不能遗漏”`, '第一至第五部分不能缺少。'],
    SINCE_2019,
  ),
  report(
    'section-six-missing',
    'warning',
    ['缺其他事项', `${FORMS}第六部分`, '应有“其他需要报告的事项”部分。'],
    SINCE_2019,
  ),
  report(
    'section-order',
    'info',
    ['栏目顺序错误', FORM_2021, '各部分应按格式的顺序排列，不重复。'],
    SINCE_2019,
  ),
  report(
    'heading-nonstandard',
    'warning',
    ['栏目名称不规范', FORM_2021, '各部分标题应与格式一致；编号和标点不论。'],
    SINCE_2019,
  ),
  report(
    'section-extra',
    'info',
    ['内容泛化', `${FORM_2021}“不宜泛化”`, '格式六个部分之外，不宜另设部分。'],
    SINCE_2019,
  ),
  report(
    'section-one-incomplete',
    'warning',
    [
      '总体情况要素不全',
      `${FORM_2021}（一）`,
      '总体情况应有主动公开、依申请公开、政府信息管理、平台建设、监督保障五方面。',
    ],
    SINCE_2021,
  ),
  report(
    'old-template-used',
    'error',
    [
      '套用旧格式',
      FORM_2021,
      '2021年度起不应再用2019年格式的表；表二为错误，只表三行次为旧格式的为提醒，2019年度用更早的统计表为提示。',
    ],
    SINCE_2019,
  ),
  report(
    'table-missing',
    'error',
    ['缺表', FORMS, '表二、表三、表四不能缺少；读取上有疑问（图片、附件、无法辨认的表格）的只作存疑。'],
    SINCE_2019,
  ),
  report(
    'table-as-image',
    'warning',
    ['表格为图片', `${PRACTICE}（无障碍与可复用）`, '表格应以文字发布；图片中的数据未读取。'],
    SINCE_2019,
  ),
  report(
    'pdf-only',
    'warning',
    [
      '仅有PDF/扫描件',
      `${PRACTICE}（《政府信息公开条例》第二十四条要求可检索、查阅、下载）`,
      '报告宜以网页文字发布：PDF 为提示，没有文字的扫描件为提醒。',
    ],
    SINCE_2019,
  ),
  report(
    'table-shape',
    'error',
    ['表格结构异常', FORMS, '各表的行列应与格式一致：缺行缺列为错误，增行增列为提醒。'],
    SINCE_2019,
  ),
  report(
    'cell-blank',
    'warning',
    [
      '空白单元格',
      `${FORMS}（零应写作0）`,
      '应填数字的格不应空白或填“/”“-”：1 至 10 格为提示，超过 10 格为提醒。',
    ],
    SINCE_2019,
  ),
  report(
    'cell-not-number',
    'error',
    ['数据非数字', FORMS, '应填数字的格不应是文字；暂不采用的格只作存疑。'],
    SINCE_2019,
  ),
];
