import { type Database, inSnapshot } from './database.js';
import { codeOf } from './database-unavailable.js';

export interface QueryOptions {
  readonly timeoutMs?: number;
  /** Rows beyond are left out, and `truncated` says so. */
  readonly maxRows?: number;
}

export interface QueryAnswer {
  readonly columns: readonly string[];
  /** In the order of the columns; a statement may give two columns one name. */
  readonly rows: readonly (readonly unknown[])[];
  readonly truncated: boolean;
}

/** A statement that the database refused: what a person wrote, so the message is for people. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  /** Character of the statement where the trouble is, from 1. */
  readonly position: number | null;
  constructor(message: string, position: number | null, cause: unknown) {
    super(message, { cause });
    this.position = position;
  }
}

/**
 * Answers one reading statement. A cursor takes only queries, the extended protocol only one statement, and the
 * transaction is read-only: a `commit; drop …` gets nowhere on either database.
 */
export async function queryReadOnly(
  db: Database,
  statement: string,
  { timeoutMs = DEFAULT_TIMEOUT_MS, maxRows = DEFAULT_MAX_ROWS }: QueryOptions = {},
): Promise<QueryAnswer> {
  const prefix = UNCURSORED.test(statement) ? '' : DECLARE;
  const text = statement.replace(/[\s;]+$/, '');
  try {
    return await inSnapshot(db, async ({ client }) => {
      // Being a query, it also takes the snapshot, after which no statement can make the transaction writing.
      await client.query("select set_config('statement_timeout', $1, true)", [String(timeoutMs)]);
      const direct = await client.queryOne<unknown[]>(prefix + text, { rowMode: 'array' });
      if (prefix === '') return { columns: direct.columns, rows: direct.rows, truncated: false };
      const { columns, rows } = await client.queryOne<unknown[]>(`fetch ${maxRows + 1} from ${CURSOR}`, {
        rowMode: 'array',
      });
      return { columns, rows: rows.slice(0, maxRows), truncated: rows.length > maxRows };
    });
  } catch (error) {
    throw asQueryError(error, prefix.length, text);
  }
}

function asQueryError(error: unknown, offset: number, statement: string): unknown {
  const code = codeOf(error);
  if (!(error instanceof Error) || !/^[0-9A-Z]{5}$/.test(code)) return error;
  const at = 'position' in error && error.position ? Number(error.position) - offset : null;
  const position = at !== null && at > 0 && at <= statement.length + 1 ? at : null;
  const isFirstWord = position !== null && statement.slice(0, position - 1).trim() === '';
  const words = wordsOf(code, error.message, isFirstWord);
  const { line, column } = placeOf(statement, position);
  return new QueryError(
    position === null ? words : `${words} (line ${line}, column ${column})`,
    position,
    error,
  );
}

function wordsOf(code: string, message: string, isFirstWord: boolean): string {
  const advice = ADVICE.find((kind) => kind.code === code && (isFirstWord || !kind.firstWord))?.advice;
  const words = WORDS[code] ?? MESSAGES.find(([pattern]) => pattern.test(message))?.[1];
  return words ?? (advice === undefined ? message : `${message}; ${advice}`);
}

/** PostgreSQL counts characters, JavaScript UTF-16 units. */
function placeOf(statement: string, position: number | null): { line: number; column: number } {
  const lines = [...statement]
    .slice(0, Math.max(0, (position ?? 1) - 1))
    .join('')
    .split('\n');
  return { line: lines.length, column: [...lines.at(-1)!].length + 1 };
}

const CURSOR = 'nianbao_query';
const DECLARE = `declare ${CURSOR} no scroll cursor for `;

/** Reading statements that no cursor takes; they give few rows. */
const UNCURSORED = /^(\s|--[^\n]*\n|\/\*([^*]|\*(?!\/))*\*\/)*(explain|show)\b/i;

const READING_ONLY = 'only reading statements are answered here: select, with, values, table, explain, show';

const WORDS: Readonly<Record<string, string>> = {
  '57014': 'the query took too long and was stopped',
  '25006': READING_ONLY,
};

/** What to do, behind the database's own words. */
const ADVICE: readonly { readonly code: string; readonly firstWord?: boolean; readonly advice: string }[] = [
  { code: '42601', firstWord: true, advice: READING_ONLY },
  {
    code: '42P01',
    advice: '`nianbao dictionary` lists what there is; before the first run or load there is nothing',
  },
];

/** Where the database speaks of how the statement is sent, and not of what a person wrote. */
const MESSAGES: readonly (readonly [RegExp, string])[] = [
  [/multiple commands into a prepared statement/, 'one statement at a time: ask the others by themselves'],
  [/must not contain data-modifying statements/, READING_ONLY],
  [/bind message supplies 0 parameters/, 'there is no value for $1: write the value itself'],
];

const DEFAULT_TIMEOUT_MS = 60_000;
const DEFAULT_MAX_ROWS = 1_000_000;
