import { TEXT_CHECKS } from '../catalogue/text-checks.js';
import type { Extraction } from '../model/extraction.js';
import type { Outcome } from '../model/finding.js';
import type { ReportChecks } from './check-report.js';
import { indexFigures } from './figure-index.js';
import { worstOutcome } from './judge.js';
import { compareClaims } from './text/compare-claims.js';
import { judgeChannels } from './text/judge-channels.js';
import { judgeFees } from './text/judge-fees.js';
import { judgeNone } from './text/judge-none.js';
import type { ToldReport } from './text/text-judgement.js';

/**
 * What the prose says against what the tables print, and against itself. Only claims of the report year are held
 * against the tables; a report whose prose says nothing of a matter has no outcome for it.
 */
export function checkText({
  figures,
  sections,
  claims,
}: Pick<Extraction, 'figures' | 'sections' | 'claims'>): ReportChecks {
  const report: ToldReport = {
    index: indexFigures(figures),
    sections,
    claims: claims.filter(({ period }) => period === 'report_year'),
    all: claims,
  };
  const judgements = [compareClaims, judgeNone, judgeChannels, judgeFees].flatMap((judge) => judge(report));
  const outcomes: Record<string, Outcome> = {};
  for (const { id } of TEXT_CHECKS) {
    const own = judgements.filter(({ check }) => check === id);
    if (own.length > 0) outcomes[id] = worstOutcome(own.map(({ outcome }) => outcome));
  }
  return { findings: judgements.flatMap(({ finding }) => finding ?? []), outcomes };
}
