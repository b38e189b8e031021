import type { Export } from './export.js';
import { exportCsv } from './export-csv.js';

/** Every format of `nianbao export`, by the name that --format takes. */
export const EXPORTS: Readonly<Record<string, Export>> = {
  csv: exportCsv,
};
