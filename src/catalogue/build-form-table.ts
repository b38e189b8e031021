import type { FormCell, FormTable } from '../model/form.js';

type FormTableParts = Omit<FormTable, 'cells'> & {
  /** What stands where a row meets a column; null where the form prints no cell. */
  readonly cell: (
    rowKey: string,
    columnKey: string,
  ) => { indicator: string; applicant: string | null } | null;
};

/** Lists the cells of a form table row by row: that order is the order of stored values and never changes. */
export function buildFormTable({ cell, ...parts }: FormTableParts): FormTable {
  const cells: FormCell[] = [];
  for (const row of parts.rows) {
    for (const column of parts.columns) {
      const meaning = cell(row.key, column.key);
      if (meaning) cells.push({ slot: cells.length, rowKey: row.key, columnKey: column.key, ...meaning });
    }
  }
  return { ...parts, cells };
}
