import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { dataDictionary } from '../../src/export/data-dictionary.js';
import { migrate } from '../../src/store/migrate.js';
import { readViews } from '../../src/store/view-stream.js';
import { onEachDatabase } from '../store/databases.js';

const FILE = fileURLToPath(new URL('../../docs/data-dictionary.md', import.meta.url));

onEachDatabase('the data dictionary', (database) => {
  beforeAll(async () => {
    await migrate(database().db);
  });

  test('is up to date (npm run dictionary writes it)', async () => {
    expect(readFileSync(FILE, 'utf8')).toBe(await dataDictionary(database().db));
  });

  test('has a word on every view and column', async () => {
    const views = await readViews(database().db, {}, async (reader) => reader.views);
    const silent = views.flatMap(({ name, comment, columns }) => [
      ...(comment === '' ? [name] : []),
      ...columns.filter((column) => column.comment === '').map((column) => `${name}.${column.name}`),
    ]);
    expect(silent).toEqual([]);
  });
});
