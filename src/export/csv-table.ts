import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

/** A row of an exported CSV by column name; what is empty is ''. */
export type CsvRecord = Readonly<Record<string, string>>;

/** The rows of a CSV file, one after the other. */
export function csvRecords(path: string): AsyncIterable<CsvRecord> {
  const parser = parse({ bom: true, columns: true, relax_quotes: false });
  const source = createReadStream(path);
  source.once('error', (error) => parser.destroy(error));
  return source.pipe(parser);
}
