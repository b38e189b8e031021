import { DELAY_MS } from './limits.js';
import type { LoggedRequest } from './request-log.js';
import type { World } from './world.js';

/** Requests that came before the one before had ended, too soon after it began, or before a Retry-After was over. */
export function judgeRate({ hosts }: World, log: readonly LoggedRequest[]): string[] {
  return hosts.flatMap(({ host, crawlDelayMs }) => {
    const own = log.filter((request) => request.host === host);
    return own.flatMap((request, place) => {
      const why = tooEarly(own, place, crawlDelayMs ?? 0);
      return why === null ? [] : [`${request.path} of ${host} in round ${request.round}: ${why}`];
    });
  });
}

function tooEarly(own: readonly LoggedRequest[], place: number, crawlDelayMs: number): string | null {
  const request = own[place]!;
  const before = own[place - 1];
  if (before === undefined) return null;
  if (request.overlaps) return `while ${before.path} was being answered`;
  const allowed = Math.max(DELAY_MS, knowsDelay(own, place) ? crawlDelayMs : 0);
  const gap = request.from - before.earliest;
  if (gap < allowed - TOLERANCE_MS) return `${gap} ms after ${before.path}, ${allowed} are allowed`;
  const asks = own.slice(0, place).filter(({ round }) => round === request.round);
  const waits = asks.find(({ from, retryAfterMs }) => from + retryAfterMs - TOLERANCE_MS > request.from);
  return waits?.retryAfterMs ? `Retry-After of ${waits.retryAfterMs} ms was not over` : null;
}

/** Whoever asks has read robots.txt, which was the last of its kind and was answered. */
function knowsDelay(own: readonly LoggedRequest[], place: number): boolean {
  if (own[place]!.asked === 'robots') return false;
  const robots = own.slice(0, place).findLast(({ asked }) => asked === 'robots');
  return robots?.round === own[place]!.round && robots.fault === null;
}

/** Timers may fire a millisecond early, and clocks are read in whole ones. */
const TOLERANCE_MS = 2;
