import { schedule } from 'node-cron';

/** A cron expression and what it stands for. */
interface Season {
  readonly name: string;
  readonly expression: string;
}

export interface Scheduler {
  readonly stop: () => Promise<void>;
  /** In words, for people. */
  readonly description: string;
}

/**
 * Keeps the schedule: daily while reports are due and published (January to April), weekly for the rest of the year.
 * Runs never overlap; a failed run is told to `onError` and the schedule goes on. `claim` is asked with the name of each
 * firing, the same in every process that keeps the schedule: the one that it answers true runs.
 */
export function keepSchedule(
  run: () => Promise<void>,
  onError: (error: unknown) => void,
  claim: (firing: string) => Promise<boolean> = async () => true,
): Scheduler {
  const runCoordinator = {
    shouldRun: (firing: string) =>
      claim(firing).catch((error: unknown) => {
        onError(error);
        return false;
      }),
  };
  let running: Promise<void> | null = null;
  const once = async (): Promise<void> => {
    if (running) return running;
    running = run().catch(onError);
    await running;
    running = null;
  };
  const tasks = SEASONS.map(({ name, expression }) =>
    schedule(expression, once, {
      name,
      timezone: TIME_ZONE,
      noOverlap: true,
      distributed: true,
      runCoordinator,
    }),
  );
  return {
    description:
      'daily at 02:30 from January to April, Mondays at 02:30 from May to December (Asia/Shanghai)',
    stop: async () => {
      for (const task of tasks) await task.destroy();
      if (running) await running;
    },
  };
}

const TIME_ZONE = 'Asia/Shanghai';

/** 条例第四十九条: departments publish by 31 January, governments by 31 March; late ones follow in April. */
const SEASONS: readonly Season[] = [
  { name: 'season', expression: '30 2 * 1-4 *' },
  { name: 'rest-of-year', expression: '30 2 * 5-12 1' },
];
