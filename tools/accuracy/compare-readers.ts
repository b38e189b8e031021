/** Reads a document by both readers and asks the truth which of them is right where they differ. */
import type { Figure } from '../../src/model/extraction.js';
import { compareReadings, type Difference, figureKey } from '../../src/parse/control/compare-readings.js';
import { CONTROL_READERS } from '../../src/parse/control/control-readers.js';
import { parseBytes, readFigures } from '../../src/parse/parse.js';
import type { ExpectedFigure } from '../generate/variations/draft.js';
import type { LabelledDocument } from './labelled-document.js';

export type Side = 'main' | 'control' | 'neither' | 'both';

export interface ReaderComparison {
  readonly outcome: 'agreed' | 'differed' | 'blind' | 'failed' | 'single_reader' | 'unread';
  /** Figures on which the two differ, by which of them the truth bears out. */
  readonly right: Readonly<Record<Side, number>>;
  readonly agreed: number;
  /** What two readers can't find out: both give the same wrong value. */
  readonly alikeWrong: number;
}

export async function compareReaders(document: LabelledDocument): Promise<ReaderComparison> {
  const { bytes, servedType, expected } = document;
  const main = await parseBytes(bytes, servedType).catch(() => null);
  if (!main) return { ...NOTHING, outcome: 'unread' };
  const reader = CONTROL_READERS[main.mediaType];
  if (!reader) return { ...NOTHING, outcome: 'single_reader' };
  let control: readonly Figure[];
  try {
    control = readFigures(await reader.read(bytes, servedType), main.identity.year).figures;
  } catch {
    return { ...NOTHING, outcome: 'failed' };
  }
  const { agreed, differences } = compareReadings(main.figures, control);
  const right = { ...NOTHING.right };
  for (const difference of differences) right[sideOf(difference, expected.figures)] += 1;
  const alike = main.figures.filter((figure) => agreed.has(figureKey(figure)));
  const differs = reader.blindTo(bytes, servedType).length > 0 ? 'blind' : 'differed';
  return {
    outcome: differences.length === 0 ? 'agreed' : differs,
    right,
    agreed: agreed.size,
    alikeWrong: alike.filter((figure) => !isRight(figure, expected.figures.get(figureKey(figure)))).length,
  };
}

function sideOf(difference: Difference, truth: ReadonlyMap<string, ExpectedFigure>): Side {
  const expected = truth.get(figureKey((difference.main ?? difference.control) as Figure));
  const [main, control] = [isRight(difference.main, expected), isRight(difference.control, expected)];
  if (main && control) return 'both';
  return main ? 'main' : control ? 'control' : 'neither';
}

/** Nothing read is right where nothing is printed; something withheld claims nothing and can't be wrong or right. */
function isRight(read: Figure | null, expected: ExpectedFigure | undefined): boolean {
  if (read === null || read.state === 'withheld') return expected === undefined || read?.state === 'withheld';
  if (expected === undefined) return read.value === null;
  return read.value === expected.value;
}

const NOTHING = { right: { main: 0, control: 0, neither: 0, both: 0 }, agreed: 0, alikeWrong: 0 } as const;
