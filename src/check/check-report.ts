import { BLANK_TOTAL } from '../catalogue/checks.js';
import { REPORT_IDENTITIES } from '../catalogue/identities.js';
import type { Figure, TemplateId } from '../model/extraction.js';
import type { Finding, Outcome } from '../model/finding.js';
import { applicableTables } from './applicable-tables.js';
import { judgeBlankTotals } from './blank-totals.js';
import { describeExplanation } from './describe-explanation.js';
import { explainTables } from './explain-table.js';
import { indexFigures } from './figure-index.js';
import type { Verdict } from './judge.js';
import { judgeIdentity } from './judge-identity.js';
import { SUM_IDENTITIES } from './sums.js';

export interface CheckableReport {
  /** Says which checks are due where a table wasn't recognised. */
  readonly template: TemplateId | null;
  readonly figures: readonly Figure[];
}

export interface ReportChecks {
  readonly findings: readonly Finding[];
  /** Check id → worst outcome of its instances; a check of another form than the report's has none. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

/**
 * Runs every identity within one report. Figures are compared as printed, never repaired; where sums are broken, a
 * hypothesis says why they may be.
 */
export function checkReport({ template, figures }: CheckableReport): ReportChecks {
  const index = indexFigures(figures);
  const held = new Set(index.keys());
  const findings: Finding[] = [];
  const outcomes: Record<string, Outcome> = {};
  const verdicts: Verdict[] = [];
  for (const identity of REPORT_IDENTITIES) {
    const tables = applicableTables(identity, held, template);
    if (tables.length === 0) continue;
    const judgement = judgeIdentity(identity, tables, ({ formTable, key }) => index.get(formTable)?.get(key));
    outcomes[identity.id] = judgement.outcome;
    findings.push(...judgement.findings);
    verdicts.push(...judgement.verdicts);
  }
  if (verdicts.some(({ instance }) => instance.leftIsTotal)) {
    const blank = judgeBlankTotals(verdicts);
    outcomes[BLANK_TOTAL.id] = blank.outcome;
    findings.push(...blank.findings);
  }
  if (findings.some(isBrokenSum)) findings.push(...explainTables(index).map(describeExplanation));
  return { findings, outcomes };
}

function isBrokenSum({ check, severity }: Finding): boolean {
  return severity === 'error' && SUM_IDENTITIES.some(({ id }) => id === check);
}
