import type { RunCounts } from '../model/loading.js';
import type { StatusSummary } from '../store/collection/status-summary.js';
import { EXIT } from './exit-codes.js';

/** 1 when a document failed; with strict also when errors are found in what is stored. */
export function exitCodeOf({ failed }: RunCounts, { findings }: StatusSummary, strict: boolean): number {
  const errors = findings.blocker + findings.error;
  return failed > 0 || (strict && errors > 0) ? EXIT.documentFailed : EXIT.done;
}
