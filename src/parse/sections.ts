import type { Block } from '../model/document.js';
import type { Section } from '../model/extraction.js';
import { findHeadings, type HeadingCandidate } from './headings.js';

export interface Sectioned {
  readonly sections: readonly Section[];
  /** Block index of the first section's heading: what stands before is title and preamble. */
  readonly bodyStart: number;
}

/**
 * Cuts a report into its top-level sections. Where headings are numbered 一、二、… only those count, so that
 * sub-headings which repeat a section's name stay inside; where numbers are lost, a paragraph that is a section's
 * heading word for word counts instead.
 */
export function cutSections(blocks: readonly Block[]): Sectioned {
  const headings = chooseHeadings(findHeadings(blocks));
  const starts = headings.map(({ block }) => block);
  const bodyStart = starts[0] ?? blocks.length;
  const preamble = textOf(blocks.slice(0, bodyStart));
  const sections: Section[] = preamble === '' ? [] : [{ code: 'preamble', heading: '', text: preamble }];
  headings.forEach(({ form, text, block }, place) => {
    const body = blocks.slice(block + 1, starts[place + 1] ?? blocks.length);
    sections.push({ code: form?.code ?? 'extra', heading: text, text: textOf(body) });
  });
  return { sections, bodyStart };
}

function chooseHeadings(candidates: readonly HeadingCandidate[]): readonly HeadingCandidate[] {
  const numbered = candidates.filter(({ level }) => level === 1);
  const named = new Set(numbered.flatMap(({ form }) => (form ? [form.code] : [])));
  const lost = candidates.filter(
    ({ level, form, exact }) => level === 0 && exact && form && !named.has(form.code),
  );
  // A numbered heading that is none of the form's is a section of its own, but only where numbers are to be trusted.
  const trusted = named.size >= ENOUGH_NUMBERED ? numbered : numbered.filter(({ form }) => form);
  const all = [...trusted, ...firstOfEach(lost)].sort((a, b) => a.block - b.block);
  return dropContents(all);
}

function firstOfEach(candidates: readonly HeadingCandidate[]): HeadingCandidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ form }) => form && !seen.has(form.code) && seen.add(form.code));
}

/** A table of contents lists all headings before the text does: of two with one text, the last with a body counts. */
function dropContents(headings: readonly HeadingCandidate[]): readonly HeadingCandidate[] {
  const lastPlace = new Map(headings.map(({ text }, place) => [text, place]));
  return headings.filter(({ text, block }, place) => {
    const empty = headings[place + 1]?.block === block + 1;
    return !(empty && lastPlace.get(text)! > place);
  });
}

function textOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => (block.kind === 'paragraph' && !block.picture ? [block.text.trim()] : []))
    .join('\n');
}

const ENOUGH_NUMBERED = 3;
