/**
 * measurement 测量   one quantity, with a target that it has to reach
 * sample      样本   its value in one round
 * floor       下限   what the same bytes or rows cost at the very least, taken in the same round
 * part        组成   one stage's share of the sample
 */
import type { BenchDocument } from '../generate/bench-corpus.js';
import type { BenchServer } from './bench-server.js';

export interface Measurement {
  readonly name: string;
  readonly unit: Unit;
  readonly target: number | null;
  /** What the floor is, or what the target comes from. */
  readonly note: string;
  readonly needsServer?: boolean;
  /** Makes everything ready and checks that the right figures come out; nothing of it is timed. */
  prepare(bench: Bench): Promise<Probe>;
}

export interface Probe {
  round(): Promise<Sample>;
  close?(): Promise<void>;
}

export interface Sample {
  readonly value: number;
  readonly floor?: number;
  /** Named shares, in milliseconds a document; of a page, kilobytes. */
  readonly parts?: Readonly<Record<string, number>>;
}

/** Of a rate, more is better; of the others, less. */
export type Unit = 'ms/document' | 'ms/page' | 'reports/s' | 'MB' | 'GB/million reports';

export interface Bench {
  readonly corpus: readonly BenchDocument[];
  /** An empty folder of the bench's own, removed at the end. */
  readonly folder: string;
  /** Null where there is none. */
  readonly server: BenchServer | null;
}

export function isRate(unit: Unit): boolean {
  return unit === 'reports/s';
}
