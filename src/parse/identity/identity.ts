import type { Document } from '../../model/document.js';
import type { Contact, IdentityEvidence, ReportIdentity } from '../../model/extraction.js';
import type { Finding } from '../../model/finding.js';
import type { Page } from '../article.js';
import { type Clue, passage } from './clue.js';
import { findContact } from './contact.js';
import { findPeriod, findYear } from './dates.js';
import { findHeadline } from './headline.js';
import { contradictionsOf, type Settled } from './identity-contradictions.js';
import { inSimplified } from './in-simplified.js';
import { type PageLines, pageLines } from './page-lines.js';
import { publicationDates } from './publication-date.js';
import { findSignature } from './signature.js';
import { findTitle } from './title.js';
import { compilers, publishers } from './unit-clues.js';
import { fullerName, unitInTitle } from './unit-name.js';

/** Who published the report and of when it is, by the document alone, with every place that says so. */
export function identify(document: Document, page: Page): Identified {
  const plain = inSimplified(document, page);
  if (!plain) return settle(document, page);
  const { identity, findings, headline } = settle(plain.document, plain.page);
  return { identity: plain.asPrinted(identity), findings, headline };
}

export interface Identified {
  readonly identity: Required<ReportIdentity>;
  readonly findings: readonly Finding[];
  /** The line where a title stands, in simplified characters; of a look-alike too. */
  readonly headline: string | null;
}

function settle(document: Document, page: Page): Identified {
  const lines = pageLines(document, page);
  const title = findTitle(document, lines);
  const signed = findSignature(lines.article);
  const period = periodClue(lines);
  const units = [...unitOfTitle(title), ...present(signed.unit)];
  const spare = [...compilers(lines), ...publishers(document, lines)];
  const years = [...yearOfTitle(title), ...yearOfPeriod(period)];
  const days = publicationDates(document, lines);
  const contact = findContact(lines);
  const identity: Settled = {
    unit: settleUnit(units) ?? spare[0]?.value ?? null,
    year: years[0] ? Number(years[0].value) : null,
    title: title?.value ?? null,
    publishedOn: (days[0] ?? signed.date)?.value ?? null,
    period: period?.span ?? null,
    signature: { unit: signed.unit?.value ?? null, date: signed.date?.value ?? null },
    contact: { ...NO_CONTACT, ...Object.fromEntries(contact.map(({ field, value }) => [field, value])) },
  };
  const evidence = [
    ...used(title ? [title] : []),
    ...sorted(
      [...units, ...spare],
      (value) => identity.unit !== null && fullerName(identity.unit, value) !== null,
    ),
    ...sorted(years, (value) => Number(value) === identity.year),
    ...sorted([...days, ...present(signed.date)], (value) => value === identity.publishedOn),
    ...used([...(period ? [period.clue] : []), ...contact]),
  ];
  return {
    identity: { ...identity, evidence },
    findings: contradictionsOf(identity, evidence),
    headline: findHeadline(document, lines),
  };
}

function unitOfTitle(title: Clue | null): Clue[] {
  const value = title && unitInTitle(title.value);
  return value ? [{ ...title, field: 'unit', value, source: title.source }] : [];
}

function yearOfTitle(title: Clue | null): Clue[] {
  const year = title && findYear(title.value);
  return year ? [{ ...title, field: 'year', value: String(year) }] : [];
}

function yearOfPeriod(period: ReturnType<typeof periodClue>): Clue[] {
  return period ? [{ ...period.clue, field: 'year', value: period.span.from.slice(0, 4) }] : [];
}

/** The unit as its title names it, with its county where the signature gives one. */
function settleUnit(units: readonly Clue[]): string | null {
  const [named, signed] = units;
  if (!named || !signed) return named?.value ?? null;
  return fullerName(named.value, signed.value) ?? named.value;
}

function periodClue({ article }: PageLines) {
  const speaking = article.filter(({ text }) => PERIOD_WORDS.test(text));
  const head = [...article.slice(0, PREAMBLE_LINES), ...speaking];
  const span = findPeriod(head.map(({ text }) => text).join(''));
  if (!span) return null;
  const line = head.find(({ text }) => findPeriod(text)) ?? head.find(({ text }) => text.includes('月'))!;
  const value = `${span.from}/${span.to}`;
  const text = passage(line.text, '统计期限');
  const clue: Clue = { field: 'period', value, source: 'text', label: null, block: line.block, text };
  return { span, clue };
}

function used(clues: readonly Clue[]): IdentityEvidence[] {
  return clues.map((clue) => ({ ...clue, used: true }));
}

/** Of those that agree with what was settled, all are used. */
function sorted(clues: readonly Clue[], agrees: (value: string) => boolean): IdentityEvidence[] {
  return clues.map((clue) => ({ ...clue, used: agrees(clue.value) }));
}

function present(clue: Clue | null): Clue[] {
  return clue ? [clue] : [];
}

const PREAMBLE_LINES = 12;
const PERIOD_WORDS = /统计(?:数据)?(?:的)?(?:期限|时限|时间|周期)|所列数据/;
const NO_CONTACT: Contact = { phone: null, email: null, address: null, postcode: null };
