/** expected.json of the sample: every figure that its reports print, and what is wrong with them. */

import { figureValue } from '../generate/figures.js';
import { CARRIED_IN, CARRIED_OUT } from '../generate/form-rows.js';
import type { PublishedReport } from './sample-files.js';
import { BROKEN_CARRY, LATE, MISSING, type SampleReport, WRONG_TOTAL } from './sample-reports.js';

/** The file's text: one figure a line, so that a change shows as the lines that changed. */
export function expectedJson(all: readonly SampleReport[], published: readonly PublishedReport[]): string {
  const reports = published.map((item) => reportJson(item)).join(',\n');
  return `{\n"defects": [\n${defects(all)
    .map((defect) => JSON.stringify(defect))
    .join(',\n')}\n],\n"reports": [\n${reports}\n]\n}\n`;
}

function reportJson({ report, file, url }: PublishedReport): string {
  const { truth } = report;
  const head = JSON.stringify({
    file,
    url,
    unit_id: report.unitId,
    year: truth.year,
    publishedOn: truth.publishedOn,
    title: truth.title,
    table2: truth.table2,
    table3: truth.table3,
  });
  const figures = [...truth.figures.values()].map((figure) => JSON.stringify(figure));
  return `${head.slice(0, -1)},"figures":[\n${figures.join(',\n')}\n]}`;
}

/** `fails` lists every check that fails because of the defect; no other identity or carry-over does. */
function defects(all: readonly SampleReport[]): object[] {
  const truthOf = (unitId: string, year: number) =>
    all.find((report) => report.unitId === unitId && report.truth.year === year)!.truth;
  const printed = figureValue(
    truthOf(WRONG_TOTAL.unitId, WRONG_TOTAL.year).figures,
    WRONG_TOTAL.indicator,
    'total',
  );
  const { unitId, toYear, applicant } = BROKEN_CARRY;
  const carry = (column: 'total' | typeof applicant) => ({
    applicant: column,
    carried_out: figureValue(truthOf(unitId, toYear - 1).figures, CARRIED_OUT.indicator, column),
    carried_in: figureValue(truthOf(unitId, toYear).figures, CARRIED_IN.indicator, column),
  });
  return [
    {
      kind: 'wrong_total',
      unit_id: WRONG_TOTAL.unitId,
      year: WRONG_TOTAL.year,
      indicator: WRONG_TOTAL.indicator,
      applicant: 'total',
      printed,
      correct: printed - 1,
      fails: [
        { check: 't3-row-total', indicator: WRONG_TOTAL.indicator },
        { check: 't3-results-sum', applicant: 'total' },
      ],
    },
    {
      kind: 'broken_carry_over',
      unit_id: unitId,
      year: toYear,
      cells: [carry(applicant), carry('total')],
      fails: [
        { check: 'xy-carry', applicant },
        { check: 'xy-carry', applicant: 'total' },
      ],
    },
    {
      kind: 'late',
      unit_id: LATE.unitId,
      year: LATE.year,
      due_on: `${LATE.year + 1}-01-31`,
      published_on: truthOf(LATE.unitId, LATE.year).publishedOn,
      fails: [{ check: 'late-publication' }],
    },
    { kind: 'missing', unit_id: MISSING.unitId, year: MISSING.year, fails: [{ check: 'report-missing' }] },
  ];
}
