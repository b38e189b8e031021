import type { IdentityEvidence, ReportIdentity } from '../../model/extraction.js';
import { storableJson } from '../postgres/copy-text.js';

/** The column `identity` of core.report: lists without names, for there are a dozen in every report. */
export function identityJson({ signature, contact, evidence = [] }: ReportIdentity): string | null {
  if (!signature && !contact && evidence.length === 0) return null;
  const s = [signature?.unit ?? null, signature?.date ?? null];
  const c = (['phone', 'email', 'address', 'postcode'] as const).map((field) => contact?.[field] ?? null);
  return storableJson({ s, c, e: evidence.map(compact) });
}

function compact({ field, value, source, label, block, text, used }: IdentityEvidence): unknown[] {
  return [field, value, source, label, block, text === value ? null : text, used];
}
