import type { ClaimPeriod } from '../../model/claim.js';

export interface AboutYear {
  readonly period: ClaimPeriod;
  readonly aboutYear: number | null;
}

/**
 * Tells which year the number at a place is of, by the words before it in its sentence: the last that names a time
 * counts. Titles in 《》, 上年结转 and comparisons (较去年) name none.
 */
export function yearTeller(plain: string, reportYear: number | null): (place: number) => AboutYear {
  let times: readonly Time[] | undefined;
  const own: AboutYear = { period: 'report_year', aboutYear: reportYear };
  return (place) => {
    times ??= findTimes(plain);
    let held = own;
    let wholeYear = false;
    const sentence = sentenceStart(plain, place);
    for (let at = firstBehind(times, sentence); at < times.length && times[at]!.index < place; at++) {
      const { groups } = times[at]!;
      if (groups.whole) wholeYear = held.period === 'report_year';
      else held = renewed(held, groups, { reportYear, wholeYear });
    }
    return held;
  };
}

interface Time {
  readonly index: number;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

function findTimes(plain: string): Time[] {
  const times: Time[] = [];
  TIMES.lastIndex = 0;
  for (let match = TIMES.exec(plain); match; match = TIMES.exec(plain)) {
    times.push({ index: match.index, groups: match.groups! });
  }
  return times;
}

/** Where the sentence before the one of `place` ends, as far back as a sentence is looked through. */
function sentenceStart(plain: string, place: number): number {
  const from = Math.max(0, place - LONGEST_SENTENCE);
  const far = plain.slice(from, place);
  return from + Math.max(far.lastIndexOf('。'), far.lastIndexOf('\n'));
}

/** By halves, for a text of many sentences. */
function firstBehind(times: readonly Time[], place: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]!.index <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function renewed(
  held: AboutYear,
  { asOf, asOfYear, ever, now, last, year }: Readonly<Record<string, string | undefined>>,
  { reportYear, wholeYear }: { readonly reportYear: number | null; readonly wholeYear: boolean },
): AboutYear {
  if (asOf) return { period: 'as_of', aboutYear: asOfYear ? Number(asOfYear) : held.aboutYear };
  // 全年累计 is the year's; 累计 without a word more may be of all years.
  if (ever) return wholeYear && ever === '累计' ? held : { period: 'cumulative', aboutYear: null };
  if (now) return { period: 'report_year', aboutYear: reportYear };
  if (last) return { period: 'other_year', aboutYear: reportYear === null ? null : reportYear - 1 };
  if (!year) return held;
  return { period: Number(year) === reportYear ? 'report_year' : 'other_year', aboutYear: Number(year) };
}

/** The look ahead lets most characters pass at once. */
const TIMES = new RegExp(
  `(?=[《截累历自较比同与和于结转顺延上去今本当全12])(?:${[
    '《[^》]{0,80}》?',
    '(?<asOf>截至|截止)(?:到|至)?(?: ?(?<asOfYear>(?:19|20)\\d\\d) ?年)?',
    '(?<ever>累计|历年|历史|自[^，。；自]{2,24}以来)',
    '(?:较|比|同比|与|和|同|于)(?:上一?年度?|去年|(?:19|20)\\d\\d ?年度?)(?:同期)?',
    '(?:结转|转入|顺延|延续)(?:到|至|入)? ?(?:19|20)\\d\\d ?年',
    '(?:上一?年度?|去年|(?:19|20)\\d\\d ?年度?)(?=结转|遗留|转入)',
    '(?<last>上一?年度?|去年)',
    '(?<now>今年|本年度?|当年)',
    '(?<whole>全年)',
    '(?:19|20)\\d\\d ?年度?(?=.{0,8}(?:要点|报告|预算|决算|方案|通知))',
    '(?<year>(?:19|20)\\d\\d) ?年',
  ].join('|')})`,
  'g',
);
const LONGEST_SENTENCE = 240;
