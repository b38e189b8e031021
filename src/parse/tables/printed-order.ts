import { type FormIndex, isUnder } from '../labels/form-index.js';
import type { GridCell, GridRow } from './grid.js';
import { isCaption, OTHER_COLUMN } from './header.js';

/**
 * The order in which header rows print the columns, without trusting grid positions: a group takes its labels from the
 * row below, as far as they are its own. A label that is none of the form's is a column that isn't the form's, where it
 * certainly stands among those of one group. Null unless every printed label is accounted for exactly once.
 */
export function printedOrder(
  rows: readonly GridRow[],
  index: FormIndex,
): { readonly order: readonly string[] | null; readonly unknown: readonly GridCell[] } {
  const levels = rows.map((row) => labelsOf(row, rows, index)).filter((labels) => labels.length > 0);
  const header = new HeaderLevels(levels, index);
  const isProven = header.take(0, []) && header.isUsedUp() && header.isOnce();
  return { order: isProven ? header.order : null, unknown: header.unknown };
}

function labelsOf(row: GridRow, rows: readonly GridRow[], index: FormIndex): GridCell[] {
  const stub = endOfStub(row, index);
  return row.cells.filter((cell, place) => {
    if (place < stub || cell.continued || cell.text === '' || index.isIgnored(cell.text)) return false;
    const known = index.columns.find(cell.text).length > 0 || index.columnGroups.find(cell.text).length > 0;
    return known || !isCaption(cell, rows);
  });
}

/** Where the columns begin that stand behind the rows' labels: behind 序号, and behind 信息内容 or the corner note. */
function endOfStub({ cells }: GridRow, index: FormIndex): number {
  const corner = cells.findLastIndex(({ text }) => text !== '' && index.isIgnored(text));
  const first = cells.findIndex(({ text }) => text !== '');
  const isKnown = (place: number): boolean => index.columns.find(cells[place]!.text).length > 0;
  const stub = cells.slice(0, corner).some((_, place) => isKnown(place)) ? 0 : corner + 1;
  return first >= 0 && SERIAL.test(cells[first]!.text) ? Math.max(first + 1, stub) : stub;
}

const SERIAL = /^(?:序\s*号|编\s*号)$/;

/** What one label of a header is, under the groups that it was found in. */
type Meaning =
  | { readonly is: 'column' | 'group'; readonly key: string }
  | { readonly is: 'unknown' }
  | { readonly is: 'of another group' };

class HeaderLevels {
  readonly order: string[] = [];
  readonly unknown: GridCell[] = [];
  readonly #started = new Set<number>();

  constructor(
    private readonly levels: GridCell[][],
    private readonly index: FormIndex,
  ) {}

  /** Takes from a level what belongs to the groups (to the table itself where there are none); false where that isn't certain. */
  take(first: number, groups: readonly string[]): boolean {
    const level = this.#levelOf(first, groups);
    const labels = this.levels[level];
    if (!labels || labels.length === 0) return false;
    const isFirst = !this.#started.has(level);
    this.#started.add(level);
    // Between two groups nobody knows whose an unknown label is.
    if (!isFirst && this.#meaning(labels[0]!, groups).is === 'unknown') return false;
    const taken = new Set<string>();
    while (labels.length > 0 && this.#belongs(labels, groups, taken)) {
      const label = labels.shift()!;
      const meaning = this.#meaning(label, groups);
      if ('key' in meaning) taken.add(meaning.key);
      if (meaning.is === 'group' && !this.take(level + 1, [...groups, meaning.key])) return false;
      if (meaning.is === 'column') this.order.push(meaning.key);
      if (meaning.is !== 'unknown') continue;
      this.order.push(OTHER_COLUMN);
      this.unknown.push(label);
    }
    return taken.size > 0;
  }

  /** Rows that go on with labels of other groups are passed over: a group's own may be printed in the lowest row. */
  #levelOf(first: number, groups: readonly string[]): number {
    const isOthers = (labels: readonly GridCell[]): boolean =>
      labels.length > 0 && this.#meaning(labels[0]!, groups).is === 'of another group';
    let level = first;
    while (isOthers(this.levels[level] ?? [])) level += 1;
    return level;
  }

  isUsedUp(): boolean {
    return this.levels.every((labels) => labels.length === 0);
  }

  isOnce(): boolean {
    const columns = this.order.filter((key) => key !== OTHER_COLUMN);
    return new Set(columns).size === columns.length;
  }

  /** The next label is these groups' own: known and not taken yet, or unknown with such a one, or none at all, behind it. */
  #belongs(labels: readonly GridCell[], groups: readonly string[], taken: ReadonlySet<string>): boolean {
    for (const label of labels) {
      const meaning = this.#meaning(label, groups);
      if (meaning.is !== 'unknown') return 'key' in meaning && !taken.has(meaning.key);
    }
    return true;
  }

  #meaning({ text }: GridCell, groups: readonly string[]): Meaning {
    const { columns, columnGroups, columnByKey, form } = this.index;
    const found = columns.find(text);
    const own = found.filter(({ key }) => isUnder(columnByKey.get(key)!.path, groups));
    const group = found.some(({ exact }) => exact) ? undefined : columnGroups.find(text)[0];
    if (group) {
      const within = [...groups, group.key];
      const isOwn = form.columns.some(({ path }) => isUnder(path, within));
      return isOwn ? { is: 'group', key: group.key } : { is: 'of another group' };
    }
    if (own.length === 1) return { is: 'column', key: own[0]!.key };
    return found.length === 0 ? { is: 'unknown' } : { is: 'of another group' };
  }
}
