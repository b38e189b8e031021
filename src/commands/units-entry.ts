import { Command } from 'commander';
import type { CommandEntry } from './command.js';
import { unitsDivisionsCommand } from './units-divisions-command.js';
import { unitsEventsCommand } from './units-events-command.js';
import { unitsImportCommand } from './units-import-command.js';

/** `nianbao units …`: the registry of units, what happened to them, and the divisions that they belong to. */
export const UNITS: CommandEntry = {
  define: (bind) =>
    new Command('units')
      .description('the registry of units')
      .addCommand(
        new Command('import')
          .description('write units from a CSV into the registry')
          .argument('<file>', 'columns: unit_id,name,kind,division_code,parent_id,valid_from,valid_to')
          .action(bind(unitsImportCommand)),
      )
      .addCommand(
        new Command('events')
          .description('write what happened to units: mergers, splits, renames')
          .argument('<file>', 'columns: kind,date,from,to,source_url,note')
          .action(bind(unitsEventsCommand)),
      )
      .addCommand(
        new Command('divisions')
          .description('import the list of administrative divisions, the bundled one or another')
          .argument('[file]', 'columns: code,name')
          .option('--edition <day>', 'the day that the codes of the file are of')
          .action(bind(unitsDivisionsCommand)),
      ),
};
