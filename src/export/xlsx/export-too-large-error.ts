/** More than one workbook holds. */
export class ExportTooLargeError extends Error {
  override readonly name = 'ExportTooLargeError';
  constructor(path: string) {
    super(
      `${path}: more than 4 GB, which no workbook holds; narrow it (--year, --under, --kind) or take parquet or csv`,
    );
  }
}
