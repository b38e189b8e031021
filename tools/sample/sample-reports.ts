/** The reports of the sample: four units over three years, with exactly four things wrong. */

import { figureKey, figureValue, plain } from '../generate/figures.js';
import { type Applicant, PARTS } from '../generate/form-rows.js';
import { random } from '../generate/random.js';
import { carriedOut, makeTruth, type ReportTruth, type TruthOptions, withFigure } from '../generate/truth.js';
import { sampleUnit } from './sample-units.js';

export interface SampleReport {
  readonly unitId: string;
  readonly truth: ReportTruth;
  readonly plan: ReportPlan;
}

export interface ReportPlan {
  readonly year: number;
  readonly publishedOn: string;
  readonly looks: 'clean' | 'word';
  readonly format: 'html' | 'docx' | 'docx-automatic-numbers' | 'html-gb18030' | 'unpublished';
  /** Table 三 still of the 2019 form under a table 二 of 2021. */
  readonly mixed?: boolean;
}

/** 映荷街道 2022 prints this 总计 one too high. */
export const WRONG_TOTAL = {
  unitId: 'nanhu-yinghe',
  year: 2022,
  indicator: 'results.unable.not_held',
} as const;

/** 青杉镇 2022 says one more 上年结转 from natural persons than its report of 2021 carried out. */
export const BROKEN_CARRY = {
  unitId: 'beiyuan-qingshan',
  toYear: 2022,
  applicant: 'natural_person',
} as const;

/** 麦垛镇 published its report of 2020 after the 31st of January. */
export const LATE = { unitId: 'beiyuan-maiduo', year: 2020 } as const;

/** 苇岸镇 has no report of 2021. */
export const MISSING = { unitId: 'nanhu-weian', year: 2021 } as const;

export const SAMPLE_YEARS = { from: 2020, to: 2022 } as const;

const PLANS: Readonly<Record<string, readonly ReportPlan[]>> = {
  'beiyuan-qingshan': [
    { year: 2020, publishedOn: '2021-01-19', looks: 'clean', format: 'docx' },
    { year: 2021, publishedOn: '2022-01-18', looks: 'clean', format: 'html' },
    { year: 2022, publishedOn: '2023-01-16', looks: 'word', format: 'html' },
  ],
  'beiyuan-maiduo': [
    { year: 2020, publishedOn: '2021-02-18', looks: 'word', format: 'html' },
    { year: 2021, publishedOn: '2022-01-25', looks: 'clean', format: 'html', mixed: true },
    { year: 2022, publishedOn: '2023-01-28', looks: 'word', format: 'docx-automatic-numbers' },
  ],
  'nanhu-yinghe': [
    { year: 2020, publishedOn: '2021-01-22', looks: 'clean', format: 'html-gb18030' },
    { year: 2021, publishedOn: '2022-01-12', looks: 'word', format: 'html' },
    { year: 2022, publishedOn: '2023-01-10', looks: 'clean', format: 'html' },
  ],
  'nanhu-weian': [
    { year: 2020, publishedOn: '2021-01-26', looks: 'word', format: 'html' },
    { year: 2021, publishedOn: '2022-01-20', looks: 'clean', format: 'unpublished' },
    { year: 2022, publishedOn: '2023-01-19', looks: 'clean', format: 'html' },
  ],
};

/** Every report of the sample, the one that was never published too: the next year's 上年结转 rests on it. */
export function makeSampleReports(): SampleReport[] {
  return Object.entries(PLANS).flatMap(([unitId, plans], unitIndex) => {
    let previous: ReportTruth | undefined;
    return plans.map((plan) => {
      const drawn = makeTruth(random(plan.year * 100 + unitIndex), optionsOf(unitId, plan, previous));
      previous = drawn;
      return { unitId, plan, truth: plantWrongTotal(unitId, drawn) };
    });
  });
}

function optionsOf(unitId: string, plan: ReportPlan, previous: ReportTruth | undefined): TruthOptions {
  const form = plan.year < 2021 ? 't2019' : 't2021';
  const options: TruthOptions = {
    unit: sampleUnit(unitId),
    year: plan.year,
    table2: form,
    table3: plan.mixed ? 't2019' : form,
    publishedOn: plan.publishedOn,
  };
  if (!previous) return options;
  return { ...options, carriedIn: carriedIn(unitId, plan.year, previous), inForceBefore: inForce(previous) };
}

function carriedIn(unitId: string, year: number, previous: ReportTruth): Record<Applicant, number> {
  const carried = carriedOut(previous);
  if (unitId === BROKEN_CARRY.unitId && year === BROKEN_CARRY.toYear) carried[BROKEN_CARRY.applicant] += 1;
  return carried;
}

function inForce({ figures, table2 }: ReportTruth): number {
  return figureValue(figures, `proactive.normative.${table2 === 't2019' ? 'disclosed_total' : 'in_force'}`);
}

function plantWrongTotal(unitId: string, truth: ReportTruth): ReportTruth {
  if (unitId !== WRONG_TOTAL.unitId || truth.year !== WRONG_TOTAL.year) return truth;
  const right = PARTS.reduce((sum, part) => sum + figureValue(truth.figures, WRONG_TOTAL.indicator, part), 0);
  const unit = truth.figures.get(figureKey(WRONG_TOTAL.indicator, 'total'))!.unit!;
  return withFigure(truth, plain(WRONG_TOTAL.indicator, right + 1, unit, 'total'));
}
