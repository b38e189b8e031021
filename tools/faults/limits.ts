/** The collector's limits in a run: the same rules as ever, in less time. */
export const LIMITS = { backoffMs: 1, timeoutMs: 700, idleMs: 500, connectMs: 2000 };
/** Between two requests to one host; robots.txt and redirects included. */
export const DELAY_MS = 20;
