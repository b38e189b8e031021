import type { FormCell, FormColumn, FormRow, FormTable, LabelPath } from '../../model/form.js';
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
  /** By a group's own text: it and the groups over it. */
  readonly groupPaths: ReadonlyMap<string, readonly string[]>;
  /** Columns without figures (单位, 历年累计), and the one of them that prints each row's unit. */
  readonly sideColumns: ReadonlySet<string>;
  readonly unitColumn: string | null;
  readonly cellAt: (rowKey: string, columnKey: string) => FormCell | undefined;
  readonly isIgnored: (text: string) => boolean;
}

export function indexForm(form: FormTable): FormIndex {
  const cells = new Map(form.rows.map(({ key }) => [key, new Map<string, FormCell>()]));
  for (const cell of form.cells) cells.get(cell.rowKey)?.set(cell.columnKey, cell);
  const filled = new Set(form.cells.map(({ columnKey }) => columnKey));
  const ignored = form.ignored.map(({ label }) => foldLabel(label));
  return {
    form,
    rows: indexLabels(
      form.rows.flatMap(({ key, path }) => (path.length > 0 ? [[key, path.at(-1)!] as const] : [])),
    ),
    rowGroups: indexGroups(form.rows),
    columns: indexLabels(
      form.columns.map(({ key, path }) => [key, path.at(-1)!] as const),
      { years: true },
    ),
    columnGroups: indexGroups(form.columns),
    rowByKey: new Map(form.rows.map((row) => [row.key, row])),
    columnByKey: new Map(form.columns.map((column) => [column.key, column])),
    rowOrder: new Map(form.rows.map((row, place) => [row.key, place])),
    groupPaths: new Map(form.rows.flatMap(({ path }) => pathsOfGroups(path))),
    sideColumns: new Set(form.columns.map(({ key }) => key).filter((key) => !filled.has(key))),
    unitColumn: form.columns.find(({ holds }) => holds === 'unit')?.key ?? null,
    cellAt: (rowKey, columnKey) => cells.get(rowKey)?.get(columnKey),
    isIgnored: (text) => {
      const folded = foldLabel(text);
      return ignored.some((label) => folded.includes(label));
    },
  };
}

function pathsOfGroups(path: LabelPath): [string, string[]][] {
  const texts = path.map(({ text }) => text);
  return texts.slice(0, -1).map((text, depth) => [text, texts.slice(0, depth + 1)]);
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

/** A label of a row, a column or a group of either. */
export function isLabelOf(text: string, { rows, rowGroups, columns, columnGroups }: FormIndex): boolean {
  return (
    rows.find(text).length > 0 ||
    columns.find(text).length > 0 ||
    rowGroups.find(text).length > 0 ||
    columnGroups.find(text).length > 0
  );
}
