import { FORM_TABLES } from '../../catalogue/forms.js';
import type { NarrativeClaim } from '../../model/claim.js';
import type { Section } from '../../model/extraction.js';
import { nameRow } from '../form-names.js';
import { textEvidence } from './evidence.js';

/** The words of a claim, on one line. */
export function sayWords(claim: NarrativeClaim, sections: readonly Section[]): string {
  return textEvidence(claim, sections).text!.replaceAll(/\s+/g, '');
}

/** The row's label, as officers know it. */
export function nameOfRow(indicator: string): string {
  return ROW_NAMES.get(indicator) ?? indicator;
}

const ROW_NAMES: ReadonlyMap<string, string> = new Map(
  FORM_TABLES.flatMap((table) => table.rows.map((row) => [row.key, nameRow(row)] as const)),
);
