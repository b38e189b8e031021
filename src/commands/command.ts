import type { Command } from 'commander';
import type { Config } from '../config.js';
import type { Log } from '../log.js';

export interface CommandContext {
  readonly config: Config;
  readonly log: Log;
}

/** What runs a command: its arguments as commander hands them on, its exit code as result. */
// biome-ignore lint/suspicious/noExplicitAny: each command declares its own arguments
export type RunCommand = (context: CommandContext, ...args: any[]) => Promise<number>;

/** One command: its words and options, and what it does. A new command is a file and a line in commands.ts. */
export interface CommandEntry {
  readonly define: (bind: (run: RunCommand) => (...args: unknown[]) => Promise<void>) => Command;
}
