import type { Finding } from '../../model/finding.js';
import { placeOf } from '../describe-verdict.js';
import { cellEvidence, textEvidence } from './evidence.js';
import { sayWords } from './say.js';
import { rowValue } from './table-value.js';
import type { TextJudgement, ToldReport } from './text-judgement.js';

/** 未收到申请, and yet the table has some. */
export function judgeNone({ claims, index, sections }: ToldReport): TextJudgement[] {
  const received = claims.filter(({ subject }) => subject === 'narrative.applications.received');
  const said = received.find(({ kind }) => kind === 'none');
  if (!said) return [];
  const rows = ['applications.new_received', 'results.total', 'applications.carried_in'];
  const [fresh, results, carried] = rows.map((indicator) => rowValue(index, indicator));
  if (fresh?.state !== 'number') return [{ check: CHECK, outcome: 'not_assessable' }];
  const tell = (
    message: string,
    told: Pick<Finding, 'severity' | 'outcome'>,
    row = fresh,
  ): TextJudgement => ({
    check: CHECK,
    outcome: told.outcome!,
    finding: {
      check: CHECK,
      ...told,
      message: `正文“${sayWords(said, sections)}”，${message}`,
      ...placeOf(row.figures[0]!),
      evidence: [textEvidence(said, sections), ...row.figures.map(cellEvidence)],
    },
  });
  if (fresh.value! > 0) {
    // The text itself tells of some elsewhere: 镇本级未收到, 全镇收到3件.
    const elsewhere = received.some(({ value }) => value > 0);
    const told = elsewhere
      ? ({ severity: 'info', outcome: 'uncertain' } as const)
      : ({ severity: 'error', outcome: 'fail' } as const);
    return [tell(`表三本年新收却为 ${fresh.value}`, told)];
  }
  if (
    results?.state === 'number' &&
    results.value! > 0 &&
    carried?.state === 'number' &&
    carried.value === 0
  ) {
    const message = `表三没有上年结转，办理结果总计却为 ${results.value}`;
    return [tell(message, { severity: 'warning', outcome: 'fail' }, results)];
  }
  return [{ check: CHECK, outcome: 'pass' }];
}

const CHECK = 'txt-none';
