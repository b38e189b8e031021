/** Columns set side by side; Chinese characters take two places. */
export function printTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, place) =>
    Math.max(displayWidth(column), ...rows.map((row) => displayWidth(oneLine(row[place] ?? '')))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, place) => pad(oneLine(cell), widths[place]!, NUMBER.test(cell)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  const count = `(${rows.length} ${rows.length === 1 ? 'row' : 'rows'})`;
  return `${[line(columns), rule, ...rows.map(line), count].join('\n')}\n`;
}

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return right ? space + text : text + space;
}

/** Unicode TR11: wide and full-width characters. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;
const NUMBER = /^-?\d+(\.\d+)?$/;
