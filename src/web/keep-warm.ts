import { boardData, coverageOf } from '../store/board/board-data.js';
import type { Board } from './board.js';

/**
 * Reads what the pages count before anybody asks: at the start, after a run of this process, and on a server after what
 * others load. Without it the first page after a load takes most of a second. Gives what ends it.
 */
export function keepWarm({
  database,
  memory,
  progress,
}: Pick<Board, 'database' | 'memory' | 'progress'>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let ran = false;
  let ended = false;
  const again = (ms: number): void => {
    if (!ended) timer = setTimeout(look, ms).unref();
  };
  const read = async (): Promise<void> => {
    const start = performance.now();
    // What is wrong is told to whoever opens a page.
    await database.use(async (db) => coverageOf(db, await boardData(db, memory))).catch(() => {});
    again(Math.max(LOOK_MS, (performance.now() - start) * REST));
  };
  const look = (): void => {
    const runs = progress() !== null;
    const due = !runs && (ran || database.kind === 'server');
    ran = runs;
    if (due) void read();
    else again(LOOK_MS);
  };
  void read();
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}

const LOOK_MS = 15_000;
/** However much there is to read while others load, it takes a small part of the machine. */
const REST = 20;
