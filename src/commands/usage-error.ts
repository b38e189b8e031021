/** A command called in a way that can't be meant; nothing was done. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
