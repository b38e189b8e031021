import { Command } from 'commander';
import { checkCommand } from './check-command.js';
import { collectCommand } from './collect-command.js';
import type { CommandEntry } from './command.js';
import { control, HOST, PORT, SOURCES, STRICT } from './command-options.js';
import { copyToCommand } from './copy-to-command.js';
import { correctCommand } from './correct-command.js';
import { dictionaryCommand } from './dictionary-command.js';
import { EXPORT } from './export-entry.js';
import { loadCommand } from './load-command.js';
import { parseCommand } from './parse-command.js';
import { parsePendingCommand } from './parse-pending-command.js';
import { reparseCommand } from './reparse-command.js';
import { runCommand } from './run-command.js';
import { scheduleCommand } from './schedule-command.js';
import { serveCommand } from './serve-command.js';
import { sourcesProbeCommand } from './sources-probe-command.js';
import { sqlCommand } from './sql-command.js';
import { statusCommand } from './status-command.js';
import { UNITS } from './units-entry.js';
import { verifyCommand } from './verify-command.js';
import { workerCommand } from './worker-command.js';

/** Every command of the program, in the order of --help. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    define: (bind) =>
      new Command('run')
        .description(
          'the main job: migrate, collect, parse, load, check; then serves the board and keeps the schedule',
        )
        .option(...SOURCES)
        .option(...HOST)
        .option(...PORT)
        .option('--once', 'end after one run')
        .option(...STRICT)
        .action(bind(runCommand)),
  },
  {
    define: (bind) =>
      new Command('collect')
        .description("one stage: from the publishers' lists to the archive")
        .option(...SOURCES)
        .action(bind(collectCommand)),
  },
  {
    define: (bind) =>
      new Command('parse-pending')
        .description('one stage: read and load what is archived and not yet read')
        .addOption(control())
        .option(...STRICT)
        .action(bind(parsePendingCommand)),
  },
  {
    define: (bind) =>
      new Command('check')
        .description('one stage: judge every unit over its years (carry-over, missing, late)')
        .option(...STRICT)
        .action(bind(checkCommand)),
  },
  {
    define: (bind) =>
      new Command('parse')
        .description('read documents and print one JSON object a line; no database, no network')
        .argument('<path...>', 'files or folders; - is standard input')
        .option(
          '--control',
          'read twice, by a second reader too, and withhold figures that the two give differently',
        )
        .option(...STRICT)
        .action(bind(parseCommand)),
  },
  {
    define: (bind) =>
      new Command('load')
        .description('load local files as if they had been collected')
        .argument('<path...>', 'files or folders; manifest.csv in a folder gives unit, year and address')
        .option('--units <file>', 'registry of units (CSV) to import first')
        .option(...STRICT)
        .action(bind(loadCommand)),
  },
  UNITS,
  {
    define: (bind) =>
      new Command('sources')
        .description("what is collected from where: the publishers' lists")
        .addCommand(
          new Command('probe')
            .description('look at a list page and print the entry that collects it; --all tries a whole file')
            .argument('[url]', 'address of a list page')
            .option('--all', 'try every entry of --sources, and write the day into those that list reports')
            .option(
              '--sources <file>',
              'sources file: whose entries to try; for one address, its local sites',
            )
            .action(bind(sourcesProbeCommand)),
        ),
  },
  EXPORT,
  {
    define: (bind) =>
      new Command('dictionary')
        .description('what every public table, column and indicator means, in Chinese')
        .option('--format <format>', 'md or xlsx', 'md')
        .option('--out <file>', 'where to write; md goes to standard output without it')
        .action(bind(dictionaryCommand)),
  },
  {
    define: (bind) =>
      new Command('verify')
        .description('derive stored figures again from the archived bytes; any difference is named')
        .option('--all', 'every report; default: a hundred')
        .option('--row <key>', 'one figure: unit_id,year,indicator,applicant')
        .option('--export <path>', 'every figure of an exported folder or file, of any format')
        .action(bind(verifyCommand)),
  },
  {
    define: (bind) =>
      new Command('reparse')
        .description('read the whole archive again with the current code')
        .option('--dry-run', 'only say what would change, by form, site and cell')
        .addOption(control())
        .action(bind(reparseCommand)),
  },
  {
    define: (bind) =>
      new Command('correct')
        .description("a person's decision on a figure, beside what was reported")
        .option('--unit <id>', 'unit_id, as in mart.unit')
        .option('--year <year>', 'report year')
        .option('--indicator <code>', 'as in mart.indicator')
        .option('--applicant <code>', 'for 表三')
        .option('--value <number>', 'what the figure should be')
        .option('--none', 'there should be no number')
        .option('--withdraw', 'take the standing decision back')
        .option('--by <name>', 'who decides')
        .option('--why <reason>', 'why')
        .option('--file <csv>', 'many: unit_id,report_year,indicator,applicant,value,by,why')
        .action(bind(correctCommand)),
  },
  {
    define: (bind) =>
      new Command('copy-to')
        .description('copy the whole database into an empty one, e.g. from the embedded one to a server')
        .argument('<url>', 'postgresql://user:password@host/database; the archive stays where it is')
        .action(bind(copyToCommand)),
  },
  {
    define: (bind) =>
      new Command('status')
        .description('what is stored, due, failed and left to do')
        .option('--json', 'as JSON')
        .action(bind(statusCommand)),
  },
  {
    define: (bind) =>
      new Command('serve')
        .description('the board, in a browser')
        .option(...HOST)
        .option(...PORT)
        .option(
          '--hash-password',
          'read a password from standard input and print its hash for the environment',
        )
        .action(bind(serveCommand)),
  },
  {
    define: (bind) =>
      new Command('schedule')
        .description('keep the schedule alone: work is put on the queue, for workers to do')
        .option(...SOURCES)
        .action(bind(scheduleCommand)),
  },
  {
    define: (bind) =>
      new Command('worker')
        .description('one more process that takes work from the queue; needs a PostgreSQL server')
        .option('--once', 'end when nothing is left to do')
        .action(bind(workerCommand)),
  },
  {
    define: (bind) =>
      new Command('sql')
        .description('a read-only query on whatever database is configured')
        .argument('<query>', 'one select, e.g. "select * from mart.report"')
        .option('--format <format>', 'table, csv or json', 'table')
        .option('--timeout <seconds>', 'stop the query after so long', '60')
        .action(bind(sqlCommand)),
  },
];
