import { Option } from 'commander';
import { CONTROL_CHOICES, DEFAULT_CONTROL } from '../jobs/control-choice.js';

/** Options that several commands have. */
export const SOURCES = ['--sources <file>', 'sources file (YAML); default: the bundled sample'] as const;
export const HOST = ['--host <host>', 'address to serve the board on', '127.0.0.1'] as const;
export const PORT = ['--port <n>', 'its port; 0 takes a free one', '8080'] as const;
export const STRICT = ['--strict', 'exit code 1 also when there are error findings'] as const;
export const control = (): Option =>
  new Option(
    '--control <which>',
    'which documents that were read before are read by both readers; sample is one in twenty. New ones always are',
  )
    .choices(CONTROL_CHOICES)
    .default(DEFAULT_CONTROL);
