import { FORM_TABLE_BY_ID } from '../../catalogue/forms.js';
import type { Figure, FigureState } from '../../model/extraction.js';
import type { FormTable } from '../../model/form.js';
import { STATE_LETTERS, type TableReading, UnstorableReportError, unitOf } from './table-reading.js';

/** Array rows → figures, in the order of the document. */
export function figuresOf(readings: readonly TableReading[]): Figure[] {
  const figures: Figure[] = [];
  for (const reading of readings) {
    const form = FORM_TABLE_BY_ID.get(reading.formTable);
    if (!form)
      throw new UnstorableReportError(`${reading.formTable} is stored but not in the catalogue of forms`);
    for (const cell of form.cells) {
      const figure = figureAt(reading, cell);
      if (figure) figures.push(figure);
    }
  }
  return figures.sort((a, b) => a.table - b.table || a.row - b.row || a.column - b.column);
}

/** The figure of one slot; null where the report has no such cell. */
export function figureIn(reading: TableReading, slot: number): Figure | null {
  const cell = FORM_TABLE_BY_ID.get(reading.formTable)?.cells[slot];
  return cell ? figureAt(reading, cell) : null;
}

function figureAt(reading: TableReading, cell: FormTable['cells'][number]): Figure | null {
  const letter = reading.states?.[cell.slot] ?? (reading.states === null ? 'n' : '.');
  const state = STATE_BY_LETTER.get(letter);
  if (!state) return null;
  const { slot, indicator, applicant } = cell;
  const exception = reading.exceptions?.[slot];
  const stored = reading.values[slot] ?? null;
  const { places } = reading.layout;
  return {
    indicator,
    applicant,
    formTable: reading.formTable,
    raw: exception?.r ?? (stored === null ? '' : String(stored)),
    value: exception?.v ?? stored,
    unit: exception && 'u' in exception ? (exception.u ?? null) : unitOf(indicator),
    state,
    table: reading.tableNo + places[slot * 3]!,
    row: places[slot * 3 + 1]!,
    column: places[slot * 3 + 2]!,
  };
}

const STATE_BY_LETTER: ReadonlyMap<string, FigureState> = new Map(
  (Object.keys(STATE_LETTERS) as FigureState[]).map((state) => [STATE_LETTERS[state], state]),
);
