import type { Block } from '../../model/document.js';
import type { SectionCode } from '../../model/extraction.js';
import type { Finding } from '../../model/finding.js';
import type { FormSubject } from '../../model/form.js';
import { findHeadings, type HeadingCandidate } from '../sections/headings.js';
import type { TableReading } from './table-reading.js';

/**
 * Sections whose statutory table was not found but that hold a picture: the table is one, as some publishers post it.
 * What is in it is not read, and that is said.
 */
export function findTableImages(article: readonly Block[], readings: readonly TableReading[]): Finding[] {
  const headings = findHeadings(article).filter(({ level, exact }) => level === 1 || exact);
  return headings.flatMap((heading, place) => {
    const subject = heading.form && SUBJECTS[heading.form.code];
    const body = article.slice(heading.block + 1, headings[place + 1]?.block ?? article.length);
    if (!subject || !body.some(isPicture)) return [];
    return readings.some(({ index }) => index.form.subject === subject) ? [] : [imageFinding(heading)];
  });
}

function isPicture(block: Block): boolean {
  return block.kind === 'paragraph' && block.picture === true;
}

function imageFinding({ text }: HeadingCandidate): Finding {
  const message = `“${text}”部分没有可读的表格，只有图片，图片中的数据未读取`;
  return { check: 'extract/table-is-image', severity: 'warning', message };
}

const SUBJECTS: Partial<Record<SectionCode, FormSubject>> = {
  proactive: 'proactive',
  applications: 'applications',
  review_litigation: 'review_litigation',
};
