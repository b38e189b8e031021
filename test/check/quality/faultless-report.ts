import type { Extraction, ReportIdentity, Section, SectionCode } from '../../../src/model/extraction.js';
import { readClaims } from '../../../src/parse/claims/read-claims.js';
import { formTable } from '../build-figures.js';

export interface Changes {
  readonly year?: number | null;
  /** Instead of the faultless text of a section; null leaves the section out. */
  readonly texts?: Partial<Record<SectionCode, string | null>>;
  readonly headings?: Partial<Record<SectionCode, string>>;
  readonly order?: readonly SectionCode[];
  readonly identity?: Partial<ReportIdentity>;
  readonly figures?: Extraction['figures'];
  readonly findings?: Extraction['findings'];
  readonly mediaType?: Extraction['mediaType'];
}

/** A report of a town in which no check has anything to say, with changes. */
export function report(changes: Changes = {}): Extraction {
  const year = changes.year === undefined ? 2022 : changes.year;
  const sections = (changes.order ?? ORDER).flatMap((code): Section[] => {
    const text = changes.texts?.[code];
    if (text === null) return [];
    const heading = changes.headings?.[code] ?? HEADINGS[code];
    return [{ code, heading, text: text ?? textsOf(year ?? 2022)[code] ?? '' }];
  });
  const old = year !== null && year < 2021 ? 't2019' : 't2021';
  return {
    mediaType: changes.mediaType ?? 'text/html',
    template: old,
    identity: {
      unit: '汇泉镇人民政府',
      year,
      title: `汇泉镇人民政府${year}年政府信息公开工作年度报告`,
      publishedOn: year && `${year + 1}-01-20`,
      period: year === null ? null : { from: `${year}-01-01`, to: `${year}-12-31` },
      signature: { unit: '汇泉镇人民政府', date: year && `${year + 1}-01-20` },
      contact: { phone: '0536-4711001', email: null, address: null, postcode: null },
      evidence: [
        { field: 'title', value: '', source: 'title', label: null, block: 0, text: '', used: true },
        { field: 'phone', value: '', source: 'text', label: null, block: 1, text: '', used: true },
      ],
      ...changes.identity,
    } as ReportIdentity,
    sections,
    figures: changes.figures ?? tables(old),
    claims: readClaims(sections, year),
    findings: changes.findings ?? [],
    outcomes: {},
  };
}

export function tables(form: 't2019' | 't2021'): Extraction['figures'] {
  return [
    ...formTable(`${form}.proactive`),
    ...formTable(`${form}.applications`),
    ...formTable('review_litigation'),
  ];
}

const ORDER: readonly SectionCode[] = [
  ...(['preamble', 'overview', 'proactive', 'applications', 'review_litigation'] as const),
  ...(['problems', 'other'] as const),
];

const HEADINGS: Record<SectionCode, string> = {
  preamble: '',
  overview: '一、总体情况',
  proactive: '二、主动公开政府信息情况',
  applications: '三、收到和处理政府信息公开申请情况',
  review_litigation: '四、政府信息公开行政复议、行政诉讼情况',
  problems: '五、存在的主要问题及改进情况',
  other: '六、其他需要报告的事项',
  extra: '七、附表',
};

const LONG = '围绕群众办事需要，各站所逐项梳理应当公开的内容，随办随发，专人核对，错漏当日更正。'.repeat(9);

const textsOf = (year: number): Partial<Record<SectionCode, string>> => ({
  preamble: `所列数据的统计期限为${year}年1月1日至${year}年12月31日。联系电话：0536-4711001。`,
  overview: `${year}年，我镇主动公开政府信息80条，涉及社会救助和土地承包。未收到依申请公开事项。规范政府信息管理，维护政府网站平台，落实监督保障，开展考核和社会评议，无责任追究。${LONG}`,
  problems: `上一年度更新不及时的问题已经整改。存在的主要问题：一是解读形式单一，二是人员业务不熟。改进措施：下一步将安排培训，丰富图解，逐月检查公开栏的内容，把分类规则讲清讲透，并把结果在班子会上通报，做到件件有着落。`,
  other: '本年度未收取信息处理费。无其他需要报告的事项。',
});
