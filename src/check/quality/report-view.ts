import type { Extraction, Section, SectionCode } from '../../model/extraction.js';
import type { Evidence } from '../../model/finding.js';
import { type FigureIndex, indexFigures } from '../figure-index.js';

/** One report as the judges look at it. */
export interface ReportView extends Pick<Extraction, ReadParts> {
  readonly year: number | null;
  readonly index: FigureIndex;
  /** Places of the sections of a code, in `sections`. */
  readonly places: ReadonlyMap<SectionCode, readonly number[]>;
}

export type ReadParts =
  | 'mediaType'
  | 'template'
  | 'identity'
  | 'sections'
  | 'figures'
  | 'claims'
  | 'findings';

export function viewReport(extraction: Pick<Extraction, ReadParts>): ReportView {
  const { mediaType, template, identity, sections, figures, claims, findings } = extraction;
  const places = new Map<SectionCode, number[]>();
  sections.forEach(({ code }, place) => {
    places.set(code, [...(places.get(code) ?? []), place]);
  });
  return {
    ...{ mediaType, template, identity, sections, figures, claims, findings },
    year: identity.year,
    index: indexFigures(figures),
    places,
  };
}

/** All that is written under a section; empty where there is none. */
export function textOf(sections: readonly Section[], ...codes: readonly SectionCode[]): string {
  return sections
    .filter(({ code }) => codes.includes(code))
    .map(({ text }) => text)
    .join('\n');
}

/** By runs: a text of thousands of signs isn't taken apart into each. */
export function countHan(text: string): number {
  return (text.match(/\p{Script=Han}+/gu) ?? []).reduce((sum, run) => sum + run.length - halves(run), 0);
}

/** Signs beyond the basic plane are two units long. */
function halves(run: string): number {
  return run.match(/[\ud800-\udbff]/g)?.length ?? 0;
}

/** A passage of a section's text as evidence, with some signs around it. */
export function passageOf(section: number, text: string, start: number, end: number): Evidence {
  return { text: text.slice(Math.max(0, start - AROUND), end + AROUND), section, start, end };
}

const AROUND = 15;
