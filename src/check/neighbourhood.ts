import type { Section } from '../model/extraction.js';
import type { Neighbours, PeerFacts, SiblingLikeness } from '../model/series.js';
import { bareSentences, namesOf } from './likeness/bare-text.js';
import { type Grams, gramsOf, similarity, sketchOf } from './likeness/grams.js';
import { likest, type Sketched } from './likeness/likest.js';
import { isTooShort } from './unit-year/judge-copies.js';

export interface Candidate {
  readonly unitId: string;
  readonly reportYear: number;
  readonly others: readonly string[];
}

/** Who stands around each unit in each year, and whose prose is like whose. */
export class Neighbourhood {
  readonly #self = new Map<string, PeerFacts>();
  /** By parent and year. */
  readonly #families = new Map<string, PeerFacts[]>();
  readonly #sketches = new Map<string, Uint32Array>();
  readonly #likeliest = new Map<string, SiblingLikeness>();

  constructor(facts: readonly PeerFacts[]) {
    for (const one of facts) {
      this.#self.set(keyOf(one), one);
      if (one.parentId === null) continue;
      const key = `${one.parentId} ${one.reportYear}`;
      const family = this.#families.get(key);
      if (family) family.push(one);
      else this.#families.set(key, [one]);
    }
  }

  of(unitId: string, reportYear: number): Neighbours {
    const key = `${unitId} ${reportYear}`;
    const self = this.#self.get(key) ?? null;
    const family = self?.parentId ? (this.#families.get(`${self.parentId} ${reportYear}`) ?? []) : [];
    return {
      self,
      siblings: family.filter((one) => one.unitId !== unitId),
      children: this.#families.get(key) ?? [],
      names: this.#namesOf(key),
      likeliest: this.#likeliest.get(key) ?? null,
    };
  }

  sketch(batch: readonly { unitId: string; reportYear: number; sections: readonly Section[] }[]): void {
    for (const { unitId, reportYear, sections } of batch) {
      const key = keyOf({ unitId, reportYear });
      const grams = gramsOf(bareSentences(sections, this.#namesOf(key)));
      if (!isTooShort(grams)) this.#sketches.set(key, sketchOf(grams));
    }
  }

  candidates(): Candidate[] {
    return [...this.#families.values()].flatMap((family) => {
      const { reportYear } = family[0]!;
      const sketched = family.flatMap(({ unitId }): Sketched[] => {
        const sketch = this.#sketches.get(keyOf({ unitId, reportYear }));
        return sketch ? [{ unitId, sketch }] : [];
      });
      return [...likest(sketched)].map(([unitId, others]) => ({ unitId, reportYear, others }));
    });
  }

  compare(candidates: readonly Candidate[], texts: ReadonlyMap<string, readonly Section[]>): void {
    const grams = new Map<string, Grams>();
    const gramsAt = (key: string): Grams => {
      const known = grams.get(key) ?? gramsOf(bareSentences(texts.get(key) ?? [], this.#namesOf(key)));
      grams.set(key, known);
      return known;
    };
    for (const { unitId, reportYear, others } of candidates) {
      const own = gramsAt(keyOf({ unitId, reportYear }));
      for (const other of others) {
        const key = keyOf({ unitId: other, reportYear });
        const likeness = similarity(own, gramsAt(key));
        const held = this.#likeliest.get(keyOf({ unitId, reportYear }));
        if (held && held.similarity >= likeness) continue;
        this.#likeliest.set(keyOf({ unitId, reportYear }), {
          unitId: other,
          unitName: this.#self.get(key)!.name,
          similarity: likeness,
          sections: texts.get(key) ?? [],
          names: this.#namesOf(key),
        });
      }
    }
  }

  /** What the text calls its unit and its place. */
  #namesOf(key: string): string[] {
    const self = this.#self.get(key);
    const parent = self?.parentId ? this.#self.get(`${self.parentId} ${self.reportYear}`) : undefined;
    return namesOf(self?.name, parent?.name);
  }
}

export function keyOf({
  unitId,
  reportYear,
}: {
  readonly unitId: string;
  readonly reportYear: number;
}): string {
  return `${unitId} ${reportYear}`;
}
