/**
 * Writes fixtures/sample, the sources that `npm start` collects:
 *   npx tsc -p tsconfig.tools.json && node dist-tools/tools/make-sample.js
 * Run it from the project's folder. Running it again changes no byte.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { makeSampleFiles } from './sample/sample-files.js';

const target = resolve('fixtures', 'sample');
// What an earlier version of the sample served must not stay beside the new pages.
rmSync(join(target, 'sites'), { recursive: true, force: true });
const files = makeSampleFiles();
for (const { path, bytes } of files) {
  const file = join(target, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
console.error(`${files.length} files in ${target}`);
