/** Writes the text of a report: sentences that agree with its figures, and others drawn from a stock. */

import { type Figures, figureValue } from './figures.js';
import { COURT_GROUPS, PARTS } from './form-rows.js';
import { STOCK, type Topic } from './prose-stock.js';
import type { Random } from './random.js';
import { join, nothing, number, type Told, type ToldClaim } from './told.js';
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
  const text = (topic: Topic, fact: Told | string = '') => {
    const told = join(fact, stock(rng, topic, options));
    return prose(told.text, told.claims);
  };
  return [
    text('opening', `${options.year}年，`),
    sub(1, '主动公开情况'),
    text('proactive', channels(rng, options)),
    sub(2, '依申请公开情况'),
    text('applications', join(applications(options), court(options))),
    sub(3, '政府信息管理情况'),
    text('management'),
    sub(4, '政府信息公开平台建设情况'),
    text('platform'),
    sub(5, '监督保障情况'),
    text('supervision', stock(rng, 'assessment', { ...options, sentences: 1 })),
  ];
}

/** The channels add up to the stated total. */
function channels(rng: Random, { year, unit }: ProseOptions): Told {
  const [site, wechat, board] = [rng.between(60, 320), rng.between(20, 160), rng.between(5, 60)];
  const text =
    `${year}年，${self(unit)}主动公开政府信息${site + wechat + board}条，其中通过政府网站公开${site}条，` +
    `通过政务新媒体公开${wechat}条，通过公示栏等其他方式公开${board}条。`;
  const by = (channel: string, value: number) => number(`narrative.proactive.by_channel.${channel}`, value);
  return {
    text,
    claims: [
      number('narrative.proactive.items', site + wechat + board),
      ...[by('portal', site), by('weibo_wechat', wechat), by('other', board)],
    ],
  };
}

function applications({ figures }: ProseOptions): Told {
  const total = (indicator: string) => figureValue(figures, indicator, 'total');
  const told = (subject: string) => `narrative.applications.${subject}`;
  const received = total('applications.new_received');
  const before = total('applications.carried_in');
  const carried = before > 0 ? `上年结转${before}件，` : '无上年结转申请，';
  const [none, noneBefore] = [nothing(told('received')), nothing(told('carried_in'))];
  if (received + before === 0)
    return { text: '全年未收到政府信息公开申请，也无上年结转办理的申请。', claims: [none, noneBefore] };
  const persons = figureValue(figures, 'applications.new_received', PARTS[0]!);
  const kinds = received > 0 ? `（其中自然人${persons}件，法人或其他组织${received - persons}件）` : '';
  const opening =
    received > 0 ? `全年新收政府信息公开申请${received}件${kinds}，` : '全年未收到新的政府信息公开申请，';
  const [closed, after] = [total('results.total'), total('applications.carried_out')];
  const split = [number(null, persons), number(null, received - persons)];
  return {
    text: `${opening}${carried}当年办结${closed}件，结转下年度继续办理${after}件。`,
    claims: [
      ...(received > 0 ? [number(told('received'), received), ...split] : [none]),
      before > 0 ? number(told('carried_in'), before) : noneBefore,
      ...[number(told('processed'), closed), number(told('carried_out'), after)],
    ],
  };
}

function court({ figures }: ProseOptions): Told {
  const [review, direct, after] = COURT_GROUPS.map((group) => figureValue(figures, `${group.code}.total`));
  const subjects = ['narrative.review.total', 'narrative.litigation.total'];
  if (review! + direct! + after! === 0)
    return { text: '全年未发生因政府信息公开引起的行政复议、行政诉讼。', claims: subjects.map(nothing) };
  return {
    text: `全年因政府信息公开工作被申请行政复议${review}件，被提起行政诉讼${direct! + after!}件。`,
    claims: [number(subjects[0]!, review!), number(subjects[1]!, direct! + after!)],
  };
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
  return [sub(1, '收取信息处理费情况'), infoFee(options.year, options.infoFee), ...rest];
}

function infoFee(year: number, fee: InfoFee): SectionParagraph {
  const rule = `依据《政府信息公开信息处理费管理办法》，${year}年`;
  if (fee.notices === 0) {
    const none = [nothing('info_fee.notices'), nothing('info_fee.collected')];
    return prose(`${rule}未发出收费通知，未收取信息处理费。`, none);
  }
  const { notices, noticesAmount, collected } = fee;
  return prose(
    `${rule}发出收费通知${notices}件，总金额${noticesAmount}元，实际收取信息处理费${collected}元。`,
    [
      number('info_fee.notices', notices),
      number('info_fee.notices_amount', noticesAmount),
      number('info_fee.collected', collected),
    ],
  );
}

function stock(rng: Random, topic: Topic, { unit, sentences }: ProseOptions): string {
  return rng.sample(STOCK[topic], sentences).join('').replaceAll('{我}', self(unit));
}

const self = (unit: TruthUnit): string => (unit.kind === 'town' ? '我镇' : '我街道');
const prose = (text: string, claims: readonly ToldClaim[] = []): SectionParagraph => ({
  kind: 'prose',
  text,
  claims,
});
const top = (numeral: string, words: string): Heading => ({ number: `${numeral}、`, words });
const sub = (ordinal: number, words: string): SectionParagraph => ({
  kind: 'subheading',
  number: `（${'一二三四五'[ordinal - 1]}）`,
  words,
});
