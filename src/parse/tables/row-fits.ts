import type { LabelFit } from './resolve-row.js';
import type { Claim } from './table-reading.js';

/** How well the labels of a table's rows fit the rows of the form that they are read as. */
export class RowFits {
  readonly #fits = new Map<string, Map<number, LabelFit>>();

  note(rowKey: string, row: number, fit: LabelFit): void {
    this.#fits.set(rowKey, (this.#fits.get(rowKey) ?? new Map()).set(row, fit));
  }

  /** 党内规范性文件 only resembles the row that stands beside it as 行政规范性文件; 行政处理 is none beside 行政处罚. */
  isOutdone({ slot, row }: Claim): boolean {
    const fits = this.#fits.get(slot.rowKey)!;
    return fits.get(row)! < Math.max(...fits.values());
  }
}
