import { type Bench, isRate, type Measurement, type Probe, type Sample, type Unit } from './measurement.js';
import { type Spread, spreadOf } from './statistics.js';

export interface Result {
  readonly name: string;
  readonly unit: Unit;
  readonly note: string;
  /** Null where it could not be measured. */
  readonly median: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly n: number;
  readonly floor: number | null;
  /** How many times the floor's cost, the median over the rounds. */
  readonly ratioToFloor: number | null;
  readonly target: number | null;
  readonly met: boolean | null;
  readonly parts: Readonly<Record<string, number>>;
  readonly skipped: string | null;
}

/** Measures one group, its measurements taking turns: a round to warm up, then `rounds` that count. */
export async function runGroup(
  group: readonly Measurement[],
  bench: Bench,
  rounds: number,
  progress: (message: string) => void,
): Promise<Result[]> {
  const running: { measurement: Measurement; probe: Probe; samples: Sample[] }[] = [];
  try {
    for (const measurement of group) {
      if (measurement.needsServer && !bench.server) continue;
      progress(`${measurement.name}: preparing`);
      running.push({ measurement, probe: await measurement.prepare(bench), samples: [] });
    }
    for (let round = 0; round <= rounds; round++) {
      for (const { measurement, probe, samples } of running) {
        progress(`${measurement.name}: ${round === 0 ? 'warming up' : `round ${round} of ${rounds}`}`);
        const sample = await probe.round();
        if (round > 0) samples.push(sample);
      }
    }
  } finally {
    for (const { probe } of running) await probe.close?.();
  }
  return group.map((measurement) => {
    const samples = running.find((r) => r.measurement === measurement)?.samples;
    return resultOf(measurement, samples ?? []);
  });
}

function resultOf({ name, unit, target, note }: Measurement, samples: readonly Sample[]): Result {
  const skipped = samples.length === 0 ? NO_SERVER : null;
  const spread: Spread | null = skipped ? null : spreadOf(samples.map(({ value }) => value));
  const floors = samples.flatMap(({ floor }) => floor ?? []);
  const ratios = samples.flatMap(({ value, floor }) =>
    floor === undefined ? [] : isRate(unit) ? floor / value : value / floor,
  );
  return {
    name,
    unit,
    note,
    median: spread?.median ?? null,
    min: spread?.min ?? null,
    max: spread?.max ?? null,
    n: samples.length,
    floor: floors.length > 0 ? spreadOf(floors).median : null,
    ratioToFloor: ratios.length > 0 ? spreadOf(ratios).median : null,
    target,
    met:
      spread && target !== null ? (isRate(unit) ? spread.median >= target : spread.median <= target) : null,
    parts: partsOf(samples),
    skipped,
  };
}

function partsOf(samples: readonly Sample[]): Record<string, number> {
  const names = Object.keys(samples[0]?.parts ?? {});
  return Object.fromEntries(
    names.map((name) => [name, spreadOf(samples.map(({ parts }) => parts![name]!)).median]),
  );
}

const NO_SERVER = 'no PostgreSQL server is installed here; install one or pass --url';
