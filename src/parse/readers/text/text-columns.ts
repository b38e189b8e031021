/**
 * Tables that a text prints without TABs: cells between bars (`| 规章 | 0 |`, `规章｜0`), or set apart by two or more
 * spaces. Each line is itself, or the cells of a row. Blank cells between spaces leave no trace, so such rows are proven
 * by their number of cells alone, as all rows of a text are.
 */
export function findColumns(lines: readonly string[]): readonly (string | readonly string[])[] {
  const barred = lines.map(cellsBetweenBars);
  const rows: (string | readonly string[])[] = [];
  for (let at = 0; at < lines.length; ) {
    const end = barred[at] ? at : endOfSpaced(lines, at);
    if (end > at) rows.push(...lines.slice(at, end).filter(isPrinted).map(spacedCells));
    else if (!isRuling(lines[at]!)) rows.push(barred[at] ?? lines[at]!);
    at = Math.max(end, at + 1);
  }
  return rows;
}

function cellsBetweenBars(line: string): readonly string[] | null {
  if (line.includes('\t') || (line.match(BARS)?.length ?? 0) < FEWEST_BARS) return null;
  return line
    .trim()
    .replace(OUTER_BARS, '')
    .split(BARS)
    .map((cell) => cell.trim());
}

/** `|---|---|`, `+----+----+`, `├──┼──┤`: a line of a table that prints nothing. */
function isRuling(line: string): boolean {
  return RULING.test(line) && DRAWN.test(line) && !line.includes('\t');
}

/** Where a run of lines ends that is a table by its gaps; `start` itself when none begins there. */
function endOfSpaced(lines: readonly string[], start: number): number {
  if (!isRow(lines[start]!, FEWEST_CELLS_FIRST)) return start;
  let last = start;
  for (let at = start + 1; at < lines.length && at - last <= LINES_BETWEEN; at++) {
    const line = lines[at]!;
    if (isRow(line, FEWEST_CELLS)) last = at;
    else if (line.includes('\t') || line.length > LONGEST_TITLE || /[。；]/.test(line)) break;
  }
  return last > start ? last + 1 : start;
}

function isRow(line: string, cells: number): boolean {
  return !line.includes('\t') && spacedCells(line).length >= cells;
}

function spacedCells(line: string): readonly string[] {
  return line.trim().split(GAP);
}

const isPrinted = (line: string): boolean => line.trim() !== '';

const BARS = /[|｜│┃]/g;
const OUTER_BARS = /^[|｜│┃]|[|｜│┃]$/g;
const RULING = /^[\s|｜│┃+:\-—=─━┄┈├┼┤┌┬┐└┴┘╋┣┫]+$/;
/** A dash alone is a cell without a number. */
const DRAWN = /[|｜│┃+├┼┤┌┬┐└┴┘╋┣┫]/;
/** One bar stands in titles, too. */
const FEWEST_BARS = 2;
/** A gap alone may be a signature beside its date; a table begins with more. */
const FEWEST_CELLS_FIRST = 3;
const FEWEST_CELLS = 2;
/** Blank lines and titles of blocks between two rows. */
const LINES_BETWEEN = 3;
const LONGEST_TITLE = 40;
const GAP = /[ \u00a0\u3000]{2,}/;
