import { LATE_PUBLICATION, PUBLICATION_DATE_UNKNOWN, REPORT_MISSING } from '../catalogue/checks.js';
import type { Finding, Outcome } from '../model/finding.js';
import type { Expectation } from '../model/series.js';

export interface YearHeld {
  readonly unitName: string;
  readonly reportYear: number;
  readonly expectation: Expectation | undefined;
  /** A document of the year is held, but couldn't be read: it was published, its day isn't known. */
  readonly unread: boolean;
  /** Of the report held; undefined where none is, null where its day isn't known. */
  readonly publishedOn: string | null | undefined;
}

export interface PublicationChecks {
  readonly findings: readonly Finding[];
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

/** Whether a report is there and came in time. A day that isn't known is never held against a unit. */
export function checkPublication(held: YearHeld, today: string): PublicationChecks {
  const outcomes: Record<string, Outcome> = {
    [LATE_PUBLICATION.id]: judgeLateness(held),
    [PUBLICATION_DATE_UNKNOWN.id]: judgeDate(held),
  };
  if (held.expectation) outcomes[REPORT_MISSING.id] = judgeMissing(held, held.expectation, today);
  const findings: Finding[] = [];
  if (outcomes[REPORT_MISSING.id] === 'fail') findings.push(describeMissing(held, held.expectation!));
  if (outcomes[LATE_PUBLICATION.id] === 'fail') {
    findings.push(describeLate(held.publishedOn!, held.expectation!));
  }
  if (outcomes[PUBLICATION_DATE_UNKNOWN.id] === 'uncertain') {
    findings.push(describeUnknownDate(held.reportYear));
  }
  return { findings, outcomes };
}

function judgeMissing({ unread, publishedOn }: YearHeld, { dueOn }: Expectation, today: string): Outcome {
  if (unread || publishedOn !== undefined) return 'pass';
  return today > dueOn ? 'fail' : 'not_assessable';
}

function judgeLateness({ publishedOn, expectation }: YearHeld): Outcome {
  if (publishedOn === undefined || !expectation) return 'not_assessable';
  if (publishedOn === null) return 'uncertain';
  return publishedOn > expectation.dueOn ? 'fail' : 'pass';
}

function judgeDate({ publishedOn }: YearHeld): Outcome {
  if (publishedOn === undefined) return 'not_assessable';
  return publishedOn === null ? 'uncertain' : 'pass';
}

/** Without the day of the check: the same report missing is the same finding tomorrow. */
function describeMissing({ unitName, reportYear }: YearHeld, { dueOn, basis }: Expectation): Finding {
  return {
    check: REPORT_MISSING.id,
    severity: REPORT_MISSING.severity,
    message: `未发布年报：未见${unitName}${reportYear}年度报告，应不迟于 ${dueOn} 发布（${basis}）`,
    outcome: 'fail',
  };
}

function describeLate(publishedOn: string, { dueOn, basis }: Expectation): Finding {
  return {
    check: LATE_PUBLICATION.id,
    severity: LATE_PUBLICATION.severity,
    message: `逾期 ${daysBetween(dueOn, publishedOn)} 天发布：${publishedOn} 发布，应不迟于 ${dueOn}（${basis}）`,
    outcome: 'fail',
    evidence: [{ text: publishedOn }],
  };
}

function describeUnknownDate(reportYear: number): Finding {
  return {
    check: PUBLICATION_DATE_UNKNOWN.id,
    severity: PUBLICATION_DATE_UNKNOWN.severity,
    message: `${reportYear}年度报告发布日期不明，是否逾期不作判定`,
    outcome: 'uncertain',
  };
}

const MS_A_DAY = 86_400_000;

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS_A_DAY);
}
