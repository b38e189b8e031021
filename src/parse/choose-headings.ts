import type { Block } from '../model/document.js';
import { foldLabel } from './fold.js';
import type { HeadingCandidate, NumberLevel } from './headings.js';

/**
 * Which candidates head the top-level sections. Where some are numbered 一、二、… only those count, so that sub-headings which
 * repeat a section's name stay inside; where the number is lost, a line that is a section's heading word for word counts
 * for a section that has no other. Headings inside a paragraph or a table count likewise.
 */
export function chooseHeadings(
  candidates: readonly HeadingCandidate[],
  blocks: readonly Block[],
): readonly HeadingCandidate[] {
  const top = topLevel(candidates);
  const onTop = candidates.filter(({ level }) => level === top);
  const numbered = onTop.filter(({ place }) => place === 'line');
  const chosen: HeadingCandidate[] = trusted(numbered);
  const add = (others: readonly HeadingCandidate[]): void => {
    const named = codesOf(chosen);
    chosen.push(...firstOfEach(others).filter(({ form }) => form && !named.has(form.code)));
  };
  add(onTop.filter(({ place }) => place === 'inline'));
  add(onTop.filter(({ place }) => place === 'cell'));
  add(candidates.filter(({ level, exact, place }) => level === 0 && exact && place === 'line'));
  add(candidates.filter(({ level, exact, place }) => level === 0 && exact && place === 'cell'));
  return dropContents(
    chosen.sort((a, b) => a.block - b.block || a.start - b.start),
    blocks,
  );
}

/** 一、 where any section is numbered so; else （一）, else 1., where they name sections and lines without a number don't. */
function topLevel(candidates: readonly HeadingCandidate[]): NumberLevel {
  const named = (level: NumberLevel): number =>
    codesOf(candidates.filter((c) => c.level === level && (level > 0 || c.exact) && !PSEUDO.test(c.text)))
      .size;
  if (named(1) > 0 || named(0) >= ENOUGH) return 1;
  return ([2, 3] as const).find((level) => named(level) >= ENOUGH) ?? 1;
}

/** A numbered heading that is none of the form's is a section of its own, but only where numbers are to be trusted. */
function trusted(numbered: readonly HeadingCandidate[]): HeadingCandidate[] {
  return codesOf(numbered).size >= ENOUGH ? [...numbered] : numbered.filter(({ form }) => form);
}

function codesOf(candidates: readonly HeadingCandidate[]): ReadonlySet<string> {
  return new Set(candidates.flatMap(({ form }) => (form ? [form.code] : [])));
}

function firstOfEach(candidates: readonly HeadingCandidate[]): HeadingCandidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ form }) => form && !seen.has(form.code) && seen.add(form.code));
}

/**
 * A table of contents lists all headings before the text does: of two with one text, one that is followed by the next
 * heading at once is an entry, and so is the last of a list of entries.
 */
function dropContents(
  headings: readonly HeadingCandidate[],
  blocks: readonly Block[],
): readonly HeadingCandidate[] {
  const kept: HeadingCandidate[] = [];
  const last = new Map(headings.map(({ text }, place) => [foldLabel(text), place]));
  let listed = false;
  headings.forEach((heading, place) => {
    const next = headings[place + 1];
    const comesAgain = last.get(foldLabel(heading.text))! > place;
    const followed = next !== undefined && isNothingBetween(heading, next, blocks);
    listed = comesAgain && (followed || listed);
    if (!listed) kept.push(heading);
  });
  return kept;
}

function isNothingBetween(
  heading: HeadingCandidate,
  next: HeadingCandidate,
  blocks: readonly Block[],
): boolean {
  if (blocks.slice(heading.endBlock, next.block + 1).some(({ kind }) => kind === 'table')) return false;
  const textFrom = (block: number, start: number, end?: number): string => {
    const held = blocks[block]!;
    return held.kind === 'paragraph' ? held.text.slice(start, end) : '';
  };
  if (heading.endBlock === next.block) return textFrom(next.block, heading.end, next.start).trim() === '';
  const inner = blocks
    .slice(heading.endBlock + 1, next.block)
    .map((_, n) => textFrom(heading.endBlock + 1 + n, 0));
  return [textFrom(heading.endBlock, heading.end), ...inner, textFrom(next.block, 0, next.start)].every(
    (text) => text.trim() === '',
  );
}

/** Sections that must be named before a numbering is trusted. */
const ENOUGH = 3;

/** 一是、二是 number sentences, never sections. */
const PSEUDO = /^[一二三四五六七八九十]是/;
