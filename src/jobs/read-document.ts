import { createHash } from 'node:crypto';
import { CHECKS } from '../catalogue/checks.js';
import { FORM_TABLES } from '../catalogue/forms.js';
import { SECTION_FORMS } from '../catalogue/sections.js';
import { checkReport } from '../check/check-report.js';
import type { Extraction } from '../model/extraction.js';
import { parse } from '../parse/parse.js';

/**
 * All that one document says: what is printed (parse) and what is wrong with it (check).
 * @throws ReadError when it can't be read at all.
 */
export function readDocument(bytes: Buffer, servedType: string | null = null): Extraction {
  const extraction = parse(bytes, servedType);
  const { findings, outcomes } = checkReport(extraction);
  return { ...extraction, findings: [...extraction.findings, ...findings], outcomes };
}

/** Raised by hand when reading or judging changes; a change of the catalogue changes the digest by itself. */
const CODE_VERSION = 2;

/** Names what an extraction was made with: stored beside it, and what is older is work to do. */
export const PARSER_VERSION = `${CODE_VERSION}-${digest([FORM_TABLES, SECTION_FORMS, CHECKS])}`;

function digest(data: unknown): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 8);
}
