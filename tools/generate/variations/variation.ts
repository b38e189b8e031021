/** A way in which real reports depart from the form: data in the lists of variations/, applied to a draft. */
import type { FormTemplate } from '../form-rows.js';
import type { Random } from '../random.js';
import type { ReportTruth, TruthOptions } from '../truth.js';
import type { Draft, Format } from './draft.js';

export interface Variation {
  /** Kebab-case, unique. */
  readonly name: string;
  /** What real page it imitates. */
  readonly zh: string;
  readonly formats: readonly Format[];
  /** It can be seen in a document of this truth and format. */
  readonly applies: (truth: ReportTruth, format: Format) => boolean;
  /** Figures can't be told any more for certain from what is printed: withholding them is right. */
  readonly destroysInformation: boolean;
  /** The report breaks a rule afterwards, so that an error finding is right. */
  readonly faulty: boolean;
  /** Of the variations that share one, a document has one at most. */
  readonly slot: string;
  /** Forms that the report must have for it. */
  readonly needs: { readonly table2?: FormTemplate | undefined; readonly table3?: FormTemplate | undefined };
  /** Of reports with tables 二 to 四, of those with the statistics table of 2014–2018, or of both. */
  readonly era: Era;
  /** Decides what is drawn, before anything is laid out. */
  readonly options?: (options: TruthOptions, rng: Random) => TruthOptions;
  readonly apply: (draft: Draft, rng: Random) => void;
}

export type Era = 'forms' | 'statistics' | 'any';

export interface Extras {
  readonly era?: Era;
  readonly formats?: readonly Format[];
  /** Applies to reports whose table 二 or 三 is of this form alone. */
  readonly table2?: FormTemplate;
  readonly table3?: FormTemplate;
  readonly destroys?: boolean;
  readonly faulty?: boolean;
  readonly slot?: string;
  readonly options?: Variation['options'];
}

/** One line of a list. */
export function vary(name: string, zh: string, apply: Variation['apply'], extras: Extras = {}): Variation {
  const { formats = ALL, table2, table3, options } = extras;
  return {
    name,
    zh,
    formats,
    applies: (truth, format) =>
      formats.includes(format) &&
      (table2 === undefined || truth.table2 === table2) &&
      (table3 === undefined || truth.table3 === table3),
    destroysInformation: extras.destroys ?? false,
    faulty: extras.faulty ?? false,
    slot: extras.slot ?? name,
    needs: { table2, table3 },
    era: extras.era ?? 'forms',
    apply,
    ...(options ? { options } : {}),
  };
}

const ALL: readonly Format[] = ['html', 'docx', 'text'];
export const MARKUP: readonly Format[] = ['html', 'docx'];
export const HTML: readonly Format[] = ['html'];
export const DOCX: readonly Format[] = ['docx'];
export const TEXT: readonly Format[] = ['text'];
