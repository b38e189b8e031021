import type { NarrativeClaim } from '../model/claim.js';
import type { Figure, Section } from '../model/extraction.js';
import { storableText } from '../store/postgres/copy-text.js';

/** One cell that reads otherwise than it is stored. */
export interface FigureDifference {
  readonly key: string;
  readonly stored: Figure | null;
  readonly derived: Figure | null;
}

/** Stored figures against those read now: value, state, unit, raw text and place. */
export function compareFigures(
  stored: readonly Figure[],
  derived: readonly Figure[],
): readonly FigureDifference[] {
  const rest = new Map(derived.map((figure) => [keyOf(figure), figure]));
  const differences = stored.flatMap((figure) => {
    const key = keyOf(figure);
    const now = rest.get(key) ?? null;
    rest.delete(key);
    return now && describeFigure(now) === describeFigure(figure)
      ? []
      : [{ key, stored: figure, derived: now }];
  });
  return [...differences, ...[...rest].map(([key, figure]) => ({ key, stored: null, derived: figure }))];
}

/** True when codes, headings or texts of the sections differ. */
export function sectionsDiffer(stored: readonly Section[], derived: readonly Section[]): boolean {
  const plain = (sections: readonly Section[]): string =>
    JSON.stringify(
      sections.map(({ code, heading, text }) => [code, storableText(heading), storableText(text)]),
    );
  return plain(stored) !== plain(derived);
}

/** True when what the prose states in numbers is read otherwise than it is stored. */
export function claimsDiffer(stored: readonly NarrativeClaim[], derived: readonly NarrativeClaim[]): boolean {
  const plain = (claims: readonly NarrativeClaim[]): string =>
    JSON.stringify(
      claims.map((c) => [
        c.section,
        c.start,
        c.end,
        c.subject,
        c.value,
        c.unit,
        c.kind,
        c.qualifier,
        c.period,
        c.aboutYear,
      ]),
    );
  return plain(stored) !== plain(derived);
}

export function describeDifference({ key, stored, derived }: FigureDifference): string {
  return `${key}: stored ${stored ? describeFigure(stored) : 'nothing'}, now read ${derived ? describeFigure(derived) : 'nothing'}`;
}

function keyOf({ indicator, applicant }: Figure): string {
  return applicant === null ? indicator : `${indicator}@${applicant}`;
}

function describeFigure({ raw, value, unit, state, table, row, column }: Figure): string {
  return `“${storableText(raw)}” = ${value ?? state}${unit ?? ''} (table ${table}, row ${row}, column ${column}, ${state})`;
}
