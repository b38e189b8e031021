import type { Block } from '../../model/document.js';
import { foldLabel } from '../labels/fold.js';
import type { HeadingCandidate, NumberLevel } from './headings.js';

/**
 * Which candidates head the top-level sections. Where some are numbered 一、二、… only those count, so that sub-headings which
 * repeat a section's name stay inside; where the number is lost, a line that is a section's heading word for word counts
 * for a section that has no other. Headings inside a paragraph or a table count likewise.
 */
export function chooseHeadings(
  found: readonly HeadingCandidate[],
  blocks: readonly Block[],
): readonly HeadingCandidate[] {
  const candidates = withoutContents(found, blocks);
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
  return chosen.sort((a, b) => a.block - b.block || a.start - b.start);
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
 * A table of contents lists headings before the text does, one right after the other: what such a list names and the text
 * names again behind it is an entry, whichever way the text prints it.
 */
function withoutContents(
  candidates: readonly HeadingCandidate[],
  blocks: readonly Block[],
): readonly HeadingCandidate[] {
  const last = new Map(candidates.map((candidate, place) => [nameOf(candidate), place]));
  const lists = listsOf(candidates, blocks);
  return lists.flatMap(({ from, entries }) => {
    const comeAgain = entries.filter((entry) => last.get(nameOf(entry))! >= from + entries.length);
    const isContents = new Set(comeAgain.map(nameOf)).size >= ENOUGH;
    return isContents ? entries.filter((entry) => !comeAgain.includes(entry)) : entries;
  });
}

const nameOf = ({ form, text }: HeadingCandidate): string => form?.code ?? foldLabel(text);

/** Candidates that stand right after one another, none twice, and where each such list begins. */
function listsOf(
  candidates: readonly HeadingCandidate[],
  blocks: readonly Block[],
): { readonly from: number; readonly entries: HeadingCandidate[] }[] {
  const lists: { from: number; entries: HeadingCandidate[] }[] = [];
  candidates.forEach((candidate, from) => {
    const list = lists.at(-1);
    const isNew = list?.entries.every((entry) => nameOf(entry) !== nameOf(candidate));
    if (list && isNew && isNothingBetween(list.entries.at(-1)!, candidate, blocks)) {
      list.entries.push(candidate);
    } else lists.push({ from, entries: [candidate] });
  });
  return lists;
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
