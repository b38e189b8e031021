/** A report of 2014–2018: parts as they were then, and the statistics table as its annex. */
import type { SectionCode } from '../../src/model/extraction.js';
import { drawStatistics } from './draw-statistics.js';
import type { Random } from './random.js';
import type { ReportTruth, SectionTruth, TruthOptions } from './truth.js';

export function makeStatisticsTruth(rng: Random, options: TruthOptions): ReportTruth {
  const { unit } = options;
  const year = rng.between(2014, 2018);
  const period = { from: `${year}-01-01`, to: `${year}-12-31` };
  return {
    unit,
    year,
    template: 't2014',
    table2: options.table2,
    table3: options.table3,
    publishedOn: `${year + 1}-0${rng.between(1, 3)}-${rng.between(10, 28)}`,
    title: options.title ?? `${unit.name}${year}年政府信息公开工作年度报告`,
    period,
    sections: [
      section(
        'preamble',
        '',
        '',
        `根据《中华人民共和国政府信息公开条例》编制。统计期限自${year}年1月1日至12月31日。`,
      ),
      ...PARTS.map(([code, number, words, text]) => section(code, number, words, text)),
    ],
    figures: drawStatistics(rng, options.profile ?? 'town'),
  };
}

function section(code: SectionCode, number: string, words: string, text: string): SectionTruth {
  return { code, heading: { number, words }, paragraphs: [{ kind: 'prose', text, claims: [] }] };
}

const PARTS: readonly (readonly [SectionCode, string, string, string])[] = [
  ['overview', '一、', '概述', '严格落实公开要求，工作有序推进。'],
  ['proactive', '二、', '主动公开政府信息情况', '通过网站、公开栏等渠道主动公开。'],
  ['extra', '三、', '回应解读情况', '及时回应群众关切。'],
  ['applications', '四、', '依申请公开政府信息情况', '依法办理群众申请。'],
  ['review_litigation', '五、', '行政复议和行政诉讼情况', '情况见附表。'],
  ['problems', '六、', '存在的主要问题及改进措施', '公开意识有待提高，将加强学习。'],
  ['other', '七、', '附表', '各项指标如下。'],
];
