/**
 * series   序列   figures of different forms that answer one question, with how far they may be compared (spec §2.8)
 */
import type { TemplateId } from '../model/extraction.js';
import type { Indicator } from '../model/form.js';
import { CROSSWALK, type CrosswalkEntry } from './crosswalk.js';
import { FORM_TABLES } from './forms.js';
import { INDICATOR_BY_CODE, INDICATORS } from './indicators.js';

export type Grade = Indicator['comparability'];

export interface Series {
  /** The indicator that the newest form counts it by, or a name of its own where several are added up. */
  readonly code: string;
  readonly labelZh: string;
  readonly unit: string | null;
  /** Whether it has the columns of 表三. A form without them counts the total. */
  readonly byApplicant: boolean;
  /** Form → indicators to add up. */
  readonly terms: Readonly<Partial<Record<TemplateId, readonly string[]>>>;
  /** Of every two forms that have it, the earlier first. */
  readonly grades: readonly { readonly from: TemplateId; readonly to: TemplateId; readonly grade: Grade }[];
}

/** An indicator stands for itself, unless a crosswalk entry continues it under another name. */
function listSeries(): Series[] {
  const continued = new Set(CROSSWALK.flatMap((entry) => continuedBy(entry)));
  const named = new Set(CROSSWALK.map(({ series }) => series));
  const alone = INDICATORS.filter(({ code }) => !continued.has(code) && !named.has(code));
  return [
    ...CROSSWALK.map(crossed),
    ...alone.map((indicator) => crossed({ series: indicator.code, terms: {}, grades: {} })),
  ];
}

/** What is a form's only term: by itself it would be the same line twice. */
function continuedBy({ series, terms }: CrosswalkEntry): string[] {
  return Object.values(terms).flatMap((codes) => (codes.length === 1 && codes[0] !== series ? codes : []));
}

function crossed({ series, labelZh, terms, grades }: CrosswalkEntry): Series {
  const own = INDICATOR_BY_CODE.get(series);
  const ownTerms = Object.fromEntries((own?.templates ?? []).map((form) => [form, [series]]));
  const all: Series['terms'] = { ...ownTerms, ...terms };
  const first = own ?? INDICATOR_BY_CODE.get(Object.values(all).flat()[0]!)!;
  return {
    code: series,
    labelZh: labelZh ?? first.labelZh,
    unit: first.unit,
    byApplicant: Object.values(all).some((codes) => codes.some((code) => BY_APPLICANT.has(code))),
    terms: all,
    grades: PAIRS.filter(([from, to]) => all[from] && all[to]).map(([from, to]) => ({
      from,
      to,
      grade: worst(
        STEPS.filter((step) => from <= step.from && step.to <= to).map(({ id }) => grades[id] ?? 'A'),
      ),
    })),
  };
}

function worst(grades: readonly Grade[]): Grade {
  return [...grades].sort().at(-1)!;
}

const STEPS = [
  { id: 't2014-t2019', from: 't2014', to: 't2019' },
  { id: 't2019-t2021', from: 't2019', to: 't2021' },
] as const;

const PAIRS = [
  ['t2014', 't2019'],
  ['t2019', 't2021'],
  ['t2014', 't2021'],
] as const;

const BY_APPLICANT: ReadonlySet<string> = new Set(
  FORM_TABLES.flatMap((table) => table.cells.flatMap((cell) => (cell.applicant ? cell.indicator : []))),
);

export const SERIES: readonly Series[] = listSeries();
