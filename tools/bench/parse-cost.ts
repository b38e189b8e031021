import { readOnce } from '../../src/jobs/read-document.js';
import type { BenchDocument } from '../generate/bench-corpus.js';
import { checkFigures } from './check-figures.js';
import { cpuMilliseconds } from './cpu-time.js';
import type { Measurement, Probe } from './measurement.js';

export type Format = 'html' | 'docx';

/** Bytes to findings by the main reader, against a floor that every reader of the format has to pay. */
export function parseCost(
  format: Format,
  settings: Pick<Measurement, 'name' | 'target' | 'note'>,
  floorOf: (document: BenchDocument) => () => void,
): Measurement {
  return {
    ...settings,
    unit: 'ms/document',
    prepare: async ({ corpus }): Promise<Probe> => {
      for (const document of corpus)
        checkFigures(
          `${document.truth.title} (${format})`,
          readOnce(document[format]).figures,
          document.truth,
        );
      const floors = corpus.map(floorOf);
      return {
        round: async () => ({
          floor:
            (await cpuMilliseconds(() => repeat(FLOOR_REPEATS, floors))) / (floors.length * FLOOR_REPEATS),
          value: (await cpuMilliseconds(() => readAll(corpus, format))) / corpus.length,
        }),
      };
    },
  };
}

function readAll(corpus: readonly BenchDocument[], format: Format): void {
  for (const document of corpus) readOnce(document[format]);
}

function repeat(times: number, works: readonly (() => void)[]): void {
  for (let i = 0; i < times; i++) for (const work of works) work();
}

/** Floors are short: several passes, so that the clock's grain doesn't show. */
const FLOOR_REPEATS = 4;
