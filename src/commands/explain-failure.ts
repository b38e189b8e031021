import { ConfigError } from '../config.js';
import { ExportFolderError } from '../export/export-folder-error.js';
import { FolderError } from '../export/folder-error.js';
import { ExportTooLargeError } from '../export/xlsx/export-too-large-error.js';
import { YearRangeError } from '../export/year-range.js';
import { ArchiveError } from '../ingest/archive-error.js';
import { LocalPathError } from '../ingest/local/local-files.js';
import { LocalSiteError } from '../ingest/local/site-folder.js';
import { CorrectionsFileError } from '../ingest/registry/corrections-file.js';
import { DivisionsFileError } from '../ingest/registry/divisions-file.js';
import { ManifestError } from '../ingest/registry/manifest-file.js';
import { UnitEventsFileError } from '../ingest/registry/unit-events-file.js';
import { UnitsFileError } from '../ingest/registry/units-file.js';
import { SourcesFileError } from '../ingest/sources/sources-file.js';
import { NothingToWithdrawError, UnknownFigureError } from '../store/judgement/corrections.js';
import { NotEmptyError } from '../store/postgres/copy-database.js';
import { DatabaseUnavailableError } from '../store/postgres/database-unavailable.js';
import { DatabaseLockedError } from '../store/postgres/folder-lock.js';
import { NewerDatabaseError } from '../store/postgres/migrate.js';
import { QueryError } from '../store/postgres/query-read-only.js';
import { UnknownUnitError } from '../store/units/unit-events.js';
import { UnknownParentError } from '../store/units/units.js';
import { UnknownNameError } from '../store/views/view-filters.js';
import { DataFolderError } from './data-folder-error.js';
import { EXIT } from './exit-codes.js';
import { UsageError } from './usage-error.js';

/** What to say of an error, and the exit code of its kind. Only what nobody foresaw has a stack trace, on request. */
export function explainFailure(error: unknown): { readonly message: string; readonly exitCode: number } {
  const known = KINDS.find(({ classes }) => classes.some((kind) => error instanceof kind));
  if (known) return { message: (error as Error).message, exitCode: known.exitCode };
  const system = SYSTEM_ERRORS[(error as NodeJS.ErrnoException)?.code ?? ''];
  if (system) return { message: `${(error as Error).message}: ${system}`, exitCode: EXIT.unavailable };
  const text = error instanceof Error ? error.message : String(error);
  const stack = process.env.NIANBAO_DEBUG && error instanceof Error ? `\n${error.stack}` : '';
  const advice = 'nothing half-written is kept; run it again, and with NIANBAO_DEBUG=1 for details';
  return { message: `unexpected: ${text} (${advice})${stack}`, exitCode: EXIT.unavailable };
}

// biome-ignore lint/suspicious/noExplicitAny: constructors of any shape
type ErrorClass = new (...args: any[]) => Error;

const KINDS: readonly { readonly exitCode: number; readonly classes: readonly ErrorClass[] }[] = [
  {
    exitCode: EXIT.usage,
    classes: [
      ...[UsageError, ConfigError, LocalPathError, ManifestError, LocalSiteError],
      ...[SourcesFileError, UnitsFileError, UnknownParentError, QueryError, YearRangeError, UnknownNameError],
      ...[CorrectionsFileError, UnknownFigureError, NothingToWithdrawError],
      ...[FolderError, ExportFolderError, ExportTooLargeError],
      ...[DivisionsFileError, UnitEventsFileError, UnknownUnitError, NotEmptyError],
    ],
  },
  {
    exitCode: EXIT.unavailable,
    classes: [
      DataFolderError,
      DatabaseUnavailableError,
      DatabaseLockedError,
      NewerDatabaseError,
      ArchiveError,
    ],
  },
];

const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space and run again, what is stored is whole',
  EACCES: 'no permission; check who owns the folder',
  EPERM: 'not permitted there; name another folder',
  EROFS: 'the disk is read-only',
  ENOENT: 'there is no such file or folder; check the path',
  EISDIR: 'that is a folder; name a file',
  ENOTDIR: 'a part of the path is a file; name a folder',
  EIO: 'the disk reports an error',
  EMFILE: 'too many open files; raise the limit (ulimit -n)',
};
