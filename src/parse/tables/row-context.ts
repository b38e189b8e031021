import type { FormIndex } from '../labels/form-index.js';
import { numberLevel } from '../sections/headings.js';
import type { GridCell, GridRow } from './grid.js';

/**
 * Under which headings a row stands where headings are rows of their own above it: the path of the last row or heading
 * of the form. A row that is none of the form's may begin a group of its own, so it ends what it could stand beside.
 */
export type RowContext = readonly string[];

/** The context after a row that is the form row `rowKey`, or null where it is none. */
export function contextAfter(
  row: GridRow,
  rowKey: string | null,
  before: RowContext,
  index: FormIndex,
): RowContext {
  if (rowKey !== null) return index.rowByKey.get(rowKey)!.path.map(({ text }) => text);
  const labels = row.cells.filter((cell) => !cell.continued && HAN.test(cell.text));
  const group = labels.map(({ text }) => index.rowGroups.find(text)[0]).find(Boolean);
  if (group) return index.groupPaths.get(group.key)!;
  return labels[0] ? endedBy(labels[0], before) : before;
}

/** （四）撤诉数 stands beside （三） under 五、, which goes on; 其中 goes on too; a label without a number may end all. */
function endedBy({ text }: GridCell, before: RowContext): RowContext {
  const level = numberLevel(text);
  if (level === 0) return /^\s*其中/.test(text) ? before : [];
  const ends = before.findIndex((label) => levelOf(label) >= level);
  return ends < 0 ? before : before.slice(0, ends);
}

const levelOf = (label: string): number => numberLevel(label) || BELOW_ALL;

const HAN = /[一-鿿]/;
/** 其中：… and labels without a number of their own. */
const BELOW_ALL = 4;
