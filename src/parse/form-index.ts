import type { FormCell, FormColumn, FormRow, FormTable, LabelPath } from '../model/form.js';
import { foldLabel } from './fold.js';
import { indexLabels, type LabelIndex } from './label-index.js';

/** A form table made ready to be looked up by printed labels. */
export interface FormIndex {
  readonly form: FormTable;
  readonly rows: LabelIndex;
  readonly rowGroups: LabelIndex;
  readonly columns: LabelIndex;
  readonly columnGroups: LabelIndex;
  readonly rowByKey: ReadonlyMap<string, FormRow>;
  readonly columnByKey: ReadonlyMap<string, FormColumn>;
  readonly rowOrder: ReadonlyMap<string, number>;
  readonly cellAt: (rowKey: string, columnKey: string) => FormCell | undefined;
  readonly isIgnored: (text: string) => boolean;
}

export function indexForm(form: FormTable): FormIndex {
  const cells = new Map(form.cells.map((cell) => [`${cell.rowKey}@${cell.columnKey}`, cell]));
  const ignored = form.ignored.map(({ label }) => foldLabel(label));
  return {
    form,
    rows: indexLabels(
      form.rows.flatMap(({ key, path }) => (path.length > 0 ? [[key, path.at(-1)!] as const] : [])),
    ),
    rowGroups: indexGroups(form.rows),
    columns: indexLabels(form.columns.map(({ key, path }) => [key, path.at(-1)!] as const)),
    columnGroups: indexGroups(form.columns),
    rowByKey: new Map(form.rows.map((row) => [row.key, row])),
    columnByKey: new Map(form.columns.map((column) => [column.key, column])),
    rowOrder: new Map(form.rows.map((row, place) => [row.key, place])),
    cellAt: (rowKey, columnKey) => cells.get(`${rowKey}@${columnKey}`),
    isIgnored: (text) => {
      const folded = foldLabel(text);
      return ignored.some((label) => folded.includes(label));
    },
  };
}

/** Groups are keyed by their own text: every label of a path but the last. */
function indexGroups(axis: readonly { readonly path: LabelPath }[]): LabelIndex {
  const groups = new Map(
    axis.flatMap(({ path }) => path.slice(0, -1).map((label) => [label.text, label] as const)),
  );
  return indexLabels([...groups]);
}

/** True when the path holds all of these groups (by text), in any depth. */
export function isUnder(path: LabelPath, groups: readonly string[]): boolean {
  return groups.every((group) => path.some((label) => label.text === group));
}
