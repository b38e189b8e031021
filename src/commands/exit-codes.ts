/** Exit codes of every command (contract). */
export const EXIT = {
  done: 0,
  /** Done, but a document failed; with `--strict` also: there are error findings. */
  documentFailed: 1,
  /** Wrong usage or configuration; nothing was done. */
  usage: 2,
  /** Database or disk unreachable. */
  unavailable: 3,
} as const;
