import type { QuietHours } from '../../model/source.js';

/** Reads `08:00-18:00`; over midnight too (`22:00-06:00`). Null where it is none. */
export function readQuietHours(text: string): QuietHours | null {
  const [, from, to] = /^(\d{2}:\d{2})-(\d{2}:\d{2})$/.exec(text) ?? [];
  const [fromMinute, toMinute] = [minuteOf(from), minuteOf(to)];
  if (fromMinute === null || toMinute === null || fromMinute === toMinute) return null;
  return { text, fromMinute, toMinute };
}

/** When the quiet hours end in which `now` lies; null outside them. The first minute counts, the last doesn't. */
export function quietUntil({ fromMinute, toMinute }: QuietHours, now: Date): Date | null {
  const minute = Math.floor(now.getTime() / MINUTE_MS + SHANGHAI_MINUTES) % DAY_MINUTES;
  const length = (toMinute - fromMinute + DAY_MINUTES) % DAY_MINUTES;
  const passed = (minute - fromMinute + DAY_MINUTES) % DAY_MINUTES;
  if (passed >= length) return null;
  return new Date((Math.floor(now.getTime() / MINUTE_MS) + length - passed) * MINUTE_MS);
}

function minuteOf(time = ''): number | null {
  const [hours = Number.NaN, minutes = Number.NaN] = time.split(':').map(Number);
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
/** Asia/Shanghai is UTC+8, without summer time since 1992. */
const SHANGHAI_MINUTES = 8 * 60;
