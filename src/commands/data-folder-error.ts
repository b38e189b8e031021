/** The data folder isn't there and can't be made. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError';
}
