import { FORM_CHECKS } from '../catalogue/quality-form.js';
import { PROSE_CHECKS } from '../catalogue/quality-text.js';
import type { Extraction } from '../model/extraction.js';
import { type Answers, ask } from './quality/ask.js';
import { REPORT_JUDGES } from './quality/report-judges.js';
import { type ReadParts, viewReport } from './quality/report-view.js';

/** How one report is made and written, by itself alone. What is no report isn't asked. */
export function checkQuality(extraction: Pick<Extraction, ReadParts>): Answers {
  if (extraction.findings.some(({ check }) => check === NOT_A_REPORT)) return { findings: [], outcomes: {} };
  const report = viewReport(extraction);
  return ask(CHECKS, report, ({ id }) => REPORT_JUDGES[id]!(report));
}

const CHECKS = [...FORM_CHECKS, ...PROSE_CHECKS];
const NOT_A_REPORT = 'recognise/not-a-report';
