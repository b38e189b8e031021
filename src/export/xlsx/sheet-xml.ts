import type { ColumnType, ViewColumn } from '../../store/views/view-columns.js';
import type { ViewRow } from '../../store/views/view-stream.js';
import { isExact } from '../parquet-columns.js';

export const SHEET_START =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData>';
export const SHEET_END = '</sheetData></worksheet>';

/** The first row: names in bold. */
export function headXml(names: readonly string[]): string {
  return `<row r="1">${names.map((name, index) => textCell(at(index, 1), name, STYLE.head)).join('')}</row>`;
}

/** One row. Numbers are numbers, text is never a formula, addresses are links. `cut` hears of text that is too long. */
export function rowXml(
  row: ViewRow,
  columns: readonly ViewColumn[],
  rowNo: number,
  cut: (column: string) => void,
): string {
  let cells = '';
  for (const [index, value] of row.entries()) {
    if (value === null) continue;
    const { name, type } = columns[index]!;
    const place = at(index, rowNo);
    if (type === 'string' && LINK.test(value)) cells += linkCell(place, value);
    else if (CELLS[type]) cells += CELLS[type](place, value);
    else {
      if (value.length > LONGEST_TEXT) cut(name);
      cells += textCell(place, value.length > LONGEST_TEXT ? value.slice(0, LONGEST_TEXT - 1) + MORE : value);
    }
  }
  return `<row r="${rowNo}">${cells}</row>`;
}

const CELLS: Partial<Record<ColumnType, (place: string, value: string) => string>> = {
  integer: numberCell,
  bigint: numberCell,
  number: numberCell,
  boolean: (place, value) => `<c r="${place}" t="b"><v>${value === 'true' ? 1 : 0}</v></c>`,
  date: (place, value) => {
    const days = (Date.parse(`${value}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
    // Excel's calendar begins in 1900 with a day too many.
    return days > 60 ? `<c r="${place}" s="${STYLE.date}"><v>${days}</v></c>` : textCell(place, value);
  },
};

/** Excel keeps fifteen digits: a longer number stays text, whole. */
function numberCell(place: string, value: string): string {
  return isExact(value) ? `<c r="${place}"><v>${value}</v></c>` : textCell(place, value);
}

function textCell(place: string, value: string, style = 0): string {
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}

/** As a formula: a hyperlink proper would have to be listed after all rows, and Excel takes 65,530 of those. */
function linkCell(place: string, url: string): string {
  const formula = escapeXml(`HYPERLINK("${url.replaceAll('"', '""')}")`);
  return `<c r="${place}" s="${STYLE.link}" t="str"><f>${formula}</f><v>${escapeXml(url)}</v></c>`;
}

function at(index: number, row: number): string {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters + row;
}

/** Characters that XML forbids are written _x0001_ (ECMA-376 22.4.2.4), and so is what only looks so. */
function escapeXml(text: string): string {
  return text
    .replace(/_x[0-9A-Fa-f]{4}_/g, (code) => `_x005F${code}`)
    .replace(FORBIDDEN, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** The text of a cell, where its XML is read already. */
export function unescapeText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Places in xl/styles.xml. */
const STYLE = { head: 1, link: 2, date: 3 } as const;
/** A formula holds texts of at most 255 characters; a longer address stays text. */
const LINK = /^https?:\/\/\S{1,240}$/;
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]/g;
/** Excel's own limit on a cell. */
const LONGEST_TEXT = 32_767;
const MORE = '…';
