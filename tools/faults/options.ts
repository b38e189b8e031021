/** The command line of `npm run faults`. */
import { parseArgs } from 'node:util';
import { FAULT_KINDS, type FaultKind } from './fault-kinds.js';
import type { Mode } from './world.js';

export interface Options {
  readonly runs: number;
  readonly seed: number;
  readonly only: readonly FaultKind[];
  /** Null draws it from the seed. */
  readonly mode: Mode | null;
  /** Runs side by side. */
  readonly lanes: number;
  readonly verbose: boolean;
  /** Seconds after which no new run begins; null for as long as it takes. */
  readonly seconds: number | null;
}

export const USAGE = `npm run faults -- [--runs N] [--seed S] [--only FAULT[,FAULT…]] [--mode alone|killed|workers]
                  [--lanes N] [--seconds N] [--verbose]
  Run n has the seed S + n - 1: a run that failed is repeated with --runs 1 and its seed and mode.
  --only draws no other faults: ${FAULT_KINDS.map(({ name }) => name).join(' ')}`;

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      runs: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      mode: { type: 'string' },
      lanes: { type: 'string', default: '4' },
      seconds: { type: 'string' },
      verbose: { type: 'boolean', default: false },
    },
  });
  return {
    runs: whole(values.runs, 'runs'),
    seed: whole(values.seed, 'seed'),
    only: values.only === undefined ? FAULT_KINDS : values.only.split(',').map(find),
    mode: values.mode === undefined ? null : modeOf(values.mode),
    lanes: Math.max(1, whole(values.lanes, 'lanes')),
    seconds: values.seconds === undefined ? null : whole(values.seconds, 'seconds'),
    verbose: values.verbose,
  };
}

function find(name: string): FaultKind {
  const found = FAULT_KINDS.find((kind) => kind.name === name);
  if (!found) throw new Error(`no fault ${name}; --help names them`);
  return found;
}

function modeOf(text: string): Mode {
  const found = MODES.find((mode) => mode === text);
  if (!found) throw new Error(`--mode is one of ${MODES.join(', ')}, not ${text}`);
  return found;
}

function whole(text: string, name: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} is a whole number, not ${text}`);
  return Number(text);
}

const MODES: readonly Mode[] = ['alone', 'killed', 'workers'];
