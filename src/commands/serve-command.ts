import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { hashPassword } from '../web/password.js';
import { readAccess, refuseOpenHost } from './board-settings.js';
import type { CommandContext } from './command.js';
import { EXIT } from './exit-codes.js';
import { openBoard, portOf, sharedDatabase } from './start-board.js';
import { UsageError } from './usage-error.js';
import { writeResult } from './write-result.js';

export interface ServeOptions {
  readonly host: string;
  readonly port: string;
  readonly hashPassword?: boolean;
}

/** `nianbao serve`: the board alone, until Ctrl-C; or, with `--hash-password`, what to put into the environment. */
export async function serveCommand(context: CommandContext, options: ServeOptions): Promise<number> {
  if (options.hashPassword) return printHash();
  const access = readAccess();
  refuseOpenHost(options.host, access);
  const database = await sharedDatabase(context.config, context.log);
  // Whatever is wrong with the database is said now, not to the first visitor.
  await database.use(async () => {});
  const listening = { host: options.host, port: portOf(options.port) };
  try {
    const server = await openBoard(context, listening, {
      database,
      memory: { data: null, reading: null },
      access,
      progress: () => null,
      schedule: null,
    });
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    context.log.info('stopping');
    await server.close();
    return EXIT.done;
  } finally {
    await database.close();
  }
}

async function printHash(): Promise<number> {
  if (process.stdin.isTTY) process.stderr.write('password, then Enter and Ctrl-D: ');
  const password = (await text(process.stdin)).replace(/\r?\n$/, '');
  if ([...password].length < SHORTEST) throw new UsageError(`a password has at least ${SHORTEST} characters`);
  await writeResult(`${await hashPassword(password)}\n`);
  return EXIT.done;
}

const SHORTEST = 8;
