import { parseArgs } from 'node:util';

export interface BenchOptions {
  readonly json: boolean;
  /** Reports of the corpus, each as a page and as a .docx. */
  readonly documents: number;
  readonly seed: number;
  readonly rounds: number;
  /** A PostgreSQL server to use instead of a temporary one. */
  readonly url: string | null;
  /** Only the measurements whose names hold this. */
  readonly only: string;
}

const USAGE = `npm run bench -- [options]
  --json           one JSON object instead of a table
  --documents N    reports to measure with, at least 20 (100)
  --seed S         of the generated reports (1)
  --rounds R       timed rounds, at least 5 (5)
  --only TEXT      only measurements whose names hold TEXT
  --url URL        a PostgreSQL server to use (DATABASE_URL; else one is started); it gets a database of its own`;

/** Throws where an option can't be right, with what there is in the message. */
export function readBenchOptions(argv: readonly string[]): BenchOptions {
  const values = parse(argv);
  return {
    json: values.json,
    documents: atLeast(20, '--documents', values.documents),
    seed: atLeast(0, '--seed', values.seed),
    rounds: atLeast(5, '--rounds', values.rounds),
    url: values.url ?? (process.env.DATABASE_URL?.trim() || null),
    only: values.only,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS }).values;
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
}

function atLeast(least: number, name: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new Error(`${name} ${text}: expected a whole number of at least ${least}`);
}

const OPTIONS = {
  json: { type: 'boolean', default: false },
  documents: { type: 'string', default: '100' },
  seed: { type: 'string', default: '1' },
  rounds: { type: 'string', default: '5' },
  only: { type: 'string', default: '' },
  url: { type: 'string' },
} as const;
