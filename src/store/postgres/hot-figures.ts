import type { Extraction, Figure } from '../../model/extraction.js';

/** Columns of core.report that repeat a figure: the ones that most questions ask for. */
export const HOT_FIGURES = {
  new_received: ['applications.new_received', 'total'],
  natural_person_received: ['applications.new_received', 'natural_person'],
  carried_in: ['applications.carried_in', 'total'],
  granted: ['results.granted', 'total'],
  partially_granted: ['results.partially_granted', 'total'],
  denied_state_secret: ['results.denied.state_secret', 'total'],
  denied_law_prohibited: ['results.denied.law_prohibited', 'total'],
  denied_security_stability: ['results.denied.security_stability', 'total'],
  denied_third_party_rights: ['results.denied.third_party_rights', 'total'],
  denied_internal_affairs: ['results.denied.internal_affairs', 'total'],
  denied_process_information: ['results.denied.process_information', 'total'],
  denied_enforcement_file: ['results.denied.enforcement_file', 'total'],
  denied_administrative_inquiry: ['results.denied.administrative_inquiry', 'total'],
  unable_not_held: ['results.unable.not_held', 'total'],
  unable_creation_required: ['results.unable.creation_required', 'total'],
  unable_unclear_after_correction: ['results.unable.unclear_after_correction', 'total'],
  not_processed_petition_complaint: ['results.not_processed.petition_complaint', 'total'],
  not_processed_duplicate: ['results.not_processed.duplicate', 'total'],
  not_processed_public_publication: ['results.not_processed.public_publication', 'total'],
  not_processed_excessive_repeated: ['results.not_processed.excessive_repeated', 'total'],
  not_processed_confirm_or_reissue: ['results.not_processed.confirm_or_reissue', 'total'],
  other_correction_overdue: ['results.other.correction_overdue', 'total'],
  other_fee_overdue: ['results.other.fee_overdue', 'total'],
  other_miscellaneous: ['results.other.miscellaneous', 'total'],
  other_reported_total: ['results.other.total', 'total'],
  results_total: ['results.total', 'total'],
  carried_out: ['applications.carried_out', 'total'],
  review_corrected: ['review.corrected', null],
  review_pending: ['review.pending', null],
  review_total: ['review.total', null],
  direct_corrected: ['litigation.direct.corrected', null],
  direct_pending: ['litigation.direct.pending', null],
  direct_total: ['litigation.direct.total', null],
  after_review_corrected: ['litigation.after_review.corrected', null],
  after_review_pending: ['litigation.after_review.pending', null],
  after_review_total: ['litigation.after_review.total', null],
  undivided_litigation_corrected: ['stats.litigation.corrected', null],
  undivided_litigation_total: ['stats.litigation.total', null],
  licensing_decisions: ['proactive.licensing.decisions', null],
  penalty_decisions: ['proactive.penalty.decisions', null],
  coercion_decisions: ['proactive.coercion.decisions', null],
  normative_issued: ['proactive.normative.issued', null],
  normative_repealed: ['proactive.normative.repealed', null],
  normative_in_force: ['proactive.normative.in_force', null],
  fees_amount: ['proactive.fees.amount', null],
  procurement_amount: ['proactive.procurement.amount', null],
} as const satisfies Readonly<Record<string, readonly [indicator: string, applicant: string | null]>>;

/**
 * Rows of the table of 2014–2018 that go on as one of these figures, with a break (spec §2.8): their sum stands for it in
 * a report of that form. 属于已主动公开范围 is counted as 予以公开 since 2019.
 */
const BEFORE_2019 = {
  new_received: ['stats.applications.received'],
  granted: ['stats.replies.granted', 'stats.replies.already_public'],
  partially_granted: ['stats.replies.partially_granted'],
  denied_state_secret: ['stats.replies.denied.state_secret'],
  denied_third_party_rights: ['stats.replies.denied.trade_secret', 'stats.replies.denied.privacy'],
  denied_security_stability: ['stats.replies.denied.security_stability'],
  unable_not_held: ['stats.replies.not_own_competence', 'stats.replies.not_existing'],
  results_total: ['stats.replies.total'],
  review_corrected: ['stats.review.corrected'],
  review_total: ['stats.review.total'],
} as const satisfies Partial<Record<keyof typeof HOT_FIGURES, readonly string[]>>;

export type HotColumn = keyof typeof HOT_FIGURES;

export const HOT_COLUMNS = Object.keys(HOT_FIGURES) as readonly HotColumn[];

/**
 * The values of the hot columns, in their order. A report that prints the table of 2014–2018 beside those of a later form
 * counts by the one that it is said to have (`template`): what is blank there is not filled from the other. A figure that
 * is printed twice with different values has none here: neither is known to be the right one.
 */
export function readHotFigures({ figures, template }: Extraction): (number | null)[] {
  const row: (number | null | undefined)[] = new Array(HOT_COLUMNS.length).fill(undefined);
  for (const figure of figures) {
    if ((figure.formTable === STATISTICS) !== (template === 't2014')) continue;
    const index = INDEX.get(figure.indicator)?.get(figure.applicant);
    if (index === undefined) continue;
    const value = fits(figure.value, DECIMALS.has(HOT_COLUMNS[index]!)) ? figure.value : null;
    row[index] = row[index] === undefined || row[index] === value ? value : null;
  }
  if (template === 't2014') fillFromBefore2019(row, figures);
  return row.map((value) => value ?? null);
}

/** A sum needs all of its parts, each printed as one number. */
function fillFromBefore2019(row: (number | null | undefined)[], figures: readonly Figure[]): void {
  const values = new Map<string, number | null>();
  for (const { indicator, value } of figures)
    values.set(indicator, values.has(indicator) && values.get(indicator) !== value ? null : value);
  for (const [column, parts] of Object.entries(BEFORE_2019)) {
    const place = HOT_COLUMNS.indexOf(column as HotColumn);
    const known = parts.map((part) => values.get(part) ?? null);
    const sum = known.reduce((total, value) => (total === null || value === null ? null : total + value), 0);
    row[place] = fits(sum, false) ? sum : null;
  }
}

/** Counts are whole and of four bytes; anything else stays in mart.figure, with its finding. */
export function isInt4(value: number): boolean {
  return (value | 0) === value;
}

function fits(value: number | null, decimal: boolean): boolean {
  return value !== null && (decimal || isInt4(value));
}

const STATISTICS = 't2014.statistics';
const DECIMALS: ReadonlySet<HotColumn> = new Set(['fees_amount', 'procurement_amount']);

const INDEX: ReadonlyMap<string, ReadonlyMap<string | null, number>> = indexColumns();

function indexColumns() {
  const index = new Map<string, Map<string | null, number>>();
  HOT_COLUMNS.forEach((column, position) => {
    const [indicator, applicant] = HOT_FIGURES[column];
    const byApplicant = index.get(indicator) ?? new Map<string | null, number>();
    index.set(indicator, byApplicant.set(applicant, position));
  });
  return index;
}
