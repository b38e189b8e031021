import { type FormIndex, isUnder } from '../labels/form-index.js';
import type { LabelMatch } from '../labels/label-index.js';
import { OBJECT_SIGN } from '../readers/object-sign.js';
import type { GridCell, GridRow } from './grid.js';
import type { RowContext } from './row-context.js';
import type { MisspeltLabel } from './table-reading.js';

/** 2: word for word · 1: by a distinctive part, or without a label · 0: with a character wrong. */
export type LabelFit = 0 | 1 | 2;

/** The form row that a printed row is, and where its labels end. */
export interface ResolvedRow {
  readonly key: string;
  readonly label: string;
  /** Cells after the row's own label, left to right. */
  readonly values: readonly GridCell[];
  readonly fit: LabelFit;
  /** The row's own label or a group's is misspelt. */
  readonly misspelt: readonly MisspeltLabel[];
}

/**
 * Finds the row by its label path: the row's own label must be the form's, and every group label printed before it
 * must be a group of that row. 其他 and 总计 say too little alone: they need their group, or the row before them; where
 * headings stand above, a label of several rows is the one of the group that it stands under.
 */
export function resolveRow(
  row: GridRow,
  previousKey: string | null,
  context: RowContext,
  index: FormIndex,
): ResolvedRow | null {
  let found: ResolvedRow | null = null;
  const groups: string[] = [];
  for (const [place, cell] of row.cells.entries()) {
    if (SAYS_NOTHING.has(cell.text)) continue;
    const label = cell.text;
    const matches = matchRow(label, groups, previousKey, context, index);
    // A label over several rows names the group; this row's own label is printed in it alone.
    if (matches && !cell.continued && cell.cell.rowSpan === 1) {
      // Two rows' labels in one row: units side by side, or rows and columns exchanged.
      if (found) return null;
      found = toRow(row, place, matches, index);
    }
    const group = index.rowGroups.find(label)[0];
    if (group) groups.push(group.key);
    else if (!matches && (found || !isAside(label, index))) break;
  }
  return found;
}

function toRow(row: GridRow, place: number, match: LabelMatch, index: FormIndex): ResolvedRow {
  const groups = row.cells.slice(0, place).flatMap((cell): MisspeltLabel[] => {
    const official = index.rowGroups.find(cell.text)[0]?.misspelt;
    return official ? [{ cell, official, names: 'group' }] : [];
  });
  const own: MisspeltLabel[] = match.misspelt
    ? [{ cell: row.cells[place]!, official: match.misspelt, names: 'row' }]
    : [];
  const fit = match.exact ? 2 : own.length > 0 ? 0 : 1;
  const label = row.cells[place]!.text;
  return { key: match.key, label, fit, values: row.cells.slice(place + 1), misspelt: [...groups, ...own] };
}

/** A running number or the article that a block stands under may be printed before the label. */
function isAside(label: string, index: FormIndex): boolean {
  return RUNNING_NUMBER.test(label) || index.isIgnored(label);
}

function matchRow(
  label: string,
  groups: readonly string[],
  previousKey: string | null,
  context: RowContext,
  index: FormIndex,
) {
  const named = index.rows.find(label).filter(({ key }) => isUnder(index.rowByKey.get(key)!.path, groups));
  const matches =
    named.length > 1 && index.form.headingsAbove
      ? named.filter(({ key }) => context.includes(index.rowByKey.get(key)!.path.at(-2)?.text ?? ''))
      : named;
  if (matches.length !== 1) return null;
  const match = matches[0]!;
  const { path } = index.rowByKey.get(match.key)!;
  if (!WEAK.has(path.at(-1)!.text) || TOTAL_BY_NUMBER.test(label)) return match;
  const parent = path.at(-2)?.text;
  const proven =
    (parent !== undefined && groups.includes(parent)) || isJustBefore(previousKey, match.key, index);
  return proven ? match : null;
}

function isJustBefore(previousKey: string | null, key: string, index: FormIndex): boolean {
  const previous = previousKey === null ? undefined : index.rowOrder.get(previousKey);
  return previous !== undefined && previous + 1 === index.rowOrder.get(key);
}

/** A picture in a label's place tells no more than a blank. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['', OBJECT_SIGN]);
const RUNNING_NUMBER = /^[（(]?\d{1,2}[)）.、]?$/;

/** （七）总计: no column's total has that number. */
const TOTAL_BY_NUMBER = /^\s*(?:[（(]\s*七\s*[)）]|㈦)\s*总\s*计\s*$/;

/** Labels that occur under several parents or on both axes. */
const WEAK: ReadonlySet<string> = new Set(['3.其他', '（七）总计']);
