import { keyOf, Neighbourhood } from '../check/neighbourhood.js';
import type { Section } from '../model/extraction.js';
import { peerFacts } from '../store/judgement/peer-facts.js';
import { reportProse } from '../store/judgement/report-prose.js';
import type { JobContext } from './context.js';

/**
 * Who stands around each unit in each year. Of every text half a kilobyte is kept, so that all siblings are compared
 * with each other; only the few that may be alike are read again.
 */
export async function readNeighbours({ db }: JobContext): Promise<Neighbourhood> {
  const facts = await peerFacts(db);
  const neighbourhood = new Neighbourhood(facts);
  for await (const batch of reportProse(db)) neighbourhood.sketch(batch);
  const candidates = neighbourhood.candidates();
  const units = [...new Set(candidates.flatMap(({ unitId, others }) => [unitId, ...others]))];
  for (let from = 0; from < candidates.length; from += BATCH) {
    const some = candidates.slice(from, from + BATCH);
    const needed = new Set(some.flatMap(({ unitId, others }) => [unitId, ...others]));
    const texts = new Map<string, readonly Section[]>();
    for await (const batch of reportProse(
      db,
      units.filter((unit) => needed.has(unit)),
    ))
      for (const prose of batch) texts.set(keyOf(prose), prose.sections);
    neighbourhood.compare(some, texts);
  }
  return neighbourhood;
}

/** Candidates whose texts are in memory at one time. */
const BATCH = 200;
