import type { Document } from '../model/document.js';
import type { ReportIdentity } from '../model/extraction.js';
import type { Finding } from '../model/finding.js';
import { linesOf, type Page } from './article.js';
import { findDate, findPeriod, findYear } from './dates.js';
import { publicationDate } from './publication-date.js';
import { findTitle } from './title.js';
import { fullerName, unitInSignature, unitInTitle } from './unit-name.js';

/** Who published the report and of when it is, by the document alone. A contradiction is a finding. */
export function identify(
  document: Document,
  page: Page,
): { identity: ReportIdentity; findings: readonly Finding[] } {
  const lines = linesOf(page.article);
  const title = findTitle(document, page);
  const signature = findSignature(lines);
  const period = findPeriod(lines.slice(0, PREAMBLE_LINES).join(''));
  const named = title ? unitInTitle(title) : null;
  const titleYear = title ? findYear(title) : null;
  const identity: ReportIdentity = {
    unit: settleUnit(named, signature.unit) ?? publisher(document, page),
    year: titleYear ?? (period ? Number(period.from.slice(0, 4)) : null),
    title,
    publishedOn: publicationDate(document, page) ?? signature.date,
    period,
  };
  return { identity, findings: contradictions(identity, named, signature.unit) };
}

function settleUnit(named: string | null, signed: string | null): string | null {
  if (!named || !signed) return named ?? signed;
  return fullerName(named, signed) ?? named;
}

interface Signature {
  readonly unit: string | null;
  readonly date: string | null;
}

/** 落款: the unit and the date at the end, on lines of their own; the date last. */
function findSignature(lines: readonly string[]): Signature {
  const tail = lines.slice(-SIGNATURE_LINES);
  const dated = tail.findLastIndex((line) => line.length <= LONGEST_DATE_LINE && findDate(line) !== null);
  const date = dated >= 0 ? findDate(tail[dated]!) : null;
  const near = dated >= 0 ? tail.slice(Math.max(0, dated - 2), dated + 2) : tail.slice(-2);
  const unit = near.map(unitInSignature).findLast((name) => name !== null) ?? null;
  return { unit, date };
}

/** 发布机构 as the page's metadata or furniture gives it: often the county, so it is the last resort. */
function publisher(document: Document, page: Page): string | null {
  const named = document.metadata.find(({ name }) => /^(contentsource|publisher|author)$/.test(name))?.value;
  const printed = linesOf([...page.furniture, ...page.article.slice(0, PREAMBLE_LINES)])
    .map((line) => /(?:发布机构|发布单位|公开主体|信息来源|来源)[:：]\s*([^\s\d，。|]{3,40})/.exec(line)?.[1])
    .find((name) => name !== undefined);
  return unitInSignature(printed ?? '') ?? unitInSignature(named ?? '');
}

function contradictions(
  { year, period }: ReportIdentity,
  named: string | null,
  signed: string | null,
): Finding[] {
  const findings: Finding[] = [];
  if (named && signed && !fullerName(named, signed)) {
    const message = `标题中的单位“${named}”与落款“${signed}”不同，以标题为准`;
    findings.push({ check: 'recognise/unit-differs', severity: 'warning', message });
  }
  if (year !== null && period && Number(period.from.slice(0, 4)) !== year) {
    const message = `标题年度 ${year} 与统计期限 ${period.from} 至 ${period.to} 不一致，以标题为准`;
    findings.push({ check: 'recognise/year-differs', severity: 'warning', message });
  }
  return findings;
}

const PREAMBLE_LINES = 12;
const SIGNATURE_LINES = 12;
const LONGEST_DATE_LINE = 24;
