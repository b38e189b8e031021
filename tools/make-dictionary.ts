/** `npm run dictionary`: writes docs/data-dictionary.md from the comments of the views and the catalogue. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { dataDictionary } from '../src/export/data-dictionary.js';
import { openDatabase } from '../src/store/postgres/database.js';
import { migrate } from '../src/store/postgres/migrate.js';

const dataFolder = mkdtempSync(join(tmpdir(), 'nianbao-dictionary-'));
const db = await openDatabase({ dataFolder });
try {
  await migrate(db);
  const file = resolve('docs', 'data-dictionary.md');
  writeFileSync(file, await dataDictionary(db));
  console.error(file);
} finally {
  await db.close();
  rmSync(dataFolder, { recursive: true, force: true });
}
