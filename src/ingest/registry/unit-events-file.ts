import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { UNIT_EVENT_KINDS, type UnitEvent, type UnitEventKind } from '../../model/unit-event.js';
import { closestWord } from '../closest-word.js';
import { decodeText } from '../decode-text.js';
import { isDate } from '../is-date.js';

/** The events file can't be used. One line per problem, with its place. */
export class UnitEventsFileError extends Error {
  override readonly name = 'UnitEventsFileError';
}

/**
 * Reads what happened to units from CSV: `kind,date,from,to,source_url,note`; `from` and `to` are unit_ids, several set
 * apart by spaces or `;`. A merge has several before and one after (it may be one of them), a split one before and several
 * after, dissolve none after; the other kinds name the same unit on both sides.
 */
export async function readUnitEventsFile(path: string): Promise<UnitEvent[]> {
  const rows = parse(decodeText(await bytesOf(path)), {
    columns: true,
    trim: true,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  const problems: string[] = [];
  const events: UnitEvent[] = [];
  for (const [index, row] of (rows as Record<string, string>[]).entries()) {
    const event = eventOf(row);
    const found = problemsOf(event);
    problems.push(...found.map((problem) => `${path}:${index + 2}: ${problem}`));
    if (found.length === 0) events.push(event);
  }
  if (rows.length === 0) problems.push(`${path}:1: expected a header ${HEADER} and a row for each event`);
  if (problems.length > 0) throw new UnitEventsFileError(problems.join('\n'));
  return events;
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new UnitEventsFileError(`${path}: can't be read (${(cause as NodeJS.ErrnoException).code})`, {
      cause,
    });
  }
}

function eventOf(row: Record<string, string>): UnitEvent {
  return {
    kind: (row.kind ?? '') as UnitEventKind,
    happenedOn: row.date ?? '',
    fromUnits: idsOf(row.from),
    toUnits: idsOf(row.to),
    sourceUrl: row.source_url || null,
    note: row.note || null,
  };
}

function idsOf(cell = ''): string[] {
  return cell.split(/[\s;；,，、]+/).filter((id) => id !== '');
}

function problemsOf(event: UnitEvent): string[] {
  const problems: string[] = [];
  const sides = SIDES[event.kind];
  if (!sides) {
    const word = closestWord(event.kind, UNIT_EVENT_KINDS);
    const hint = word === null ? '' : ` (did you mean "${word}"?)`;
    problems.push(`kind: expected one of ${UNIT_EVENT_KINDS.join(', ')}${hint}, got "${event.kind}"`);
  } else if (!sides.fits(event.fromUnits, event.toUnits)) {
    const got = `from "${event.fromUnits.join(' ')}", to "${event.toUnits.join(' ')}"`;
    problems.push(`from, to: expected ${sides.expected}, got ${got}`);
  }
  if (!isDate(event.happenedOn)) {
    problems.push(`date: expected a day as YYYY-MM-DD such as 2021-12-30, got "${event.happenedOn}"`);
  }
  return problems;
}

interface Sides {
  readonly expected: string;
  readonly fits: (from: readonly string[], to: readonly string[]) => boolean;
}

const SAME: Sides = {
  expected: 'the same one unit_id on both sides',
  fits: (from, to) => from.length === 1 && to.length === 1 && from[0] === to[0],
};

const SIDES: Readonly<Partial<Record<string, Sides>>> = {
  rename: SAME,
  status_change: SAME,
  transfer: SAME,
  merge: {
    expected: 'several unit_ids before and one after',
    fits: (from, to) => from.length > 1 && to.length === 1,
  },
  split: {
    expected: 'one unit_id before and several after',
    fits: (from, to) => from.length === 1 && to.length > 1,
  },
  dissolve: {
    expected: 'one unit_id before and none after',
    fits: (from, to) => from.length === 1 && to.length === 0,
  },
};

const HEADER = 'kind,date,from,to,source_url,note';
