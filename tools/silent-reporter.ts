import type { Reporter } from '../src/jobs/context.js';

/** For jobs of which only the result is looked at. */
export const SILENT: Reporter = { info: () => {}, progress: () => {}, warn: () => {} };
