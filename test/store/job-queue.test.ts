import { beforeAll, expect, test } from 'vitest';
import { type Job, type JobQueue, openJobQueue } from '../../src/store/collection/job-queue.js';
import { openDatabase } from '../../src/store/postgres/database.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { ask } from './ask.js';
import { onEachDatabase } from './databases.js';

onEachDatabase('the queue', (database) => {
  let queue: JobQueue;
  const add = (key: string, run = 'run-1', work: unknown = {}): Promise<boolean> =>
    queue.add({ queue: 'hosts', key, run, work });
  const nothing = async (): Promise<void> => {};
  /** As if the lease had run out. */
  const lapse = (): Promise<unknown> =>
    ask(database().db, "update pgboss.job set started_on = now() - interval '1 hour' where state = 'active'");
  const taken = async (): Promise<Job> => {
    const job = await queue.take('hosts');
    if (!job) throw new Error('expected a job, the queue is empty');
    return job;
  };

  beforeAll(async () => {
    await migrate(database().db);
    queue = await openJobQueue(database().db, ['hosts', 'batches']);
  });

  test('gives a job to one taker, with its work, and is empty after', async () => {
    expect(await add('a.example', 'run-1', { sources: ['x'] })).toBe(true);
    expect(await taken()).toMatchObject({
      key: 'a.example',
      run: 'run-1',
      work: { sources: ['x'] },
      taken: 0,
    });
    expect(await queue.take('hosts')).toBeNull();
  });

  test('never holds two jobs of one key: none is added while one is at work, and waiting work is replaced', async () => {
    expect(await add('a.example', 'run-2')).toBe(false);
    expect(await add('b.example', 'run-1', 1)).toBe(true);
    expect(await add('b.example', 'run-2', 2)).toBe(true);
    const job = await taken();
    expect(job).toMatchObject({ key: 'b.example', run: 'run-2', work: 2 });
    expect(await queue.take('hosts')).toBeNull();
    expect(await queue.finish(job, nothing)).toBe(true);
  });

  test('a job that is at work does not keep others from being taken', async () => {
    await add('c.example');
    const job = await taken();
    expect(job.key).toBe('c.example');
    await queue.finish(job, nothing);
  });

  test('a job whose holder went silent is taken again, and the old holder has lost it', async () => {
    await add('d.example');
    const first = await taken();
    await lapse();
    const again: Job[] = [];
    for (let job = await queue.take('hosts'); job; job = await queue.take('hosts')) again.push(job);
    const second = again.find(({ key }) => key === 'd.example')!;
    expect(second.createdAt).toEqual(first.createdAt);
    expect(await queue.renew(first)).toBe(false);
    let done = 0;
    const count = async (): Promise<void> => {
      done += 1;
    };
    expect(await queue.finish(first, count)).toBe(false);
    expect(await queue.renew(second)).toBe(true);
    expect(await queue.finish(second, count)).toBe(true);
    expect(done).toBe(1);
    for (const job of again) await queue.finish(job, nothing);
    expect(await queue.counts()).toEqual({ waiting: 0, working: 0, failed: 0 });
  });

  test('a job that fails waits again, is given up after some attempts, and can be added anew', async () => {
    await add('e.example', 'run-3');
    for (let job = await queue.take('hosts'); job; job = await queue.take('hosts'))
      await queue.fail(job, 'the disk is full');
    expect(await queue.counts('run-3')).toEqual({ waiting: 0, working: 0, failed: 1 });
    expect(await add('e.example', 'run-4')).toBe(true);
    expect(await queue.counts()).toEqual({ waiting: 1, working: 0, failed: 0 });
    await queue.finish(await taken(), nothing);
  });

  test('what goes with the end of a job is undone when it fails, and the job is still there', async () => {
    await add('f.example');
    const job = await taken();
    const failing = async (): Promise<void> => {
      throw new Error('interrupted');
    };
    await expect(queue.finish(job, failing)).rejects.toThrow('interrupted');
    expect(await queue.renew(job)).toBe(true);
    await queue.finish(job, nothing);
  });

  test('can be opened by several processes at once', async () => {
    if (database().kind === 'embedded') return;
    // Nothing is there yet: each makes the tables, or finds that another did.
    await ask(database().db, 'drop schema pgboss cascade');
    const others = await Promise.all([1, 2, 3].map(() => openDatabase(database().options)));
    const queues = await Promise.all(others.map((db) => openJobQueue(db, ['hosts', 'batches'])));
    for (let n = 0; n < 30; n++) await add(`host-${n}.example`);
    const jobs = await Promise.all(
      queues.map(async (one) => {
        const keys: string[] = [];
        for (let job = await one.take('hosts'); job; job = await one.take('hosts')) {
          keys.push(job.key);
          await one.finish(job, nothing);
        }
        return keys;
      }),
    );
    expect(new Set(jobs.flat()).size).toBe(30);
    expect(jobs.flat()).toHaveLength(30);
    for (const db of others) await db.close();
  });
});
