import { CHANNEL_LISTS } from '../../catalogue/text-checks.js';
import type { NarrativeClaim } from '../../model/claim.js';
import { formatDecimal, sumExactly } from '../decimal.js';
import { textEvidence } from './evidence.js';
import { sayWords } from './say.js';
import type { TextJudgement, ToldReport } from './text-judgement.js';

/** A total and the channels that the text lists right behind it. */
export function judgeChannels(report: ToldReport): TextJudgement[] {
  return CHANNEL_LISTS.flatMap(({ total, parts }) =>
    report.all.flatMap((claim, place) => {
      if (claim.subject !== total || claim.kind === 'none') return [];
      const list = listBehind(report, place, parts);
      return list ? [judge(claim, list, report)] : [];
    }),
  );
}

/** Null where there is no list of two or more, or where a number that nobody knows goes on with it. */
function listBehind({ all, sections }: ToldReport, place: number, parts: string): NarrativeClaim[] | null {
  const total = all[place]!;
  const behind = all.slice(place + 1).filter(({ section }) => section === total.section);
  const end = behind.findIndex(({ subject }) => !subject?.startsWith(parts));
  const list = end < 0 ? behind : behind.slice(0, end);
  if (list.length < 2) return null;
  const { text } = sections[total.section]!;
  if (text.slice(total.end, list.at(-1)!.end).includes('\n')) return null;
  const next = end < 0 ? undefined : behind[end];
  const goesOn = next?.unit === total.unit && !/[。；;\n]/.test(text.slice(list.at(-1)!.end, next!.start));
  const alike = list.every(({ unit }) => unit === total.unit);
  return goesOn || !alike ? null : list;
}

function judge(
  total: NarrativeClaim,
  list: readonly NarrativeClaim[],
  { sections }: ToldReport,
): TextJudgement {
  if ([total, ...list].some(({ qualifier }) => qualifier !== null))
    return { check: CHECK, outcome: 'not_assessable' };
  const sum = formatDecimal(sumExactly(list.map(({ value }) => value)));
  if (sum === formatDecimal(sumExactly([total.value]))) return { check: CHECK, outcome: 'pass' };
  const terms = list.map(({ value }) => value).join(' + ');
  return {
    check: CHECK,
    outcome: 'uncertain',
    finding: {
      check: CHECK,
      severity: 'info',
      message: `正文“${sayWords(total, sections)}”与其后各渠道之和不等：${terms} = ${sum}，供核对`,
      outcome: 'uncertain',
      evidence: [total, ...list].map((claim) => textEvidence(claim, sections)),
    },
  };
}

const CHECK = 'txt-channel-sum';
