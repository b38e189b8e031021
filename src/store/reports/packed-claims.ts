import { NARRATIVE_SUBJECTS } from '../../catalogue/narrative-subjects.js';
import type { ClaimPeriod, ClaimQualifier, NarrativeClaim } from '../../model/claim.js';
import { UnstorableReportError } from './table-reading.js';

/**
 * The claims of one section as core.section.claims holds them (sql/migrations/0009_claim.sql); null where there are
 * none. `namedYear` is the year that the document names, which most claims are of.
 */
export function packClaims(
  claims: readonly NarrativeClaim[],
  text: string,
  namedYear: number | null,
): string | null {
  if (claims.length === 0) return null;
  const pairs = pairsOf(text);
  return claims.map((claim) => packOne(claim, pairs, namedYear)).join(';');
}

/** The same claims again. */
export function unpackClaims(
  packed: string | null,
  text: string,
  { section, namedYear }: { readonly section: number; readonly namedYear: number | null },
): NarrativeClaim[] {
  if (packed === null) return [];
  const pairs = pairsOf(text);
  return packed.split(';').map((item): NarrativeClaim => {
    const [start, length, value, unit, no, flags = '-', year] = item.split(' ');
    const flag = <T>(names: Readonly<Record<string, T>>) => [...flags].map((f) => names[f]).find((n) => n);
    return {
      subject: no === NONE ? null : CODES.get(Number(no))!,
      value: Number(value),
      unit: unit === NONE ? null : unit!,
      kind: flags.includes('n') ? 'none' : 'number',
      qualifier: flag(QUALIFIERS) ?? null,
      period: flag(PERIODS) ?? 'report_year',
      aboutYear: year === undefined ? namedYear : year === NONE ? null : Number(year),
      section,
      start: toUnits(Number(start), pairs),
      end: toUnits(Number(start) + Number(length), pairs),
    };
  });
}

function packOne(claim: NarrativeClaim, pairs: readonly number[], namedYear: number | null): string {
  const { subject, value, unit, kind, qualifier, period, aboutYear } = claim;
  const no = subject === null ? NONE : NUMBERS.get(subject);
  if (no === undefined) throw new UnstorableReportError(`${subject} is no subject of the catalogue`);
  if (unit !== null && !/^[^\s;-]+$/.test(unit)) throw new UnstorableReportError(`“${unit}” is no unit`);
  const start = toPoints(claim.start, pairs);
  const length = toPoints(claim.end, pairs) - start;
  const flags = `${kind === 'none' ? 'n' : ''}${LETTERS[qualifier ?? ''] ?? ''}${LETTERS[period] ?? ''}`;
  const item = `${start} ${length} ${value} ${unit ?? NONE} ${no}`;
  if (aboutYear !== namedYear) return `${item} ${flags || NONE} ${aboutYear ?? NONE}`;
  return flags === '' ? item : `${item} ${flags}`;
}

/** PostgreSQL counts a character of two UTF-16 units as one: where the first unit of each stands. */
function pairsOf(text: string): readonly number[] {
  return PAIR.test(text) ? [...text.matchAll(PAIRS)].map(({ index }) => index) : [];
}

function toPoints(units: number, pairs: readonly number[]): number {
  return units - pairs.filter((pair) => pair < units).length;
}

function toUnits(points: number, pairs: readonly number[]): number {
  let units = points;
  for (const pair of pairs) {
    if (pair >= units) break;
    units += 1;
  }
  return units;
}

const NONE = '-';
const NUMBERS = new Map(NARRATIVE_SUBJECTS.map(({ code, no }) => [code, no]));
const CODES = new Map(NARRATIVE_SUBJECTS.map(({ code, no }) => [no, code]));
const QUALIFIERS: Readonly<Record<string, ClaimQualifier>> = {
  o: 'over',
  u: 'under',
  a: 'about',
  r: 'range',
};
const PERIODS: Readonly<Record<string, ClaimPeriod>> = { x: 'other_year', s: 'as_of', c: 'cumulative' };
const LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ ...QUALIFIERS, ...PERIODS }).map(([letter, name]) => [name, letter]),
);
const PAIR = /[\ud800-\udbff][\udc00-\udfff]/;
const PAIRS = /[\ud800-\udbff][\udc00-\udfff]/g;
