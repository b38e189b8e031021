import type { Log } from '../log.js';

export interface LogMemory {
  /** Wraps work so that what it says is remembered while it runs. */
  readonly during: (work: () => Promise<void>) => () => Promise<void>;
  /** What the running work said; null where none runs. */
  readonly progress: () => { readonly since: Date; readonly lines: readonly string[] } | null;
}

/** A log that says everything as before, and remembers the last lines for the board. */
export function logWithMemory(log: Log): { readonly remembering: Log; readonly memory: LogMemory } {
  let running: { readonly since: Date; lines: string[] } | null = null;
  const remember =
    (say: (message: string) => void) =>
    (message: string): void => {
      if (running) running.lines = [...running.lines, message].slice(-MOST_LINES);
      say(message);
    };
  return {
    remembering: { info: remember(log.info), warn: remember(log.warn), progress: remember(log.progress) },
    memory: {
      during: (work) => async () => {
        running = { since: new Date(), lines: [] };
        try {
          await work();
        } finally {
          running = null;
        }
      },
      progress: () => running,
    },
  };
}

const MOST_LINES = 12;
