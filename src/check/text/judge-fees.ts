import type { NarrativeClaim } from '../../model/claim.js';
import type { Figure } from '../../model/extraction.js';
import type { Outcome } from '../../model/finding.js';
import { placeOf } from '../describe-verdict.js';
import { findInAnyTable } from '../figure-index.js';
import { cellEvidence, textEvidence } from './evidence.js';
import { sayWords } from './say.js';
import { rowValue } from './table-value.js';
import type { TextJudgement, ToldReport } from './text-judgement.js';

/** 信息处理费: what the text tells, against itself and against tables 二 and 三. */
export function judgeFees(report: ToldReport): TextJudgement[] {
  const told = (subject: string) => report.claims.filter((claim) => claim.subject === subject);
  const fees: Fees = {
    report,
    collected: told('info_fee.collected'),
    notices: told('info_fee.notices'),
    overdue: overdueOf(report),
  };
  return [...judgeUncollected(fees), ...judgeNotices(fees), ...judgeSubset(fees)];
}

interface Fees {
  readonly report: ToldReport;
  readonly collected: readonly NarrativeClaim[];
  readonly notices: readonly NarrativeClaim[];
  /** 逾期未缴费 of table 三; null where its form has no such row, or it can't be read. */
  readonly overdue: { readonly value: number; readonly figures: readonly Figure[] } | null;
}

function overdueOf({ index }: ToldReport): Fees['overdue'] {
  const row = rowValue(index, 'results.other.fee_overdue');
  return row?.state === 'number' ? { value: row.value!, figures: row.figures } : null;
}

/** 未收取, and yet an amount, or fees that went overdue without a notice. */
function judgeUncollected({ report, collected, notices, overdue }: Fees): TextJudgement[] {
  const none = collected.find(({ value }) => value === 0);
  if (!none) return [];
  const some = collected.find(({ value }) => value > 0);
  if (some) {
    const message = `正文“${sayWords(none, report.sections)}”，又说“${sayWords(some, report.sections)}”`;
    return [tell('txt-fee', { report, claims: [none, some], message, outcome: 'fail' })];
  }
  if (!overdue || overdue.value === 0 || notices.some(({ value }) => value > 0)) {
    return [{ check: 'txt-fee', outcome: 'pass' }];
  }
  const message = `正文“${sayWords(none, report.sections)}”，未说发出过收费通知，表三逾期未缴费却有 ${overdue.value} 件`;
  return [tell('txt-fee', { report, claims: [none], figures: overdue.figures, message, outcome: 'fail' })];
}

function judgeNotices({ report, notices, overdue }: Fees): TextJudgement[] {
  if (!overdue) return [];
  if (overdue.value === 0) return [{ check: 't3-fee-row', outcome: 'pass' }];
  const { figures } = overdue;
  const said = `表三逾期未缴费 ${overdue.value} 件`;
  if (notices.length === 0) {
    const message = `${said}，正文未见发出收费通知的件数，供核对`;
    return [tell('t3-fee-row', { report, claims: [], figures, message, outcome: 'uncertain' })];
  }
  const most = notices.reduce((a, b) => (b.value > a.value ? b : a));
  if (most.value >= overdue.value) return [{ check: 't3-fee-row', outcome: 'pass' }];
  const outcome = most.qualifier === null ? 'fail' : 'uncertain';
  const message = `${said}，多于正文“${sayWords(most, report.sections)}”`;
  return [tell('t3-fee-row', { report, claims: [most], figures, message, outcome })];
}

/** 400元 is 0.04万元, which 0 stands for: the cell's own last digit decides. */
function judgeSubset({ report, collected }: Fees): TextJudgement[] {
  const cell = findInAnyTable(report.index, 'proactive.fees.amount');
  const [claim] = collected.filter(({ kind, qualifier }) => kind === 'number' && qualifier === null);
  if (!cell || !claim) return [];
  if (cell.value === null || collected.some(({ value }) => value !== claim.value)) {
    return [{ check: 'fee-subset', outcome: 'not_assessable' }];
  }
  const yuan = claim.value * (claim.unit === '万元' ? 10_000 : 1);
  const rounding = 5_000 / 10 ** decimalsOf(cell);
  if (yuan <= cell.value * 10_000 + rounding) return [{ check: 'fee-subset', outcome: 'pass' }];
  const message = `正文“${sayWords(claim, report.sections)}”超过表二行政事业性收费 ${cell.value} 万元，供核对`;
  return [tell('fee-subset', { report, claims: [claim], figures: [cell], message, outcome: 'uncertain' })];
}

function decimalsOf({ raw, value, state }: Figure): number {
  return /[.．]([\d０-９]+)$/.exec(state === 'number' ? raw : String(value))?.[1]?.length ?? 0;
}

function tell(
  check: string,
  {
    report,
    claims,
    figures = [],
    message,
    outcome,
  }: {
    readonly report: ToldReport;
    readonly claims: readonly NarrativeClaim[];
    readonly figures?: readonly Figure[];
    readonly message: string;
    readonly outcome: Outcome;
  },
): TextJudgement {
  const evidence = [
    ...claims.map((claim) => textEvidence(claim, report.sections)),
    ...figures.map(cellEvidence),
  ];
  const place = figures[0] ? placeOf(figures[0]) : {};
  const severity = outcome === 'fail' ? 'warning' : 'info';
  return { check, outcome, finding: { check, severity, message, outcome, ...place, evidence } };
}
