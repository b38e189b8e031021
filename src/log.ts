/** What is said while working: lines on standard error; standard output is for results. */
export interface Log {
  readonly info: (message: string) => void;
  readonly warn: (message: string) => void;
  /** A line that the next one replaces on a terminal; elsewhere a plain line now and then. */
  readonly progress: (message: string) => void;
}

export function createLog(stream: NodeJS.WriteStream = process.stderr): Log {
  let open = false;
  let lastProgressAt = 0;
  const line = (text: string): void => {
    stream.write(`${open ? CLEAR_LINE : ''}${text}\n`);
    open = false;
  };
  return {
    info: line,
    warn: (message) => line(`warning: ${message}`),
    progress: (message) => {
      if (stream.isTTY) {
        stream.write(`${CLEAR_LINE}${message}`);
        open = true;
      } else if (Date.now() - lastProgressAt >= PLAIN_PROGRESS_MS) {
        lastProgressAt = Date.now();
        line(message);
      }
    },
  };
}

const CLEAR_LINE = '\r\u001b[2K';
const PLAIN_PROGRESS_MS = 2000;
