/** Writes the text of a report: sentences that agree with its figures, and others drawn from a stock. */

import { type Figures, figureValue } from './figures.js';
import { COURT_GROUPS, PARTS } from './form-rows.js';
import { STOCK, type Topic } from './prose-stock.js';
import type { Random } from './random.js';
import type { Heading, SectionParagraph, SectionTruth, TruthUnit } from './truth.js';

/** 收取信息处理费情况: reported in section 六 since the 2021 form, in 元. */
export interface InfoFee {
  readonly notices: number;
  readonly noticesAmount: number;
  readonly collected: number;
}

export interface ProseOptions {
  readonly unit: TruthUnit;
  readonly year: number;
  readonly figures: Figures;
  readonly infoFee: InfoFee | null;
  readonly sentences: number;
}

/** Preamble and the six sections of the official form. */
export function writeSections(rng: Random, options: ProseOptions): SectionTruth[] {
  return [
    { code: 'preamble', heading: { number: '', words: '' }, paragraphs: [prose(preamble(rng, options))] },
    { code: 'overview', heading: top('一', '总体情况'), paragraphs: overview(rng, options) },
    { code: 'proactive', heading: top('二', '主动公开政府信息情况'), paragraphs: [] },
    { code: 'applications', heading: top('三', '收到和处理政府信息公开申请情况'), paragraphs: [] },
    { code: 'review_litigation', heading: top('四', '政府信息公开行政复议、行政诉讼情况'), paragraphs: [] },
    { code: 'problems', heading: top('五', '存在的主要问题及改进情况'), paragraphs: problems(rng, options) },
    { code: 'other', heading: top('六', '其他需要报告的事项'), paragraphs: other(rng, options) },
  ];
}

function preamble(rng: Random, { unit, year }: ProseOptions): string {
  const full = unit.county + unit.name;
  return (
    `本报告依照《中华人民共和国政府信息公开条例》和国务院办公厅规定的年度报告格式，由${full}编制。` +
    `所列数据的统计期限为${year}年1月1日至${year}年12月31日。` +
    `如对本报告有疑问，请与${unit.name}党政办公室联系（电话：0999-${rng.between(2_100_000, 8_999_999)}）。`
  );
}

function overview(rng: Random, options: ProseOptions): SectionParagraph[] {
  const text = (topic: Topic, fact = '') => prose(fact + stock(rng, topic, options));
  return [
    text('opening', `${options.year}年，`),
    sub(1, '主动公开情况'),
    text('proactive', channels(rng, options)),
    sub(2, '依申请公开情况'),
    text('applications', applications(options) + court(options)),
    sub(3, '政府信息管理情况'),
    text('management'),
    sub(4, '政府信息公开平台建设情况'),
    text('platform'),
    sub(5, '监督保障情况'),
    text('supervision', stock(rng, 'assessment', { ...options, sentences: 1 })),
  ];
}

/** The channels add up to the stated total. */
function channels(rng: Random, { year, unit }: ProseOptions): string {
  const [site, wechat, board] = [rng.between(60, 320), rng.between(20, 160), rng.between(5, 60)];
  return (
    `${year}年，${self(unit)}主动公开政府信息${site + wechat + board}条，其中通过政府网站公开${site}条，` +
    `通过政务新媒体公开${wechat}条，通过公示栏等其他方式公开${board}条。`
  );
}

function applications({ figures }: ProseOptions): string {
  const total = (indicator: string) => figureValue(figures, indicator, 'total');
  const received = total('applications.new_received');
  const before = total('applications.carried_in');
  const carried = before > 0 ? `上年结转${before}件，` : '无上年结转申请，';
  if (received + before === 0) return '全年未收到政府信息公开申请，也无上年结转办理的申请。';
  const persons = figureValue(figures, 'applications.new_received', PARTS[0]!);
  const kinds = received > 0 ? `（其中自然人${persons}件，法人或其他组织${received - persons}件）` : '';
  const opening =
    received > 0 ? `全年新收政府信息公开申请${received}件${kinds}，` : '全年未收到新的政府信息公开申请，';
  return `${opening}${carried}当年办结${total('results.total')}件，结转下年度继续办理${total('applications.carried_out')}件。`;
}

function court({ figures }: ProseOptions): string {
  const [review, direct, after] = COURT_GROUPS.map((group) => figureValue(figures, `${group.code}.total`));
  if (review! + direct! + after! === 0) return '全年未发生因政府信息公开引起的行政复议、行政诉讼。';
  return `全年因政府信息公开工作被申请行政复议${review}件，被提起行政诉讼${direct! + after!}件。`;
}

function problems(rng: Random, options: ProseOptions): SectionParagraph[] {
  return [
    sub(1, '存在的主要问题'),
    prose(stock(rng, 'problems', options)),
    sub(2, '改进情况'),
    prose(stock(rng, 'rectified', { ...options, sentences: 1 }) + stock(rng, 'improvement', options)),
  ];
}

function other(rng: Random, options: ProseOptions): SectionParagraph[] {
  const proposals = sub(
    options.infoFee ? 2 : 1,
    options.infoFee ? '落实年度工作要点情况' : '建议提案办理情况',
  );
  const rest = [proposals, prose(stock(rng, options.infoFee ? 'keyWork' : 'proposals', options))];
  if (!options.infoFee)
    return [...rest, sub(2, '其他事项'), prose(`${self(options.unit)}无其他需要报告的事项。`)];
  return [sub(1, '收取信息处理费情况'), prose(infoFeeSentence(options.year, options.infoFee)), ...rest];
}

function infoFeeSentence(year: number, fee: InfoFee): string {
  const rule = `依据《政府信息公开信息处理费管理办法》，${year}年`;
  if (fee.notices === 0) return `${rule}未发出收费通知，未收取信息处理费。`;
  return `${rule}发出收费通知${fee.notices}件，总金额${fee.noticesAmount}元，实际收取信息处理费${fee.collected}元。`;
}

function stock(rng: Random, topic: Topic, { unit, sentences }: ProseOptions): string {
  return rng.sample(STOCK[topic], sentences).join('').replaceAll('{我}', self(unit));
}

const self = (unit: TruthUnit): string => (unit.kind === 'town' ? '我镇' : '我街道');
const prose = (text: string): SectionParagraph => ({ kind: 'prose', text });
const top = (numeral: string, words: string): Heading => ({ number: `${numeral}、`, words });
const sub = (ordinal: number, words: string): SectionParagraph => ({
  kind: 'subheading',
  number: `（${'一二三四五'[ordinal - 1]}）`,
  words,
});
