import { NARRATIVE_NONE } from '../../catalogue/narrative-none.js';
import type { NonePhrase } from '../../catalogue/narrative-subjects.js';
import type { Section } from '../../model/extraction.js';
import { Around, compact } from './around.js';
import { fillIn, PART_OF_YEAR } from './attribute.js';

/** Words that say that there is nothing to count. */
export interface Nothing {
  readonly subject: string | null;
  readonly start: number;
  readonly end: number;
}

/** 未收到…申请, 未发生…复议、诉讼, 未收取信息处理费, and a section that says 无 and no more. */
export function findNothing(plain: string, section: Section): Nothing[] {
  const whole = WHOLE_NOTHING.exec(plain);
  if (whole) {
    const start = plain.indexOf('无');
    const subjects = section.code === 'review_litigation' ? COURT : [null];
    return subjects.map((subject) => ({ subject, start, end: start + 1 }));
  }
  return [...plain.matchAll(NEGATION)].flatMap((match) => nothingAt(plain, section, match[0], match.index));
}

function nothingAt(plain: string, section: Section, negation: string, start: number): Nothing[] {
  const from = start + negation.length;
  const clause = CLAUSE.exec(plain.slice(from, from + LONGEST))![0];
  const words = compact(clause);
  if (!WORTH_A_LOOK.test(words) || CONDITION.test(plain.slice(Math.max(0, start - 3), start))) return [];
  const around = new Around(plain, 0, start, from);
  if (PART.test(around.clause) || PART_OF_YEAR.test(around.sentence)) return [];
  for (const compiled of COMPILED) {
    if (!says(compiled, negation, words) || !isNear(compiled, section, around)) continue;
    const named = compiled.phrase.subjects.filter((subject) => isNamed(subject, words));
    const end = from + clause.trimEnd().length;
    if (named.length > 0) return named.map((subject) => ({ subject, start, end }));
  }
  return happenedAt(plain, section, words, start, from + clause.trimEnd().length);
}

function says({ negation, after, without }: Compiled, said: string, words: string): boolean {
  return negation.test(said) && after.test(words) && !without?.test(words);
}

function isNear({ near, phrase }: Compiled, section: Section, around: Around): boolean {
  return !near || Boolean(phrase.sections?.includes(section.code)) || near.test(around.near);
}

/** Of 复议 and 诉讼 only those that the words name. */
function isNamed(subject: string, words: string): boolean {
  const name = NAMES[subject];
  return name === undefined || name.test(words);
}

/** 行政复议、行政诉讼均未发生: what it is of stands before. */
function happenedAt(plain: string, section: Section, words: string, start: number, end: number): Nothing[] {
  if (!/^发生(?:过)?(?:的)?(?:情况|情形)?$/.test(words)) return [];
  const { before, near } = new Around(plain, 0, start, end);
  if (section.code !== 'review_litigation' && !/信息公开|政务公开/.test(near)) return [];
  const said = /(?:^|[，,])([^，,]*?)(?:案件|情况)?(?:均|都)?$/.exec(before)?.[1] ?? '';
  return COURT.filter((subject) => NAMES[subject]!.test(said)).map((subject) => ({ subject, start, end }));
}

const NEGATION = /(?:尚|从)?未|没有|不存在|无/g;
/** 如未收到, 对未收到: a case, not a fact. */
const CONDITION = /[如若凡]|(?:对|因)$|逾期|及时/;
/** What any phrase holds; 未 and 无 stand in many other words. */
const WORTH_A_LOOK = /申请|公开|复议|诉讼|处理费|费用|通知|结转|发生/;
/** Nothing there is not nothing at all. */
const PART = /其中|各|下属|所属|分局|站所|分中心|村|社区|部门|科室|窗口|线上|线下|部分/;
const CLAUSE = /^[^，。；,;！？\n（()）]*/;
const LONGEST = 70;
const WHOLE_NOTHING = /^\s*无\s*[。.]?\s*$/;
const COURT = ['narrative.review.total', 'narrative.litigation.total'];
const NAMES: Readonly<Record<string, RegExp>> = {
  'narrative.review.total': /复议/,
  'narrative.litigation.total': /诉讼|应诉/,
};

type Compiled = (typeof COMPILED)[number];
const COMPILED = NARRATIVE_NONE.map((phrase: NonePhrase) => ({
  phrase,
  negation: new RegExp(`^${phrase.negation}$`, 'u'),
  after: new RegExp(fillIn(phrase.after), 'u'),
  without: phrase.without === undefined ? null : new RegExp(phrase.without, 'u'),
  near: phrase.near === undefined ? null : new RegExp(phrase.near, 'u'),
}));
