/** What --out names can't take an export; nothing was written. */
export class ExportFolderError extends Error {
  override readonly name = 'ExportFolderError';
}
