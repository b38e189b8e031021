#!/usr/bin/env node
import { EXIT } from './commands/exit-codes.js';
import { runCli } from './commands/run-cli.js';

// `nianbao parse … | head` closes our output early: that is the reader's choice, not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  console.error(`error: standard output: ${error.message}; what was printed is not whole, so run it again`);
  process.exit(EXIT.unavailable);
});

process.exitCode = await runCli(process.argv);
