/** Report years, both included. */
export interface YearRange {
  readonly from: number;
  readonly to: number;
}

/** What --year takes is neither a year nor two. */
export class YearRangeError extends Error {
  override readonly name = 'YearRangeError';
}

/** `2021` or `2019-2023`. */
export function parseYearRange(text: string): YearRange {
  const match = YEARS.exec(text.trim());
  if (!match) throw new YearRangeError(`--year expects a year or a range (2021, 2019-2023), got ${text}`);
  const from = Number(match[1]);
  const to = Number(match[2] ?? match[1]);
  if (from > to) throw new YearRangeError(`--year expects the earlier year first, got ${text}`);
  return { from, to };
}

const YEARS = /^(\d{4})(?:\s*[-–—~至]\s*(\d{4}))?$/;
