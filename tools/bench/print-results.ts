import { isRate } from './measurement.js';
import type { Result } from './run-measurements.js';

/** Results as a table for people: one line a measurement, what it is made of below. */
export function tableOf(results: readonly Result[]): string {
  const rows = [HEAD, ...results.map(rowOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lines = rows.map((row) => line(row, widths));
  const notes = results.map(notesOf);
  return `${[lines[0], rule(widths), ...lines.slice(1).flatMap((text, i) => [text, ...notes[i]!])].join('\n')}\n`;
}

function rowOf(result: Result): string[] {
  const { name, unit, median, min, max, floor, ratioToFloor, target, met } = result;
  return [
    name,
    unit,
    number(median),
    min === null || max === null ? '–' : `${number(min)}–${number(max)}`,
    number(floor),
    ratioToFloor === null ? '–' : `${ratioToFloor.toPrecision(3)} ×`,
    target === null ? '–' : `${isRate(unit) ? '≥' : '≤'} ${number(target)}`,
    met === null ? '–' : met ? 'yes' : 'NO',
  ];
}

function notesOf({ note, parts, skipped }: Result): string[] {
  const shares = Object.entries(parts).map(([name, value]) => `${name} ${number(value)}`);
  const words = [
    skipped && `not measured: ${skipped}`,
    note,
    shares.length > 0 && `parts: ${shares.join(', ')}`,
  ];
  return words.flatMap((text) => (text ? `    ${text}` : []));
}

function line(row: readonly string[], widths: readonly number[]): string {
  return row.map((text, i) => (i < 2 ? text.padEnd(widths[i]!) : text.padStart(widths[i]!))).join('  ');
}

function rule(widths: readonly number[]): string {
  return widths.map((width) => '-'.repeat(width)).join('  ');
}

function number(value: number | null): string {
  if (value === null) return '–';
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}

const HEAD = ['measurement', 'unit', 'median', 'min–max', 'floor', 'to floor', 'target', 'met'];
