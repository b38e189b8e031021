import { stringify } from 'csv-stringify/sync';
import type { Config } from '../config.js';
import { type QueryAnswer, queryReadOnly } from '../store/postgres/query-read-only.js';
import type { CommandContext } from './command.js';
import { EXIT } from './exit-codes.js';
import { printTable } from './print-table.js';
import { queryStoppably } from './query-stoppably.js';
import type { Reply } from './query-worker.js';
import { UsageError } from './usage-error.js';
import { withOpenDatabase } from './with-database.js';
import { writeResult } from './write-result.js';

/** `nianbao sql "select …"`: one reading statement, its answer on standard output. */
export async function sqlCommand(
  { config, log }: CommandContext,
  statement: string,
  { format, timeout }: { readonly format: string; readonly timeout: string },
): Promise<number> {
  const print = FORMATS[format];
  if (!print) throw new UsageError(`--format ${format}: expected ${Object.keys(FORMATS).join(', ')}`);
  const timeoutMs = Number(timeout) * 1000;
  if (!(timeoutMs >= 1 && timeoutMs <= LONGEST_TIMEOUT_MS))
    throw new UsageError(
      `--timeout ${timeout}: expected seconds, more than 0, up to ${Math.floor(LONGEST_TIMEOUT_MS / 1000)}`,
    );
  const reply = await ask(config, statement, timeoutMs);
  if ('failure' in reply) {
    log.info(`error: ${reply.failure.message}`);
    return reply.failure.exitCode;
  }
  const { answer } = reply;
  await writeResult(print(answer));
  if (answer.truncated)
    log.warn(`only the first ${answer.rows.length} rows are shown; add a limit or use export`);
  return EXIT.done;
}

/** A server stops a statement by itself; the embedded database has to be stopped. */
async function ask(config: Config, statement: string, timeoutMs: number): Promise<Reply> {
  if (config.databaseUrl === null)
    return queryStoppably({ dataFolder: config.dataFolder, statement }, timeoutMs);
  return { answer: await withOpenDatabase(config, (db) => queryReadOnly(db, statement, { timeoutMs })) };
}

const FORMATS: Readonly<Record<string, (answer: QueryAnswer) => string>> = {
  table: ({ columns, rows }) =>
    printTable(
      columns,
      rows.map((row) => row.map(asText)),
    ),
  csv: ({ columns, rows }) => stringify([[...columns], ...rows.map((row) => row.map(asText))]),
  json: ({ columns, rows }) => {
    const keys = keysOf(columns);
    const objects = rows.map((row) =>
      Object.fromEntries(keys.map((key, place) => [key, asJson(row[place])])),
    );
    return `${JSON.stringify(objects, null, 2)}\n`;
  },
};

/** An object holds a name once, a row may have it twice (`select r.*, f.*`): the second is `unit_id_2`. */
function keysOf(columns: readonly string[]): string[] {
  const keys = new Set<string>();
  for (const column of columns) {
    let key = column;
    for (let n = 2; keys.has(key); n += 1) key = `${column}_${n}`;
    keys.add(key);
  }
  return [...keys];
}

/** Null is empty; it is not 0 and not the word null. */
function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  const plain = asJson(value);
  return typeof plain === 'object' ? JSON.stringify(plain) : String(plain);
}

function asJson(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : typeof value === 'bigint' ? String(value) : value;
}

/** What the server's statement_timeout and Node's timers hold; a longer one would end the query at once. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;
