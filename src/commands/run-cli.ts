import { Command, CommanderError } from 'commander';
import { readConfig, version } from '../config.js';
import { createLog } from '../log.js';
import { COMMANDS } from './commands.js';
import { EXIT } from './exit-codes.js';
import { explainFailure } from './explain-failure.js';

/** Runs one command and gives its exit code; every failure becomes one clear line on standard error. */
export async function runCli(argv: readonly string[]): Promise<number> {
  const log = createLog();
  let code: number = EXIT.done;
  const program = new Command('nianbao')
    .description('政府信息公开工作年度报告: collect, read, check and compare annual reports')
    .version(version())
    .showHelpAfterError('(--help lists what there is)')
    .exitOverride();
  for (const command of COMMANDS) {
    program.addCommand(
      throwing(
        command.define((run) => async (...args: unknown[]) => {
          code = await run({ config: readConfig(), log }, ...args);
        }),
      ),
    );
  }
  try {
    await program.parseAsync(argv);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    const failure = explainFailure(error);
    log.info(`error: ${failure.message}`);
    return failure.exitCode;
  }
}

/** commander ends the program with 1 on wrong usage, in every command by itself (`units import`); here that is 2. */
function throwing(command: Command): Command {
  for (const below of command.commands) throwing(below);
  return command.exitOverride();
}
