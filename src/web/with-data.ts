import { type BoardData, boardData } from '../store/board/board-data.js';
import type { Database } from '../store/postgres/database.js';
import type { BoardContext } from './board.js';

/** Runs work with what the board holds in memory, brought up to date first. */
export function withData<T>(
  c: BoardContext,
  work: (data: BoardData, db: Database) => Promise<T> | T,
): Promise<T> {
  const { database, memory } = c.get('board');
  return database.use(async (db) => work(await boardData(db, memory), db));
}
