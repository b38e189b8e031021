import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FetchLimits } from '../../src/ingest/http/fetch-limits.js';

export interface WorkerStart {
  readonly url: string;
  readonly dataFolder: string;
  readonly limits: Partial<FetchLimits>;
}

export interface WorkerProcess {
  /** -9; nothing where it has ended. */
  kill(): void;
  readonly ended: Promise<{
    readonly killed: boolean;
    readonly code: number | null;
    readonly stderr: string;
  }>;
}

export function startWorker(start: WorkerStart): WorkerProcess {
  const child = spawn(process.execPath, [PROGRAM, JSON.stringify(start)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const leave = (): void => void child.kill('SIGKILL');
  process.once('exit', leave);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return {
    kill: leave,
    ended: new Promise((resolve) =>
      child.once('close', (code, signal) => {
        process.off('exit', leave);
        resolve({ killed: signal === 'SIGKILL', code, stderr });
      }),
    ),
  };
}

export const USER_AGENT = 'nianbao/faults';
const PROGRAM = fileURLToPath(new URL('./worker-process.js', import.meta.url));
