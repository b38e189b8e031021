/** Judges all that is read of one document. */
import { readDocument } from '../../src/jobs/read-document.js';
import type { Extraction } from '../../src/model/extraction.js';
import { ReadError } from '../../src/parse/readers/read-error.js';
import { type ClaimVerdict, judgeClaims } from './judge-claims.js';
import { type FigureVerdict, judgeFigures } from './judge-figures.js';
import type { ExpectedReport, LabelledDocument } from './labelled-document.js';

export type Match = 'exact' | 'wrong' | 'null';

export interface DocumentVerdict {
  readonly figures: readonly FigureVerdict[];
  /** Null where the truth doesn't say what the prose tells. */
  readonly claims: ClaimVerdict | null;
  /** Unit, year, date, template, sections; without what the truth doesn't say. */
  readonly facts: Readonly<Record<string, Match>>;
  readonly factsRead: Readonly<Record<string, unknown>>;
  /** Error and blocker findings on a report without a fault. */
  readonly falseErrors: readonly string[];
  /** Code of the error where the document could not be read at all. */
  readonly error: string | null;
}

/** By the main reader alone: what it gets wrong should show, not be withheld by the second. */
export async function judgeDocument(document: LabelledDocument): Promise<DocumentVerdict> {
  const extraction = await readOrError(document);
  if (typeof extraction === 'string') return unread(document.expected, extraction);
  return judgeExtraction(extraction, document.expected, document.faulty);
}

export function judgeExtraction(
  extraction: Extraction,
  expected: ExpectedReport,
  faulty = false,
): DocumentVerdict {
  const { identity, sections, template } = extraction;
  const codes = sections.map(({ code }) => code).join(' ');
  const facts: Record<string, Match> = {
    unit: matchUnit(identity.unit, expected.units),
    year: match(identity.year, expected.year),
    date: match(identity.publishedOn, expected.publishedOn),
    template: match(template, expected.template),
    ...(expected.sections ? { sections: match(codes, expected.sections.join(' ')) } : {}),
  };
  const errors = extraction.findings.filter(({ severity }) => severity === 'error' || severity === 'blocker');
  return {
    figures: judgeFigures(extraction, expected.figures),
    claims: expected.claims ? judgeClaims(extraction.claims, expected.claims) : null,
    facts,
    factsRead: {
      unit: identity.unit,
      year: identity.year,
      date: identity.publishedOn,
      template,
      sections: codes,
    },
    falseErrors: faulty ? [] : errors.map(({ check, message }) => `${check} ${message}`),
    error: null,
  };
}

async function readOrError({ bytes, servedType }: LabelledDocument): Promise<Extraction | string> {
  try {
    return await readDocument(bytes, servedType, { control: 'never' });
  } catch (error) {
    // A crash is a defect of the reader; the run goes on, and says how to make the document again.
    return error instanceof ReadError ? error.code : `crash ${error instanceof Error ? error.stack : error}`;
  }
}

function unread({ figures, claims }: ExpectedReport, error: string): DocumentVerdict {
  const missing = [...figures].map(
    ([key, expected]): FigureVerdict => ({ key, outcome: 'missing', expected, read: null, named: true }),
  );
  return {
    figures: missing,
    claims: claims ? judgeClaims([], claims) : null,
    facts: {},
    factsRead: {},
    falseErrors: [],
    error,
  };
}

function matchUnit(read: string | null, units: readonly string[]): Match {
  if (read === null) return units.length === 0 ? 'exact' : 'null';
  return units.includes(read) ? 'exact' : 'wrong';
}

function match(read: unknown, expected: unknown): Match {
  if (read === expected) return 'exact';
  return read === null ? 'null' : 'wrong';
}
