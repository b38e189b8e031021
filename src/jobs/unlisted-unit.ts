import { createHash } from 'node:crypto';
import type { UnitKind, UnitRecord } from '../model/unit.js';

/**
 * A unit that the registry doesn't have yet, by the name its own report gives: local files can be loaded before
 * anybody wrote a registry. Its key says that it is provisional; `nianbao units import` gives it a proper one.
 */
export function unlistedUnit(name: string): UnitRecord {
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 12);
  return {
    unitId: `unlisted-${digest}`,
    name,
    kind: KINDS.find(({ pattern }) => pattern.test(name))?.kind ?? 'department',
    divisionCode: null,
    parentId: null,
    validFrom: null,
    validTo: null,
  };
}

/** Kinds by the ending of the name (spec §5.2); the first that fits. */
const KINDS: readonly { readonly pattern: RegExp; readonly kind: UnitKind }[] = [
  { pattern: /(?:街道|街道办事处)$/, kind: 'street' },
  { pattern: /(?:[^县市省区]镇|[^家]乡|苏木)(?:人民)?政府$|(?:[^县市省区]镇|[^家]乡|苏木)$/, kind: 'town' },
  { pattern: /人民政府办公[室厅]$/, kind: 'government_office' },
  { pattern: /(?:人民政府|[省市县区旗州])$/, kind: 'government' },
  { pattern: /(?:管委会|管理委员会)$/, kind: 'functional_zone' },
  { pattern: /(?:税务局|海关|气象局)$/, kind: 'vertical' },
  { pattern: /(?:分局|派出所)$/, kind: 'branch' },
];
