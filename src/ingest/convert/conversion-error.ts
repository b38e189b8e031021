/** A program that makes reading copies did not make one. `message` says what, with which program, and why. */
export class ConversionError extends Error {
  override readonly name = 'ConversionError';
}
