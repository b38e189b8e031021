/** Prints the tables and the last line. */
import type { Count, Tally } from './tally.js';

export function summary(tally: Tally, sentences: Count['claims']): string {
  return [
    table('format', tally.groups.format),
    table('form', tally.groups.form),
    table('variation', tally.groups.variation),
    factsTable(tally),
    factsByVariation(tally),
    table('in all', new Map([['all documents', tally.all]])),
    table('in all', new Map([['information kept', tally.preserving]])),
    `${claimsLine('documents', tally.all.claims)}\n${claimsLine('sentences', sentences)}`,
    lastLine(tally.all),
  ].join('\n\n');
}

/** `exact E/T silent_wrong S missing M`; T is every figure of the truth. */
export function lastLine(count: Count): string {
  const { exact, silent_wrong, missing } = count.figures;
  return `exact ${exact}/${count.truth} silent_wrong ${silent_wrong} missing ${missing}`;
}

/** What the prose tells in numbers, apart from the figures. */
function claimsLine(where: string, { exact, wrong, missing }: Count['claims']): string {
  return `claims in ${where}: exact ${exact}/${exact + missing} wrong ${wrong} missing ${missing}`;
}

function table(title: string, groups: ReadonlyMap<string, Count>): string {
  const rows = [...groups].sort(([, a], [, b]) => badness(b) - badness(a));
  const faultless = rows.filter(([, count]) => isFaultless(count));
  // Hundreds of lines that say the same are one.
  const shown = faultless.length > MOST_FAULTLESS ? rows.filter(([, count]) => !isFaultless(count)) : rows;
  const lines = shown.map(([name, count]) => [name, ...cells(count)]);
  const rest = rows.length - shown.length;
  return (
    aligned([[title, ...HEAD], ...lines]) + (rest > 0 ? `\nand ${rest} more with every figure exact` : '')
  );
}

const MOST_FAULTLESS = 12;

function isFaultless({ truth, figures, falseErrors, unread }: Count): boolean {
  return figures.exact === truth && figures.silent_wrong + figures.flagged + falseErrors + unread === 0;
}

/** Silently wrong first, then figures that are not exact. */
function badness(count: Count): number {
  const share = count.truth === 0 ? 0 : 1 - count.figures.exact / count.truth;
  return count.figures.silent_wrong * 1e6 + share;
}

const HEAD = [
  'documents',
  'figures',
  'exact',
  'exact %',
  'silent_wrong',
  'flagged',
  'inexact',
  'missing',
  'unsaid',
  'false_errors',
];

function cells(count: Count): string[] {
  const { exact, silent_wrong, flagged, inexact, missing } = count.figures;
  const share = count.truth === 0 ? '–' : ((exact / count.truth) * 100).toFixed(3);
  const unread = count.unread > 0 ? ` (${count.unread} unread)` : '';
  const numbers = [silent_wrong, flagged, inexact, missing, count.unsaid, count.falseErrors];
  return [`${count.documents}${unread}`, `${count.truth}`, `${exact}`, share, ...numbers.map(String)];
}

function factsTable({ groups }: Tally): string {
  const rows = [...groups.format].flatMap(([format, { facts }]) =>
    Object.entries(facts).map(([fact, found]) => [
      format,
      fact,
      ...[found.exact, found.wrong, found.null].map(String),
    ]),
  );
  return aligned([['format', 'fact', 'exact', 'wrong', 'null'], ...rows]);
}

/** Which variations cost a unit, a year, a day, a form or a section. */
function factsByVariation({ groups }: Tally): string {
  const rows = [...groups.variation].flatMap(([variation, { facts }]) =>
    Object.entries(facts)
      .filter(([, found]) => found.wrong + found.null > 0)
      .map(([fact, found]) => [variation, fact, ...[found.exact, found.wrong, found.null].map(String)]),
  );
  if (rows.length === 0) return 'unit, year, date, form and sections are exact under every variation';
  return aligned([['variation', 'fact', 'exact', 'wrong', 'null'], ...rows]);
}

/** Names to the left, numbers to the right. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
        .join('  '),
    )
    .join('\n');
}
