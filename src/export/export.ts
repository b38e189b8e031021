import type { ViewFilters } from '../store/views/view-filters.js';
import type { ViewReader } from '../store/views/view-stream.js';
import type { DraftFolder } from './draft-folder.js';

export interface ExportOptions extends ViewFilters {
  /** Folder for the files; made if it isn't there. */
  readonly out: string;
  /** Only these public views; unset: all of them. */
  readonly tables?: readonly string[] | undefined;
  /** Whom a CSV is for: `excel` (default) or `machines`. */
  readonly audience?: Audience | undefined;
  /** Hears what is under way, and what somebody should know before hours are spent. */
  readonly report?: ExportReporter | undefined;
  /** An earlier package: what has changed since is listed in changes.csv. */
  readonly against?: string | undefined;
}

export interface ExportReporter {
  readonly progress: (message: string) => void;
  readonly warn: (message: string) => void;
}

export type Audience = 'excel' | 'machines';

export interface ExportedFile {
  readonly path: string;
  readonly rows: number;
}

export interface Exported {
  readonly files: readonly ExportedFile[];
  /** What a reader of the files should know: values that a format can't hold whole. */
  readonly notes: readonly string[];
}

/** One format: writes every view into a draft. */
export interface ExportFormat {
  /** Refuses a folder that can't take this format, before anything is written. */
  readonly prepare?: (folder: string) => Promise<void>;
  /** Whether the folder is this format's alone, and replaced as one. */
  readonly whole?: boolean;
  write(reader: ViewReader, draft: DraftFolder, options: ExportOptions): Promise<void>;
}
