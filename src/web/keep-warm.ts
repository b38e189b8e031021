import { type BoardMemory, boardData, coverageOf } from '../store/board/board-data.js';
import type { Database } from '../store/postgres/database.js';
import type { Board } from './board.js';

/** Reads what the pages count before anybody asks: without it the first page after a load takes most of a second. */
export async function readAhead(db: Database, memory: BoardMemory): Promise<void> {
  await coverageOf(db, await boardData(db, memory));
}

/**
 * Reads ahead when the board starts and, on a server, again after what others loaded; the embedded database would have to be
 * opened for it, and other commands be kept out. Gives what ends it.
 */
export function keepWarm(
  { database, memory }: Pick<Board, 'database' | 'memory'>,
  lookMs = LOOK_MS,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  const look = async (): Promise<void> => {
    let tookMs = 0;
    const read = async (db: Database): Promise<void> => {
      const start = performance.now();
      await readAhead(db, memory);
      tookMs = performance.now() - start;
    };
    // What is wrong is told to whoever opens a page.
    await database.use(read).catch(() => {});
    if (ended || database.kind === 'embedded') return;
    timer = setTimeout(() => void look(), Math.max(lookMs, tookMs * REST)).unref();
  };
  void look();
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}

/** How often it is looked whether there is anything new. */
const LOOK_MS = 15_000;
/** However much there is to read while others load, it takes a small part of the machine. */
const REST = 20;
