import type { RunCounts } from '../model/loading.js';
import type { StatusSummary } from '../store/collection/status-summary.js';

/** What a run leaves a person with: counts, what was found wrong, what is missing, and what to ask next. */
export function summaryOfRun(counts: RunCounts, status: StatusSummary): string {
  return `${[...countLines(counts), '', ...statusLines(status), '', ...QUESTIONS].join('\n')}\n`;
}

/** The state of the database in lines. */
export function statusLines(status: StatusSummary): string[] {
  const { blocker, error, warning, info } = status.findings;
  const { crawls, work } = status;
  return [
    `stored   ${status.reports} reports of ${status.units} units, ${status.documents} originals, ${status.earlierVersions} earlier versions`,
    `left     ${work.pagesDue} pages to look at, ${status.pending} documents to read${queueWords(work)}`,
    `lists    ${crawls.complete} of ${crawls.sources} sources read to their end`,
    ...crawls.incomplete.map((c) => `         not ${c.sourceId}: ${c.reason}`),
    ...status.coverage.map(coverageLine),
    ...status.refused.map(({ code, count }) => `refused  ${count} × ${code}`),
    `readers  ${status.control.map(({ code, count }) => `${count} ${code}`).join(', ') || 'no reports yet'}`,
    ...status.noted.map(({ code, count }) => `noted    ${count} reports × ${code}`),
    `findings ${blocker} blocker, ${error} error, ${warning} warning, ${info} info`,
    ...status.missing.map(
      (m) =>
        `missing  ${m.reportYear} ${m.unitName} (due ${m.dueOn}; ${m.absenceProven ? 'proven' : 'not proven'}: ${m.evidence})`,
    ),
    ...status.late.map(
      (l) => `late     ${l.reportYear} ${l.unitName} (published ${l.publishedOn}, due ${l.dueOn})`,
    ),
  ];
}

function coverageLine(c: StatusSummary['coverage'][number]): string {
  const watched = [
    ...(c.revised > 0 ? [`${c.revised} changed after publication`] : []),
    ...(c.unreachable > 0 ? [`${c.unreachable} pages gone`] : []),
  ];
  const missing = `${c.missing} missing (${c.absenceProven} proven)`;
  return [
    `${c.reportYear}     ${c.published} of ${c.expected} published, ${c.parsed} read, ${c.late} late, ${missing}`,
    ...watched,
  ].join(', ');
}

function queueWords({ jobsWaiting, jobsWorking, jobsFailed }: StatusSummary['work']): string {
  if (jobsWaiting + jobsWorking + jobsFailed === 0) return '';
  return `; queue: ${jobsWaiting} jobs wait, ${jobsWorking} at work, ${jobsFailed} given up`;
}

function countLines({ found, fetched, parsed, loaded, failed }: RunCounts): string[] {
  const news = fetched + parsed + loaded + failed === 0 ? ': nothing new since the last run' : '';
  return [`found ${found}, fetched ${fetched}, parsed ${parsed}, loaded ${loaded}, failed ${failed}${news}`];
}

const QUESTIONS = [
  'Ask it something:',
  `  npx nianbao sql "select unit_name, report_year, applications_received, disclosure_rate from mart.unit_year order by 1, 2"`,
  `  npx nianbao sql "select unit_name, f.report_year, check_id, message from mart.finding f join mart.unit using (unit_id) where severity in ('blocker','error') order by 2, 1"`,
  `  npx nianbao sql "select report_year, expected, published, late, missing from mart.coverage order by 1"`,
];
