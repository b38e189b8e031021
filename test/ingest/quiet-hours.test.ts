import { expect, test } from 'vitest';
import { quietUntil, readQuietHours } from '../../src/ingest/http/quiet-hours.js';

/** A moment by the clock of Shanghai. */
const at = (time: string) => new Date(`2026-11-25T${time}:00+08:00`);
const until = (hours: string, time: string) =>
  quietUntil(readQuietHours(hours)!, at(time))?.toISOString() ?? null;

test.each([
  ['08:00-18:00', '07:59', null],
  ['08:00-18:00', '08:00', '2026-11-25T10:00:00.000Z'],
  ['08:00-18:00', '17:59', '2026-11-25T10:00:00.000Z'],
  ['08:00-18:00', '18:00', null],
  ['22:00-06:30', '21:59', null],
  ['22:00-06:30', '23:30', '2026-11-25T22:30:00.000Z'],
  ['22:00-06:30', '00:00', '2026-11-24T22:30:00.000Z'],
  ['22:00-06:30', '06:30', null],
])('%s at %s in Shanghai: quiet until %s', (hours, time, end) => expect(until(hours, time)).toBe(end));

test.each([
  '8:00-18:00',
  '08:00',
  '08:00-24:00',
  '08:60-09:00',
  '08:00-08:00',
  '',
  '08:00 - 18:00',
])('"%s" is no time of day', (text) => expect(readQuietHours(text)).toBeNull());
