/**
 * Sentences in many wordings, of reports since 2008 too, with what each number is of; and sentences whose numbers look
 * like those but are others' (another year's, a part's, another matter's). Written for the project.
 */
import type { Random } from './random.js';
import { nothing, number, type Told, type ToldClaim } from './told.js';

export interface ToldParagraph extends Told {
  /** The report year that the paragraph is of. */
  readonly year: number;
}

/** Ten sentences, of which some are decoys. */
export function toldParagraph(rng: Random): ToldParagraph {
  const year = rng.between(2008, 2025);
  const told = rng.sample(SENTENCES, 10).map((write) => write(draw(rng, year)));
  return { year, text: told.map(({ text }) => text).join(''), claims: told.flatMap(({ claims }) => claims) };
}

interface Drawn {
  readonly year: number;
  readonly self: string;
  /** As the report prints numbers: digits, full-width digits or Chinese numerals. */
  readonly print: (value: number) => string;
  readonly n: (most?: number) => number;
}

function draw(rng: Random, year: number): Drawn {
  const print = rng.pick([String, String, String, wide, chinese]);
  return {
    year,
    self: rng.pick(['我局', '我镇', '全市', '本机关']),
    print,
    n: (most = 90) => rng.between(2, most),
  };
}

const wide = (value: number): string =>
  [...String(value)].map((d) => '０１２３４５６７８９'[Number(d)]).join('');

function chinese(value: number): string {
  if (value > 99) return String(value);
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const digits = '零一二三四五六七八九';
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? digits[ones] : ''}`;
}

type Write = (drawn: Drawn) => Told;

const A = 'narrative.applications.';
const P = 'narrative.proactive.';
const REVIEW = 'narrative.review.total';
const SUIT = 'narrative.litigation.total';
const of = (text: string, ...claims: ToldClaim[]): Told => ({ text, claims });

const SENTENCES: readonly Write[] = [
  ({ year, self, print, n }) => {
    const a = n();
    return of(`${year}年，${self}共收到政府信息公开申请${print(a)}件。`, number(`${A}received`, a));
  },
  ({ print, n }) => {
    const [a, b] = [n(), n()];
    return of(
      `受理公民、法人和其他组织提出的信息公开申请 ${print(a)} 件，按时答复${print(b)}件。`,
      number(`${A}received`, a),
      number(`${A}processed`, b),
    );
  },
  ({ print, n }) => {
    const [a, b, c] = [n(), n(), n()];
    return of(
      `依申请公开申请总数为${print(a + b + c)}件，其中当面申请${print(a)}件，网上申请${print(b)}件，信函申请${print(c)}件。`,
      ...[number(`${A}received`, a + b + c), number(`${A}by_channel.in_person`, a)],
      ...[number(`${A}by_channel.online`, b), number(`${A}by_channel.letter`, c)],
    );
  },
  ({ print, n }) => {
    const [a, b, c] = [n(), n(), n()];
    return of(
      `对信息公开申请的答复中，同意公开${print(a)}件，同意部分公开${print(b)}件，否决${print(c)}件。`,
      ...[number(`${A}granted`, a), number(`${A}partially_granted`, b), number(`${A}denied`, c)],
    );
  },
  ({ print, n }) => {
    const [a, b, c] = [n(), n(), n()];
    return of(
      `在办结的申请中，予以公开${print(a)}件；不予公开${print(b)}件；无法提供${print(c)}件；不予处理0件。`,
      ...[
        number(`${A}granted`, a),
        number(`${A}denied`, b),
        number(`${A}unable`, c),
        number(`${A}not_processed`, 0),
      ],
    );
  },
  ({ print, n }) => {
    const [a, b] = [n(), n()];
    return of(
      `因政府信息公开被申请行政复议${print(a)}件，被提起行政诉讼${print(b)}件。`,
      ...[number(REVIEW, a), number(SUIT, b)],
    );
  },
  () => of('没有发生因政府信息公开引发的行政复议和行政诉讼案件。', nothing(REVIEW), nothing(SUIT)),
  () => of('未收到政府信息公开申请。', nothing(`${A}received`)),
  () => of('本年度未收取信息处理费。', nothing('info_fee.collected')),
  ({ print, n }) => {
    const [a, b] = [n(), n()];
    return of(
      `承办市人大代表建议${print(a)}件、政协委员提案${print(b)}件，全部办结。`,
      number('narrative.npc_proposals', a),
      number('narrative.cppcc_proposals', b),
    );
  },
  ({ n }) => {
    const a = n(9999);
    const grouped = a > 999 ? `${Math.floor(a / 1000)},${String(a % 1000).padStart(3, '0')}` : String(a);
    return of(`全年主动公开政府信息${grouped}条。`, number(`${P}items`, a));
  },
  ({ n }) => {
    const a = n();
    return of(`通过政府网站主动公开政府信息${a}万余条。`, number(`${P}by_channel.portal`, a * 10_000));
  },
  ({ print, n }) => {
    const a = n();
    return of(`另有${print(a)}件申请结转下一年度继续办理。`, number(`${A}carried_out`, a));
  },
  // What follows is of no subject.
  ({ print, n }) => of(`热线受理群众诉求${print(n())}件，办结${print(n())}件。`),
  ({ print, n }) => of(`其中市级部门收到政府信息公开申请${print(n())}件，县级收到${print(n())}件。`),
  ({ print, n }) => of(`办理行政许可申请${print(n())}件，受理行政复议案件${print(n())}件。`),
  ({ print, n }) => of(`办理人大建议和政协提案共${print(n())}件。`),
  ({ print, n }) => of(`申请量比上年增加${print(n())}件，增长12.5%。`),
  ({ print, n }) =>
    of(`予以公开、部分公开、不予公开分别为${print(n())}件、${print(n())}件、${print(n())}件。`),
  ({ print, n }) => of(`因涉及商业秘密不予公开${print(n())}件，因信息不存在无法提供${print(n())}件。`),
  ({ print, n }) => of(`通过门户网站、微信公众号公开信息${print(n())}条，召开培训会${print(n())}次。`),
  ({ year }) => of(`按照国办函〔${year}〕30号和条例第二十条，在20个工作日内办理，电话0536-4821001。`),
  () => of('如未收到政府信息公开申请答复，可以申请行政复议。'),
  () => of('未发生因信息公开被撤销、变更的行政复议案件。'),
  ({ print, n }) => of(`某分局收取费用${print(n())}元，缴纳信息处理费的申请人${print(n())}名。`),
];
