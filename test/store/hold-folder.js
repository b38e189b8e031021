// A second process for the lock's tests: takes a data folder, says so, and waits to be ended.
import { runnerImport } from 'vite';

const source = new URL('../../src/store/postgres/folder-lock.ts', import.meta.url).pathname;
const { module } = await runnerImport(source);
try {
  await module.lockFolder(process.argv[2]);
  console.log('held');
  setInterval(() => {}, 1000);
} catch (error) {
  console.log(`${error.name}: ${error.message}`);
}
