import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Runs the built program as a user would. `killAfterMs` ends it with SIGKILL. */
export function nianbao(
  args: readonly string[],
  options: {
    readonly env?: Record<string, string>;
    readonly input?: Buffer | string;
    readonly killAfterMs?: number;
  } = {},
): Promise<Ended> {
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(process.execPath, [CLI, ...args], { env: { ...environment, ...options.env } });
  const timer =
    options.killAfterMs === undefined
      ? undefined
      : setTimeout(() => child.kill('SIGKILL'), options.killAfterMs);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdin.on('error', () => {});
  child.stdin.end(options.input ?? '');
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, stdout, stderr });
    });
  });
}

export function jsonLines(text: string): Record<string, unknown>[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
