/** The archive can't do what was asked; the message names the path and says what to do. */
export class ArchiveError extends Error {
  override readonly name: string = 'ArchiveError';
  readonly path: string;

  constructor(message: string, options: ErrorOptions & { readonly path: string }) {
    super(message, options);
    this.path = options.path;
  }
}

/** The bytes on disk are not those that were stored. */
export class ArchiveCorruptError extends ArchiveError {
  override readonly name = 'ArchiveCorruptError';
  readonly sha256: string;

  constructor(sha256: string, path: string) {
    const advice = 'restore the file from a backup, or move it away and collect again';
    super(`original ${sha256} is damaged: the bytes of ${path} no longer fit their hash; ${advice}`, {
      path,
    });
    this.sha256 = sha256;
  }
}

/** No original of that hash is stored. */
export class ArchiveMissingError extends ArchiveError {
  override readonly name = 'ArchiveMissingError';
  readonly sha256: string;

  constructor(sha256: string, path: string) {
    super(
      `original ${sha256} is not in the archive: no file ${path}; restore it from a backup or collect again`,
      {
        path,
      },
    );
    this.sha256 = sha256;
  }
}

/** What the operating system refused, as an ArchiveError with advice. Archive errors pass as they are. */
export function archiveErrorOf(error: unknown, action: string, path: string): ArchiveError {
  if (error instanceof ArchiveError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const advice =
    ADVICE[code ?? '']?.(path) ?? `${message}; check the disk that holds ${path}, then run again`;
  return new ArchiveError(`can't ${action}: ${advice}; nothing already stored was changed`, {
    path,
    cause: error,
  });
}

const diskFull = (path: string) => `disk full: free space on the disk of ${path}, then run again`;
const noPermission = (path: string) => `no permission for ${path}: let this user write there, then run again`;

const fileInTheWay = (path: string) =>
  `a file is in the way of the folder of ${path}: move it away, or choose another data folder`;

const ADVICE: Readonly<Record<string, (path: string) => string>> = {
  ENOSPC: diskFull,
  EDQUOT: diskFull,
  EACCES: noPermission,
  EPERM: noPermission,
  EROFS: (path) => `read-only disk: ${path} can't be written; choose another data folder`,
  EEXIST: fileInTheWay,
  ENOTDIR: fileInTheWay,
};
