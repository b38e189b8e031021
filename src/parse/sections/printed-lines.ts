import type { Block, Table } from '../../model/document.js';

/** A printed line and its place: offsets in the text of its paragraph. A table stands as one line without text. */
export interface Line {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly table?: Table;
}

/** The lines of all paragraphs in reading order, blank ones left out, tables in their places. */
export function linesWithPlaces(blocks: readonly Block[]): readonly Line[] {
  return blocks.flatMap((block, place): Line[] => {
    if (block.kind === 'table') return [{ block: place, start: 0, end: 0, text: '', table: block }];
    let start = 0;
    return block.text.split('\n').flatMap((text) => {
      const line = { block: place, start, end: start + text.length, text };
      start += text.length + 1;
      return text.trim() === '' ? [] : [line];
    });
  });
}

/** So many lines as one text; null where there are not so many, or a table comes between. */
export function joinedLines(lines: readonly Line[], place: number, count: number): string | null {
  const parts = lines.slice(place, place + count);
  if (parts.length < count || parts.some(({ table }) => table)) return null;
  return parts.map(({ text }) => text.trim()).join('');
}

/** 一、总体情况……………1: a line of a table of contents. */
export function isContentsEntry(text: string): boolean {
  return CONTENTS_ENTRY.test(text);
}

const CONTENTS_ENTRY = /(?:[.．·・…_]{2,}|…)\s*[（(]?\d{1,3}[)）]?$/;
