import type { UnitRecord } from '../../src/model/unit.js';
import type { BenchDocument } from '../generate/bench-corpus.js';

/** The registry that the corpus's reports belong to: a county and its towns. */
export function unitsOf(corpus: readonly BenchDocument[]): UnitRecord[] {
  const county = {
    ...RECORD,
    unitId: 'bench-county',
    name: corpus[0]!.truth.unit.county,
    kind: 'government',
  } as const;
  return [
    county,
    ...corpus.map(({ truth }, index) => ({
      ...RECORD,
      unitId: `bench-town-${index + 1}`,
      name: truth.unit.name,
      kind: truth.unit.kind,
      parentId: county.unitId,
    })),
  ];
}

const RECORD = { divisionCode: null, parentId: null, validFrom: null, validTo: null };
