import { parseArgs } from 'node:util';
import { EXPORTS } from '../../src/export/exports.js';

export interface ScaleOptions {
  /** Numbers of reports, growing; each a multiple of the reports that are read. */
  readonly sizes: readonly number[];
  readonly exports: readonly ScaleExport[];
  /** A PostgreSQL server to use instead of a temporary one. */
  readonly url: string | null;
  readonly seed: number;
}

export interface ScaleExport {
  readonly format: string;
  /** As --table takes them; empty for all. */
  readonly tables: string;
  /** As --year takes them; empty for all. */
  readonly years: string;
}

const USAGE = `npm run bench:export -- [options]
  --reports N,…    numbers of reports to export, growing (10000,100000,1000000)
  --exports F:T:Y  format:tables:years, by blanks; a format alone writes every table of all years
                   (${'csv:unit_year csv:figure jsonl:figure parquet:figure xlsx:unit_year'})
  --seed S         of the generated reports (1)
  --url URL        a PostgreSQL server to use (DATABASE_URL; else one is started); it gets a database of its own`;

/** Throws where an option can't be right, with what there is in the message. */
export function readScaleOptions(argv: readonly string[], multiple: number): ScaleOptions {
  const values = parse(argv);
  const sizes = values.reports.split(',').map(Number);
  if (
    sizes.some(
      (size, index) => !(size >= multiple && size % multiple === 0 && size > (sizes[index - 1] ?? 0)),
    )
  )
    throw new Error(`--reports ${values.reports}: expected growing multiples of ${multiple}\n${USAGE}`);
  return {
    sizes,
    exports: values.exports.trim().split(/\s+/).map(readExport),
    url: values.url ?? (process.env.DATABASE_URL?.trim() || null),
    seed: Number(values.seed),
  };
}

function readExport(text: string): ScaleExport {
  const [format = '', tables = '', years = ''] = text.split(':');
  if (!EXPORTS[format]) throw new Error(`--exports ${text}: there is no format ${format}\n${USAGE}`);
  return { format, tables, years };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS }).values;
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
}

const OPTIONS = {
  reports: { type: 'string', default: '10000,100000,1000000' },
  exports: {
    type: 'string',
    default: 'csv:unit_year csv:figure jsonl:figure parquet:figure xlsx:unit_year',
  },
  seed: { type: 'string', default: '1' },
  url: { type: 'string' },
} as const;
