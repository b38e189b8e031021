import { isTraditional, simplifiedSign } from '../../catalogue/traditional-characters.js';
import type { Evidence } from '../../model/finding.js';
import { fail, type Judgement, NOT_ASSESSABLE, together, uncertain } from './judgement.js';
import { passageOf, type ReportView } from './report-view.js';

/** A sentence of what was done, by the unit itself, with the year before or after for the report's. */
export function judgeBodyYear({ sections, year }: ReportView): Judgement {
  if (year === null || sections.length === 0) return NOT_ASSESSABLE;
  const stale = sections.flatMap(({ text }, section) =>
    [...text.matchAll(DONE)].flatMap((match) => {
      const named = Number(match[1] ?? match[2]);
      if (Math.abs(named - year) !== 1) return [];
      const { sentence, start } = sentenceAt(text, match.index);
      if (OF_ANOTHER_YEAR.test(sentence) || isQuoted(sentence, match.index - start)) return [];
      const evidence = [passageOf(section, text, match.index, match.index + match[0].length)];
      return [fail(`正文写作 ${named} 年，报告年度为 ${year} 年：“${match[0]}”`, { evidence })];
    }),
  );
  return together(stale);
}

export function judgePlaceholders({ sections }: ReportView): Judgement {
  if (sections.length === 0) return NOT_ASSESSABLE;
  const places = sections.flatMap(({ heading, text }, section) => [
    ...[...heading.matchAll(PLACEHOLDER)].map((match) => ({ match, evidence: { text: heading } })),
    ...[...text.matchAll(PLACEHOLDER)].map((match) => ({
      match,
      evidence: passageOf(section, text, match.index, match.index + match[0].length),
    })),
  ]);
  return together(places.map(({ match: [printed], evidence }) => describePlaceholder(printed, [evidence])));
}

/** Asterisks hide names as well as they wait for words. */
function describePlaceholder(printed: string, evidence: readonly Evidence[]): Judgement {
  if (printed.startsWith('[')) return fail(`残留文档书签“${printed}”`, { evidence, severity: 'info' });
  if (/^[*＊]/.test(printed)) return uncertain(`“${printed}”疑为残留模板文字`, { evidence });
  return fail(`残留模板文字“${printed}”`, { evidence });
}

/** One sign of the other script among thousands is a slip; a whole text of it is a mirror in traditional characters. */
export function judgeCharacters({ sections }: ReportView): Judgement {
  if (sections.length === 0) return NOT_ASSESSABLE;
  const broken = sections.flatMap(({ text }, section) =>
    [...text.matchAll(BROKEN)]
      .slice(0, SHOWN)
      .map((match) => passageOf(section, text, match.index, match.index + 1)),
  );
  const all = sections.map(({ text }) => text).join('');
  const traditional = isTraditional(all) ? [...all].filter((sign) => simplifiedSign(sign) !== sign) : [];
  const isMixed = traditional.length > 0 && traditional.length < all.length * MIXED_SHARE;
  return together([
    ...(broken.length > 0 ? [fail('正文中有乱码', { evidence: broken })] : []),
    ...(isMixed ? [fail(`简体正文中夹杂繁体字：${[...new Set(traditional)].slice(0, SHOWN).join('')}`)] : []),
  ]);
}

/** 100% 按时办结 with cases carried over is no contradiction: what was due is closed. */
export function judgeDeadlineClaim({ sections, claims }: ReportView): Judgement {
  if (sections.length === 0) return NOT_ASSESSABLE;
  const over = sections.flatMap(({ text }, section) =>
    [...text.matchAll(RATE)].flatMap((match) => {
      if (Number(match[1]) <= 100) return [];
      const evidence = [passageOf(section, text, match.index, match.index + match[0].length)];
      return [fail(`比率超过100%：“${match[0]}”`, { evidence })];
    }),
  );
  return together([...over, ...moreThanDue(claims)]);
}

function moreThanDue(claims: ReportView['claims']): Judgement[] {
  const exact = (subject: string): number | null => {
    const own = claims.filter(
      (claim) => claim.subject === `narrative.applications.${subject}` && claim.period === 'report_year',
    );
    return own.length === 1 && own[0]!.qualifier === null ? own[0]!.value : null;
  };
  const [received, before, processed] = [exact('received'), exact('carried_in'), exact('processed')];
  if (received === null || before === null || processed === null || processed <= received + before) return [];
  return [fail(`正文所说办结 ${processed} 件，多于新收 ${received} 件与上年结转 ${before} 件之和`)];
}

/** Numbers of identity cards prove themselves by their last digit; names can only be guessed at. */
export function judgePersonalData({ sections }: ReportView): Judgement {
  if (sections.length === 0) return NOT_ASSESSABLE;
  return together(
    sections.flatMap(({ text, code }, section) => personalIn(text, section, code === 'preamble')),
  );
}

function personalIn(text: string, section: number, isPreamble: boolean): Judgement[] {
  const at = (match: RegExpExecArray | RegExpMatchArray) => ({
    evidence: [passageOf(section, text, match.index!, match.index! + match[0].length)],
  });
  const cards = [...text.matchAll(ID_CARD)].map((match) =>
    isCardNumber(match[0])
      ? fail('出现身份证号', at(match))
      : uncertain('疑似身份证号，校验码不符', at(match)),
  );
  const mobiles = [...text.matchAll(MOBILE)].filter(({ index }) => {
    return !isPreamble && !CONTACT.test(text.slice(Math.max(0, index - CONTACT_REACH), index));
  });
  const names = [...text.matchAll(APPLICANT)].map((match) =>
    uncertain(`疑似写出申请人姓名“${match[1]}”`, { severity: 'warning', ...at(match) }),
  );
  const phones = mobiles.map((match) =>
    isRowRunTogether(text, match)
      ? uncertain('疑似手机号，也可能是表格里连在一起的数字', at(match))
      : fail('联系方式之外出现手机号', at(match)),
  );
  return [...cards, ...phones, ...names];
}

/** A label and digits are all of a line: a person's name and number, or the cells of a row that lost what kept them apart. */
function isRowRunTogether(text: string, { 0: digits, index }: RegExpMatchArray): boolean {
  const start = text.lastIndexOf('\n', index! - 1) + 1;
  const end = index! + digits.length;
  return /^[^\s\p{P}]+$/u.test(text.slice(start, index)) && /^\s*(?:\n|$)/.test(text.slice(end));
}

/** GB 11643: ISO 7064 MOD 11-2. */
function isCardNumber(number: string): boolean {
  const sum = [...number.slice(0, 17)].reduce(
    (total, digit, place) => total + Number(digit) * WEIGHTS[place]!,
    0,
  );
  return '10X98765432'[sum % 11] === number[17]!.toUpperCase();
}

function sentenceAt(text: string, index: number): { readonly sentence: string; readonly start: number } {
  const before = Math.max(...['。', '；', '\n'].map((sign) => text.lastIndexOf(sign, index - 1)));
  const after = ['。', '；', '\n'].map((sign) => text.indexOf(sign, index)).filter((place) => place >= 0);
  const start = before + 1;
  return { sentence: text.slice(start, after.length > 0 ? Math.min(...after) : text.length), start };
}

function isQuoted(sentence: string, index: number): boolean {
  return sentence.lastIndexOf('《', index) > sentence.lastIndexOf('》', index);
}

const SELF =
  '(?:本机关|本单位|本部门|本[镇乡局区县市委]|我[镇乡局区县市委办]|我街道|本街道|我单位|全[镇乡县市区])';
const DID = '(?:共计?|累计|主动|新)?(?:主动公开|收到|受理|公开(?:各类)?政府信息|发布(?:各类)?政府信息)';
const DONE = new RegExp(`(?:${SELF}[,，]?(20\\d{2})年度?|(20\\d{2})年度?[,，]?${SELF})[,，]?${DID}`, 'g');
const OF_ANOTHER_YEAR =
  /上一?年|去年|往年|整改|结转|同比|相比|比较|较|增长|下降|减少|增加|与.{0,12}持平|计划|下一步|将/;

const PLACEHOLDER =
  /[×✕╳]{2,}(?=[年月日镇乡街市县区件条次局项元])|(?<![A-Za-z])[Xx]{2,}(?=[年月日镇乡街道市县区件条次局项元])|(?<=\d{4}年)[×xX]+(?=月)|[（(]?文字描述[)）]|请填写|此处填写|[_＿]{3,}|(?<!\d)[*＊]{3,}(?!\d)|\[bookmark:[^\]\n]{0,40}\]?/gu;

const BROKEN = /[\ufffd\ue000-\uf8ff]/g;
/** Above this share of all signs the text is traditional, not mixed. */
const MIXED_SHARE = 0.05;
const SHOWN = 10;

const RATE = /(?:办结率|答复率|回复率|办理率|及时率|满意率)[^。；，,\d]{0,8}(\d{2,4}(?:\.\d+)?)\s*[%％]/g;

const ID_CARD =
  /(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const MOBILE = /(?<![\d.])1[3-9]\d{9}(?![\d.]|\s*[元件条万人])/g;
const CONTACT = /电话|联系|手机|热线|咨询|传真|微信|号码|监督|举报|投诉/;
const CONTACT_REACH = 40;
/** Common surnames that begin no word which follows 申请人: not 方, 任, 于, 向, 对, 和. */
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱郭罗郑梁谢宋唐韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾夏韦傅邹孟熊秦邱尹薛闫段侯龙陶黎贺顾毛郝龚邵钱覃武戴莫孔';
const APPLICANT = new RegExp(
  `申请人(?:姓名)?[:：]?([${SURNAMES}](?!某)\\p{Script=Han}{1,2})(?=[，,、（(。;；]|向|提出|申请|要求|于)`,
  'gu',
);
