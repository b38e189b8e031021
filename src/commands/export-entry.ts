import { Command } from 'commander';
import { EXPORTS } from '../export/exports.js';
import type { CommandEntry } from './command.js';
import { exportCommand } from './export-command.js';

/** `nianbao export …`: datasets, and which of them. */
export const EXPORT: CommandEntry = {
  define: (bind) =>
    new Command('export')
      .description('write datasets')
      .requiredOption('--format <format>', Object.keys(EXPORTS).join(', '))
      .requiredOption('--out <folder>', 'where to write')
      .option('--year <years>', 'report years: 2021 or 2019-2023')
      .option('--under <unit>', 'a unit and all below it')
      .option('--kind <kind>', 'units of one kind: town, department … (mart.unit)')
      .option('--form <form>', 'reports of one form: t2021 …')
      .option(
        '--table <tables>',
        'only these: figure (long), unit_year (wide), report … (every view of mart)',
      )
      .option('--for <reader>', 'csv only: excel (byte order mark, no formulas; the default) or machines')
      .option('--against <package>', 'an earlier package: changes.csv lists what is different since')
      .action(bind(exportCommand)),
};
