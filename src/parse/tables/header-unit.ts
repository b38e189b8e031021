import { toSimplified } from '../../catalogue/traditional-characters.js';

/** The unit that a column's header prints, in brackets or after 单位: 采购总金额(万元), 收费金额（单位：万元）; null for none. */
export function headerUnit(labels: readonly string[]): string | null {
  for (const label of labels) {
    const match = IN_HEADER.exec(toSimplified(label).normalize('NFKC').replace(/\s+/g, ''));
    if (match) return match[1] ?? match[2] ?? null;
  }
  return null;
}

const UNITS = '百万元|亿元|万元|千元|百元|元';
const IN_HEADER = new RegExp(`[([](?:计量)?(?:单位[:：为]?)?(${UNITS})[)\\]]|单位[:：为]?(${UNITS})`);
