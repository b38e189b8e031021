import { readDocument } from '../../src/jobs/read-document.js';
import type { BenchDocument } from '../generate/bench-corpus.js';
import { cpuMilliseconds } from './cpu-time.js';
import type { Measurement } from './measurement.js';
import type { Format } from './parse-cost.js';

export const htmlWithControl = withControl('html', 'HTML page, with the control reader');
export const docxWithControl = withControl('docx', '.docx, with the control reader');

/** Both readings, their comparison and the checks: what a newly collected document costs. */
function withControl(format: Format, name: string): Measurement {
  return {
    name,
    unit: 'ms/document',
    target: null,
    note: 'both readings, compared, and the checks; floor: the main reading with the checks',
    prepare: async ({ corpus }) => {
      for (const document of corpus) {
        const { control } = await readDocument(document[format], null, { control: 'always' });
        if (control !== 'agreed')
          throw new Error(`${document.truth.title} (${format}): the readers ${control}`);
      }
      return {
        round: async () => ({
          floor: (await cpuMilliseconds(() => readAll(corpus, format, 'never'))) / corpus.length,
          value: (await cpuMilliseconds(() => readAll(corpus, format, 'always'))) / corpus.length,
        }),
      };
    },
  };
}

async function readAll(
  corpus: readonly BenchDocument[],
  format: Format,
  control: 'always' | 'never',
): Promise<void> {
  for (const document of corpus) await readDocument(document[format], null, { control });
}
