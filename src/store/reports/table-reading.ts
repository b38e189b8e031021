import { FORM_TABLE_BY_ID } from '../../catalogue/forms.js';
import { INDICATOR_BY_CODE } from '../../catalogue/indicators.js';
import type { Figure, FigureState } from '../../model/extraction.js';
import type { FormTable } from '../../model/form.js';
import { storableText } from '../postgres/copy-text.js';
import { type CellLayout, layoutOf } from './cell-layout.js';

/** What a report prints of one form table, as stored: arrays by slot (sql/migrations, core.table_reading). */
export interface TableReading {
  readonly formTable: string;
  readonly part: number;
  readonly tableNo: number;
  readonly values: readonly (number | null)[];
  readonly states: string | null;
  readonly layout: CellLayout;
  readonly exceptions: Readonly<Record<string, Exception>> | null;
}

/** r raw, v value, u unit: only what the arrays and the catalogue don't already say. */
export interface Exception {
  r?: string;
  v?: number;
  u?: string | null;
}

/** A report that the tables can't hold: a fault of the reader, not of the document. */
export class UnstorableReportError extends Error {
  override readonly name = 'UnstorableReportError';
}

/** Figures → array rows. Loses nothing: readFigures gives the same figures again. */
export function readingsOf(figures: readonly Figure[]): TableReading[] {
  const drafts: Draft[] = [];
  let draft: Draft | undefined;
  let slot = -1;
  for (const figure of figures) {
    if (draft?.form.id !== figure.formTable) {
      draft = drafts.find((d) => d.form.id === figure.formTable) ?? startDraft(drafts, figure.formTable, 0);
      slot = -1;
    }
    slot = slotOf(draft.form, figure, slot + 1);
    // A document may print a cell of the form twice; the second goes into the next part.
    let target: Draft = draft;
    while (target.figures[slot]) {
      const next: number = target.part + 1;
      target =
        drafts.find((d) => d.form === target.form && d.part === next) ??
        startDraft(drafts, figure.formTable, next);
    }
    target.figures[slot] = figure;
  }
  return drafts.map(finishDraft);
}

interface Draft {
  readonly form: FormTable;
  readonly part: number;
  readonly figures: (Figure | undefined)[];
}

function startDraft(drafts: Draft[], formTable: string, part: number): Draft {
  const form = FORM_TABLE_BY_ID.get(formTable);
  if (!form)
    throw new UnstorableReportError(
      `a figure names the form table ${formTable}, which is not in the catalogue`,
    );
  const draft: Draft = { form, part, figures: new Array(form.cells.length).fill(undefined) };
  drafts.push(draft);
  return draft;
}

/** Figures mostly come in the order of the form: try the next slot before looking it up. */
function slotOf(form: FormTable, figure: Figure, guess: number): number {
  const next = form.cells[guess];
  if (next && next.indicator === figure.indicator && next.applicant === figure.applicant) return guess;
  const slot = slotIn(form.id, figure.indicator, figure.applicant);
  if (slot !== undefined) return slot;
  throw new UnstorableReportError(`${form.id} has no cell ${figure.indicator} @ ${figure.applicant ?? '–'}`);
}

/** Where a form table keeps a figure, if it has it. */
export function slotIn(formTable: string, indicator: string, applicant: string | null): number | undefined {
  return SLOTS.get(formTable)?.get(indicator)?.get(applicant);
}

function finishDraft({ form, part, figures }: Draft): TableReading {
  const values: (number | null)[] = [];
  let states = '';
  let exceptions: Record<string, Exception> | null = null;
  let tableNo = Number.POSITIVE_INFINITY;
  for (const figure of figures) if (figure && figure.table < tableNo) tableNo = figure.table;
  const places: number[] = [];
  for (let slot = 0; slot < figures.length; slot++) {
    const figure = figures[slot];
    if (!figure) {
      values.push(null);
      states += '.';
      places.push(-1, -1, -1);
      continue;
    }
    values.push(figure.value !== null && isInt2(figure.value) ? figure.value : null);
    states += STATE_LETTERS[figure.state];
    places.push(figure.table - tableNo, figure.row, figure.column);
    const exception = exceptionOf(figure);
    if (exception) {
      exceptions ??= {};
      exceptions[slot] = exception;
    }
  }
  return {
    formTable: form.id,
    part,
    tableNo,
    values,
    states: states === 'n'.repeat(states.length) ? null : states,
    layout: layoutOf(form.id, places),
    exceptions,
  };
}

function exceptionOf(figure: Figure): Exception | null {
  const { raw, value, unit } = figure;
  const plain = value !== null && isInt2(value);
  let exception: Exception | null = null;
  if (raw !== (plain ? String(value) : '')) exception = { r: storableText(raw) };
  if (value !== null && !plain) {
    if (!Number.isFinite(value))
      throw new UnstorableReportError(`${figure.indicator}: ${value} is no number`);
    exception = { ...exception, v: value };
  }
  if (unit !== unitOf(figure.indicator))
    exception = { ...exception, u: unit === null ? null : storableText(unit) };
  return exception;
}

/** Of two bytes, as core.table_reading.values holds them. */
function isInt2(value: number): boolean {
  return (value << 16) >> 16 === value;
}

/** What an indicator is counted in, by the catalogue: stored only where a cell says otherwise. */
export function unitOf(indicator: string): string | null {
  return INDICATOR_BY_CODE.get(indicator)?.unit ?? null;
}

/** How core.table_reading.states writes them; a dot is no such cell. */
export const STATE_LETTERS: Readonly<Record<FigureState, string>> = {
  number: 'n',
  annotated: 'a',
  blank: 'b',
  placeholder: 'p',
  text: 't',
  withheld: 'w',
};

const SLOTS: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string | null, number>>> = new Map(
  [...FORM_TABLE_BY_ID.values()].map((form) => {
    const byIndicator = new Map<string, Map<string | null, number>>();
    for (const { indicator, applicant, slot } of form.cells) {
      byIndicator.set(indicator, (byIndicator.get(indicator) ?? new Map()).set(applicant, slot));
    }
    return [form.id, byIndicator];
  }),
);
