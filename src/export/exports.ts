import type { ExportFormat } from './export.js';
import { exportCsv } from './export-csv.js';
import { exportJsonl } from './export-jsonl.js';
import { exportPackage } from './export-package.js';
import { exportParquet } from './export-parquet.js';
import { exportXlsx } from './export-xlsx.js';

/** Every format of `nianbao export`, by the name that --format takes. */
export const EXPORTS: Readonly<Record<string, ExportFormat>> = {
  csv: exportCsv,
  xlsx: exportXlsx,
  parquet: exportParquet,
  jsonl: exportJsonl,
  package: exportPackage,
};
