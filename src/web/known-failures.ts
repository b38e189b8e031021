/** A failure in words for those who read the board; hosts and folders are for the log. */
export interface KnownFailure {
  readonly status: 500 | 503;
  readonly heading: string;
  readonly advice: string;
}

/** What can be said of an error, by its name; null where nothing can. */
export function knownFailure(error: unknown): KnownFailure | null {
  return (error instanceof Error && KNOWN[error.name]) || null;
}

/** Why something can't be shown, in one line of a page. What a reader says of a document is for people already. */
export function whyNotShown(error: unknown): string {
  if (error instanceof Error && error.name === 'ReadError') return error.message;
  const known = knownFailure(error);
  return known ? `${known.heading}。${known.advice}` : '详细原因已写入运行日志（标准错误输出）。';
}

/** For the log: who reads the page can't mend it. */
export function logFailure(place: string, error: unknown): void {
  const words = !(error instanceof Error)
    ? String(error)
    : knownFailure(error)
      ? error.message
      : (error.stack ?? error.message);
  process.stderr.write(`board: ${place}: ${words}\n`);
}

const KNOWN: Readonly<Record<string, KnownFailure>> = {
  DatabaseLockedError: {
    status: 503,
    heading: '数据库正由另一进程使用',
    advice: '另一个 nianbao 命令正在使用数据文件夹。请等它结束，再刷新本页。',
  },
  DatabaseUnavailableError: {
    status: 503,
    heading: '数据库暂时不能使用',
    advice:
      '看板连不上数据库，已存的数据不受影响。请稍候刷新本页；仍不能用的，请管理员按运行日志检查数据库。',
  },
  ArchiveMissingError: {
    status: 500,
    heading: '原件不在存档中',
    advice: '存档文件夹里找不到这份原件。请管理员从备份恢复，或重新采集；文件路径见运行日志。',
  },
  ArchiveCorruptError: {
    status: 500,
    heading: '原件已损坏',
    advice: '存档中的文件与其 SHA-256 不符。请管理员从备份恢复，或移走后重新采集；文件路径见运行日志。',
  },
};
