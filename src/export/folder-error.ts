/** No folder can be made of that name. */
export class FolderError extends Error {
  override readonly name = 'FolderError';
}
