import { defineConfig } from 'vitest/config';

// The embedded database starts cold in 3 to 7 s, a PostgreSQL server in 1 to 2 s.
export default defineConfig({
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 2 },
});
