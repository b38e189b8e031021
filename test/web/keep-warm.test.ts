import { expect, test } from 'vitest';
import type { BoardMemory } from '../../src/store/board/board-data.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import type { SharedDatabase } from '../../src/store/postgres/shared-database.js';
import { keepWarm } from '../../src/web/keep-warm.js';
import { onEachDatabase } from '../store/databases.js';
import { saveCounty } from '../store/reports.js';

onEachDatabase('reading ahead', (database) => {
  test('what the pages count is there before anybody asks; on a server also what others loaded since', async () => {
    const { db } = database();
    await migrate(db);
    const memory: BoardMemory = { data: null, reading: null };
    const shared: SharedDatabase = { kind: db.kind, use: (work) => work(db), close: async () => {} };
    const stop = keepWarm({ database: shared, memory }, 20);
    try {
      await expect.poll(() => memory.data?.coverage, { timeout: 60_000 }).toEqual([]);
      await saveCounty(db, 'warm', ['warm-a']);
      const holds = () => memory.data?.units.has('warm-a');
      if (db.kind === 'server') await expect.poll(holds, { timeout: 60_000 }).toBe(true);
      else expect(holds()).toBe(false);
    } finally {
      stop();
    }
  });
});
