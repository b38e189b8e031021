import { type Database, type DatabaseOptions, openDatabase } from './database.js';

/** One database for all that a long-lived process does at the same time: pages, and the scheduled job. */
export interface SharedDatabase {
  readonly kind: Database['kind'];
  /** Runs work on the open database; opens it first where nobody has it open. */
  use<T>(work: (db: Database) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * A server stays connected. The embedded database is let go when nobody has used it for a moment, so that
 * `nianbao sql` and other commands get their turn beside the board; opening it again takes a third of a second.
 */
export function shareDatabase(
  options: DatabaseOptions,
  { prepare = async () => {}, idleMs = IDLE_MS }: ShareOptions = {},
): SharedDatabase {
  let opening: Promise<Database> | null = null;
  let closing: Promise<void> = Promise.resolve();
  let users = 0;
  let timer: NodeJS.Timeout | undefined;
  let prepared = false;

  const open = async (): Promise<Database> => {
    await closing;
    const db = await openDatabase({ ...options, yields: true });
    if (!prepared) await prepare(db).catch((error: unknown) => db.close().then(() => Promise.reject(error)));
    prepared = true;
    return db;
  };
  const letGo = (): void => {
    const held = opening;
    opening = null;
    if (held)
      closing = held.then(
        (db) => db.close(),
        () => {},
      );
  };
  return {
    kind: options.url ? 'server' : 'embedded',
    use: async (work) => {
      users += 1;
      clearTimeout(timer);
      opening ??= open();
      const held = opening;
      try {
        const db = await held.catch((error: unknown) => {
          if (opening === held) opening = null;
          throw error;
        });
        return await work(db);
      } finally {
        users -= 1;
        if (users === 0 && !options.url) timer = setTimeout(letGo, idleMs);
      }
    },
    close: async () => {
      clearTimeout(timer);
      letGo();
      await closing;
    },
  };
}

export interface ShareOptions {
  /** Done once, on the first opening: migrations. */
  readonly prepare?: (db: Database) => Promise<void>;
  /** How long the embedded database stays open unused. */
  readonly idleMs?: number;
}

const IDLE_MS = 1500;
