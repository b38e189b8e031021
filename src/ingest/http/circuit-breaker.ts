import type { HostRest } from '../../model/host-rest.js';
import { FetchFailure } from './fetch-error.js';
import type { FetchLimits } from './fetch-limits.js';

/** Leaves a host alone that keeps failing, so that it can recover and a run doesn't spend its time there. */
export interface CircuitBreaker {
  /** Throws FetchFailure `fetch/circuit-open` while the host is left alone; afterwards one request is the trial. */
  admit(host: string): void;
  succeeded(host: string): void;
  /** `leaveMs`: leave the host alone for so long, however few the failures; null counts them. */
  failed(host: string, why: string, leaveMs: number | null): void;
  isOpen(host: string): boolean;
  /** The host asked for a rest that is short enough to wait for. */
  rest(host: string, milliseconds: number): void;
  /** Milliseconds that are left of it. */
  restMs(host: string): number;
  /** What another process was told; of two rests the longer counts. */
  heed(rest: HostRest): void;
}

/** `now` in milliseconds since the epoch; `told` hears of every rest that a host asked for: whether one
 * that fails has recovered, every process and every run finds out for itself. Hosts are asked one request at a time, so a trial is alone. */
export function createCircuitBreaker(
  limits: Pick<FetchLimits, 'breakerFailures' | 'breakerMs'>,
  now: () => number,
  told: (rest: HostRest) => void = () => {},
): CircuitBreaker {
  const hosts = new Map<string, HostState>();
  const rests = new Map<string, number>();
  const isOpen = (host: string) => (hosts.get(host)?.leftUntil ?? 0) > now();
  const wait = (host: string, milliseconds: number): void => {
    rests.set(host, Math.max(rests.get(host) ?? 0, now() + milliseconds));
  };
  return {
    admit(host) {
      if (isOpen(host)) throw circuitOpen(host, hosts.get(host)!);
    },
    succeeded(host) {
      hosts.delete(host);
    },
    failed(host, why, leaveMs) {
      const failures = (hosts.get(host)?.failures ?? 0) + 1;
      const pause = leaveMs ?? (failures >= limits.breakerFailures ? limits.breakerMs : 0);
      hosts.set(host, { failures, why, leftUntil: now() + pause });
      if (leaveMs !== null) told({ host, milliseconds: leaveMs, kind: 'leave', failures, why });
    },
    isOpen,
    rest(host, milliseconds) {
      wait(host, milliseconds);
      const { failures = 0, why = '' } = hosts.get(host) ?? {};
      told({ host, milliseconds, kind: 'wait', failures, why });
    },
    restMs: (host) => Math.max(0, (rests.get(host) ?? 0) - now()),
    heed({ host, milliseconds, kind, failures, why }) {
      if (kind === 'wait') wait(host, milliseconds);
      else if (now() + milliseconds > (hosts.get(host)?.leftUntil ?? 0))
        hosts.set(host, { failures, why, leftUntil: now() + milliseconds });
    },
  };
}

interface HostState {
  /** In a row. */
  readonly failures: number;
  readonly why: string;
  readonly leftUntil: number;
}

function circuitOpen(host: string, { failures, why, leftUntil }: HostState): FetchFailure {
  const retryAt = new Date(leftUntil);
  const times = failures === 1 ? '' : `, ${failures} failures in a row`;
  return new FetchFailure(
    'fetch/circuit-open',
    `not asked: ${host} is left alone until ${retryAt.toISOString()} (${why}${times})`,
    'run again after that',
    { retryAt },
  );
}
