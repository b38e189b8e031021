import type { Finding } from '../../model/finding.js';
import type { FormIndex } from '../labels/form-index.js';
import type { GridRow } from './grid.js';
import { SUBJECT_NAMES } from './leftovers.js';
import { ownNumbers, ownTexts } from './row-kinds.js';
import type { TableReading } from './table-reading.js';

/**
 * Of a table of which something is missing: rows without numbers whose label is blank or unknown, and blank cells under no
 * label. Either may be what is missing, so nobody can say that the publisher left it out.
 */
export function findUnlabelled(reading: TableReading): readonly Finding[] {
  const { index, grid, unheaded } = reading;
  const rows = grid.rows.filter((row) => isUnlabelled(row, reading));
  const name = SUBJECT_NAMES[index.form.subject];
  const about = (what: string, { index: row }: GridRow): Finding => ({
    check: 'recognise/unlabelled',
    severity: 'info',
    message: `${name}第 ${row + 1} 行${what}，可能是没有读到的内容`,
    table: grid.table.ordinal,
    row,
  });
  return [
    ...rows.slice(0, 1).map((row) => about('的标签空白或无法辨认', row)),
    ...unheaded.slice(0, 1).map((row) => about('有的格没有表头', row)),
  ];
}

function isUnlabelled(row: GridRow, { index, claims, unplaced, headerRows }: TableReading): boolean {
  // A row with numbers is named already, as one that is none of the form's (leftovers.ts).
  if (row.cells.length < 2 || ownNumbers(row).length > 0) return false;
  if (headerRows.has(row.index) || unplaced.includes(row)) return false;
  return (
    !claims.some((claim) => claim.row === row.index) && !ownTexts(row).some((text) => isKnown(text, index))
  );
}

function isKnown(text: string, { rows, rowGroups, columns, columnGroups, isIgnored }: FormIndex): boolean {
  const axes = [rows, rowGroups, columns, columnGroups];
  return isIgnored(text) || axes.some((labels) => labels.find(text).length > 0);
}
