import type { Database } from '../store/database.js';
import type { YearRange } from './year-range.js';

export interface ExportOptions {
  /** Folder for the files; made if it isn't there. */
  readonly out: string;
  readonly years?: YearRange | undefined;
  /** A unit and all that stand below it. */
  readonly under?: string | undefined;
}

export interface ExportedFile {
  readonly path: string;
  readonly rows: number;
}

export type Export = (db: Database, options: ExportOptions) => Promise<ExportedFile[]>;
