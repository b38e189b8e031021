import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';

/**
 * One request at a time to each host, and a pause before the next: counted from the end of the answer, so that a slow
 * site has its pause too, and a request that left late is not followed too soon.
 */
export interface HostQueues {
  /** Runs the task when the host is free. Rejects with the signal's reason once that is aborted. */
  run<T>(host: string, turn: Turn, task: () => Promise<T>): Promise<T>;
  /** Leaves the host alone for so many milliseconds, whoever waits. */
  hold(host: string, milliseconds: number): void;
}

export interface Turn {
  /** Milliseconds since the last answer from there. */
  readonly delayMs: number;
  /** Before those that wait. */
  readonly first?: boolean;
  /** Throws where the host isn't to be asked; called when the turn has come, before the pause. */
  readonly admit?: () => void;
}

export function createHostQueues(signal: AbortSignal): HostQueues {
  const hosts = new Map<string, Host>();
  const hostOf = (name: string) => {
    const known = hosts.get(name);
    if (known !== undefined) return known;
    const host = { queue: new PQueue({ concurrency: 1 }), lastEnd: Number.NEGATIVE_INFINITY, heldUntil: 0 };
    hosts.set(name, host);
    return host;
  };

  return {
    run(name, { delayMs, first = false, admit }, task) {
      const host = hostOf(name);
      return host.queue.add(
        async () => {
          admit?.();
          // The pause is kept here and not by the queue's interval: sources on one host may ask for different ones.
          await sleep(Math.max(0, host.lastEnd + delayMs - Date.now(), host.heldUntil - Date.now()), null, {
            signal,
          });
          try {
            return await task();
          } finally {
            host.lastEnd = Date.now();
          }
        },
        { priority: first ? 1 : 0 },
      );
    },
    hold(name, milliseconds) {
      const host = hostOf(name);
      host.heldUntil = Math.max(host.heldUntil, Date.now() + milliseconds);
    },
  };
}

interface Host {
  readonly queue: PQueue;
  /** Milliseconds since the epoch. */
  lastEnd: number;
  heldUntil: number;
}
