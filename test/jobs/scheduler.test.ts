import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepSchedule, type Scheduler } from '../../src/jobs/scheduler.js';

let scheduler: Scheduler | undefined;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => {
  await scheduler?.stop();
  vi.useRealTimers();
});

/** How often the schedule fires within so many days after a day in China. */
async function runsWithin(day: string, days: number, run = async (): Promise<void> => {}): Promise<number> {
  vi.setSystemTime(new Date(`${day}T00:00:00+08:00`));
  let runs = 0;
  scheduler = keepSchedule(
    async () => {
      runs += 1;
      await run();
    },
    () => {},
  );
  for (let hour = 0; hour < days * 24; hour++) await vi.advanceTimersByTimeAsync(3_600_000);
  return runs;
}

test('runs daily while reports are due, January to April', async () => {
  expect(await runsWithin('2027-01-10', 7)).toBe(7);
});

test('runs weekly for the rest of the year', async () => {
  expect(await runsWithin('2027-06-01', 14)).toBe(2);
});

test('runs at half past two in China, whatever clock the machine keeps', async () => {
  vi.setSystemTime(new Date('2027-02-01T02:29:00+08:00'));
  const run = vi.fn(async () => {});
  scheduler = keepSchedule(run, () => {});
  await vi.advanceTimersByTimeAsync(30_000);
  expect(run).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(run).toHaveBeenCalledTimes(1);
});

test('goes on after a run that failed', async () => {
  const failing = async (): Promise<void> => {
    throw new Error('database unreachable');
  };
  expect(await runsWithin('2027-03-01', 3, failing)).toBe(3);
});

test('fires once however many processes keep the schedule, and tells of a claim that could not be made', async () => {
  vi.setSystemTime(new Date('2027-01-10T00:00:00+08:00'));
  const claimed = new Set<string>();
  const claim = async (firing: string): Promise<boolean> =>
    !claimed.has(firing) && Boolean(claimed.add(firing));
  const errors: unknown[] = [];
  let runs = 0;
  const run = async (): Promise<void> => {
    runs += 1;
  };
  const failing = async (): Promise<boolean> => {
    throw new Error('database unreachable');
  };
  const processes = [claim, claim, claim, failing].map((c) => keepSchedule(run, (e) => errors.push(e), c));
  for (let hour = 0; hour < 48; hour++) await vi.advanceTimersByTimeAsync(3_600_000);
  expect(runs).toBe(2);
  expect(errors).toHaveLength(2);
  for (const process of processes) await process.stop();
});
