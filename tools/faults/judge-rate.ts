import { DELAY_MS } from './limits.js';
import type { LoggedRequest } from './request-log.js';
import type { World } from './world.js';

/** Requests that came before the one before had ended, too soon after it began, or before a Retry-After was over. */
export function judgeRate({ hosts, kill }: World, log: readonly LoggedRequest[]): string[] {
  return hosts.flatMap(({ host, crawlDelayMs }) => {
    const own = log.filter((request) => request.host === host);
    return own.flatMap((request, place) => {
      const why = tooEarly(own, place, crawlDelayMs ?? 0) ?? tooEarlyAsTold(own, place, kill !== null);
      return why === null ? [] : [`${request.path} of ${host} in round ${request.round}: ${why}`];
    });
  });
}

function tooEarly(own: readonly LoggedRequest[], place: number, crawlDelayMs: number): string | null {
  const request = own[place]!;
  const before = own[place - 1];
  if (before === undefined) return null;
  if (request.overlaps) return `while ${before.path} was being answered`;
  const allowed = allowedAt(own, place, crawlDelayMs);
  const gap = request.from - before.earliest;
  if (gap < allowed / 2) return `${gap} ms after ${before.path}, ${allowed} are allowed`;
  return paceAt(own, place, crawlDelayMs);
}

/** Whoever comes later has to heed it too, but for what a process took with it that was killed at that moment. */
function tooEarlyAsTold(own: readonly LoggedRequest[], place: number, killed: boolean): string | null {
  const request = own[place]!;
  const asks = own.slice(0, place).filter(({ round }) => !killed || round === request.round);
  const waits = asks.find(({ from, retryAfterMs }) => from + retryAfterMs - DELAY_MS / 2 > request.from);
  return waits?.retryAfterMs ? `Retry-After of ${waits.retryAfterMs} ms was not over` : null;
}

/** Whoever asks has read robots.txt, which was the last of its kind and was answered. */
function knowsDelay(own: readonly LoggedRequest[], place: number): boolean {
  if (own[place]!.asked === 'robots') return false;
  const robots = own.slice(0, place).findLast(({ asked }) => asked === 'robots');
  return robots?.round === own[place]!.round && robots.fault === null;
}

function allowedAt(own: readonly LoggedRequest[], place: number, crawlDelayMs: number): number {
  return Math.max(DELAY_MS, knowsDelay(own, place) ? crawlDelayMs : 0);
}

/**
 * A connection takes its time to open, so one request may follow another sooner than it was sent; over some requests
 * that evens out.
 */
function paceAt(own: readonly LoggedRequest[], place: number, crawlDelayMs: number): string | null {
  if (place < WINDOW) return null;
  const took = own[place]!.from - own[place - WINDOW]!.earliest;
  const last = Array.from({ length: WINDOW }, (_, back) => allowedAt(own, place - back, crawlDelayMs));
  const allowed = last.reduce((sum, one) => sum + one, 0);
  return took < allowed - DELAY_MS ? `${WINDOW} in ${took} ms, ${allowed} are allowed` : null;
}

const WINDOW = 5;
