/** A document that can't be read at all. `code` is `read/…`; the message is in Chinese and says what to do. */
export class ReadError extends Error {
  override readonly name = 'ReadError';

  constructor(
    readonly code: `read/${string}`,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
