import type { Evidence } from '../../model/finding.js';
import { storableJson, storableText } from '../postgres/copy-text.js';
import { figureIn } from './figures-of.js';
import { slotIn, type TableReading } from './table-reading.js';

/**
 * The evidence of a finding as stored. Element n is the cell `cells[n]` of the same report, and what `extras[n]` says
 * besides or instead. A cell is 1000 × the place of its reading among the report's (by form table and part) + its slot.
 */
export interface StoredEvidence {
  readonly cells: readonly (number | null)[] | null;
  readonly extras: string | null;
}

/** Evidence mostly repeats figures of the same report; the view core.report_finding_whole puts them back. */
export function storeEvidence(
  evidence: readonly Evidence[],
  readings: readonly TableReading[],
): StoredEvidence {
  const cells = evidence.map((one) => cellOf(one, readings));
  if (cells.every((cell) => cell === null)) return { cells: null, extras: storableJson(evidence) };
  const extras = evidence.map((one, n) => (cells[n] === null ? one : withoutFigure(one)));
  const none = extras.every((extra) => Object.keys(extra).length === 0);
  return { cells, extras: none ? null : storableJson(extras) };
}

/** In the order that the cells count: by form table, then part. */
export function inCellOrder(readings: readonly TableReading[]): TableReading[] {
  const key = ({ formTable, part }: TableReading) => `${formTable} ${String(part).padStart(5, '0')}`;
  return readings.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Null where the evidence is no whole figure that is stored just so, whichever of two printings of it. */
function cellOf(evidence: Evidence, readings: readonly TableReading[]): number | null {
  const { indicator, applicant, raw, value, table, row, column } = evidence;
  if (indicator === undefined || applicant === undefined || raw === undefined) return null;
  for (const [place, reading] of readings.entries()) {
    const slot = slotIn(reading.formTable, indicator, applicant);
    const figure = slot === undefined ? null : figureIn(reading, slot);
    if (!figure || slot! >= SLOTS_EACH || place > LAST_PLACE) continue;
    const alike = figure.raw === storableText(raw) && figure.value === value;
    if (alike && figure.table === table && figure.row === row && figure.column === column)
      return place * SLOTS_EACH + slot!;
  }
  return null;
}

function withoutFigure({
  indicator,
  applicant,
  raw,
  value,
  table,
  row,
  column,
  ...extra
}: Evidence): Evidence {
  return extra;
}

/** Two bytes a cell hold 32 readings of a thousand cells; no form has as many. */
const SLOTS_EACH = 1000;
const LAST_PLACE = 31;
