import type { Section, SectionCode } from '../../model/extraction.js';
import type { Finding } from '../../model/finding.js';
import type { FormSubject } from '../../model/form.js';
import { SUBJECT_NAMES } from './leftovers.js';
import type { TableReading } from './table-reading.js';

/**
 * Sections that must have a table since the 2019 form and have none: lost on the way, run together as text, or left out
 * by the publisher. `said`: what is already known of tables that are pictures.
 */
export function findMissingTables(
  sections: readonly Section[],
  readings: readonly TableReading[],
  year: number | null,
  said: readonly Finding[],
): Finding[] {
  if (year === null || year < FIRST_YEAR_OF_TABLES) return [];
  const found = new Set(readings.map(({ index }) => index.form.subject));
  const missing = new Map<FormSubject, Section>();
  for (const section of sections) {
    const subject = SUBJECTS[section.code];
    const isPicture = said.some(({ message }) => message.includes(`“${section.heading}”`));
    if (subject && !found.has(subject) && !isPicture) missing.set(subject, section);
  }
  return [...missing].map(([subject, { heading }]) => ({
    check: 'extract/table-missing',
    severity: 'warning',
    message: `“${heading}”部分没有读到${SUBJECT_NAMES[subject]}：原文没有表格，或表格已变成文字、图片、附件，未取数`,
    evidence: [{ text: heading }],
  }));
}

/** 国办公开办函〔2019〕60号. */
const FIRST_YEAR_OF_TABLES = 2019;

const SUBJECTS: Partial<Record<SectionCode, FormSubject>> = {
  proactive: 'proactive',
  applications: 'applications',
  review_litigation: 'review_litigation',
};
