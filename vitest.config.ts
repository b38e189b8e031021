import { defineConfig } from 'vitest/config';

// The embedded database starts cold in 3 to 7 s; a busy machine takes several times as long for everything.
export default defineConfig({
  test: { include: ['test/**/*.test.ts'], testTimeout: 240_000, hookTimeout: 120_000, maxWorkers: 2 },
});
