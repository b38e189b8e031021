import type { IdentityEvidence, ReportIdentity } from '../../model/extraction.js';
import type { Finding } from '../../model/finding.js';
import { coreOf, fullerName, isHigherOffice } from './unit-name.js';

/** An identity before its evidence is added. */
export type Settled = Omit<Required<ReportIdentity>, 'evidence'>;

/** Places of one document that can't all be right. A wrong year in the prose is left to the checks. */
export function contradictionsOf(identity: Settled, evidence: readonly IdentityEvidence[]): Finding[] {
  return [
    ...unitFindings(identity, evidence),
    ...yearFindings(identity, evidence),
    ...scopeFindings(identity, evidence),
  ];
}

function unitFindings({ unit }: Settled, evidence: readonly IdentityEvidence[]): Finding[] {
  const said = evidence.filter(({ field }) => field === 'unit');
  const followed = said.find(({ used }) => used);
  if (!unit || !followed) return [];
  const seen = new Set<string>();
  return said.flatMap((other): Finding[] => {
    if (other.used || seen.has(other.value) || namesTheSame(unit, other)) return [];
    seen.add(other.value);
    const message = `${PLACES[followed.source]}的单位“${followed.value}”与${PLACES[other.source]}“${other.value}”不同，采用“${unit}”`;
    return [warning('recognise/unit-differs', message, [followed, other])];
  });
}

/** With or without its county, its office (辉渠镇党政办公室), or the government above it that runs the site. */
function namesTheSame(unit: string, { value, source }: IdentityEvidence): boolean {
  if (fullerName(unit, value) || value.includes(coreOf(unit))) return true;
  return source !== 'signature' && isHigherOffice(value, unit);
}

function yearFindings(
  { year, period, publishedOn, signature }: Settled,
  evidence: readonly IdentityEvidence[],
): Finding[] {
  if (year === null) return [];
  const findings: Finding[] = [];
  const of = (...fields: string[]): IdentityEvidence[] =>
    evidence.filter(({ field }) => fields.includes(field));
  if (period && Number(period.from.slice(0, 4)) !== year) {
    const message = `标题年度 ${year} 与统计期限 ${period.from} 至 ${period.to} 不一致，以标题为准`;
    findings.push(warning('recognise/year-differs', message, of('year', 'period')));
  }
  // A report of 2021 may be dated in December 2021, never before; one that is published again years later is no contradiction.
  const earliest = `${year}-12-01`;
  for (const [day, nameZh] of [
    [publishedOn, '发布日期'],
    [signature.date, '落款日期'],
  ] as const) {
    if (day === null || day >= earliest) continue;
    const message = `${nameZh} ${day} 早于统计年度 ${year} 结束，年度或日期有误，均按原文保留`;
    findings.push(warning('recognise/date-before-year-end', message, of('year', 'published_on')));
    break;
  }
  if (signature.date && Number(signature.date.slice(0, 4)) > year + 1) {
    const message = `落款日期 ${signature.date} 比统计年度 ${year} 晚一年以上，请核对标题年度，均按原文保留`;
    findings.push({
      ...warning('recognise/signed-late', message, of('year', 'published_on')),
      severity: 'info',
    });
  }
  return findings;
}

/** A customs office reports for its whole district and for itself alone: one unit and year, two reports. */
function scopeFindings({ title }: Settled, evidence: readonly IdentityEvidence[]): Finding[] {
  const scope = title && /关区|本级|全系统|含下属/.exec(title)?.[0];
  if (!scope) return [];
  const message = `标题注明范围为“${scope}”：同一单位同一年度可能另有范围不同的报告，入库前请核对单位`;
  return [
    {
      ...warning(
        'recognise/scope',
        message,
        evidence.filter(({ field }) => field === 'title'),
      ),
      severity: 'info',
    },
  ];
}

function warning(check: string, message: string, evidence: readonly IdentityEvidence[]): Finding {
  return { check, severity: 'warning', message, evidence: evidence.map(({ text }) => ({ text })) };
}

const PLACES: Readonly<Record<IdentityEvidence['source'], string>> = {
  title: '标题中',
  metadata: '网页元数据中',
  signature: '落款',
  text: '正文中',
  table: '表格中',
  page: '页面上',
};
