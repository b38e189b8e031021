import type { Document } from '../../model/document.js';
import type { Page } from '../article.js';

/** A printed line, or a cell, with where it stands. */
export interface PageLine {
  readonly text: string;
  /** Index of the block in the document. */
  readonly block: number;
  readonly headingLevel: number | null;
}

export interface PageLines {
  /** Paragraph lines in reading order, blank ones left out. */
  readonly article: readonly PageLine[];
  readonly furniture: readonly PageLine[];
}

export function pageLines({ blocks }: Document, page: Page): PageLines {
  const places = new Map(blocks.map((block, place) => [block, place]));
  const linesOf = (part: Page['article']): PageLine[] =>
    part.flatMap((block) => {
      if (block.kind !== 'paragraph') return [];
      const at = { block: places.get(block)!, headingLevel: block.headingLevel ?? null };
      return block.text
        .split('\n')
        .map((line) => ({ text: line.trim(), ...at }))
        .filter(({ text }) => text !== '');
    });
  return { article: linesOf(page.article), furniture: linesOf(page.furniture) };
}
