import { isTraditional, toSimplified } from '../../catalogue/traditional-characters.js';
import type { Block, Document } from '../../model/document.js';
import type { Page } from '../article.js';

export interface Simplified {
  readonly document: Document;
  readonly page: Page;
  /** Every text in a value that was found in the simplified document, as the original prints it. */
  readonly asPrinted: <T>(value: T) => T;
}

/** The document in simplified characters, for finding names and dates in it; null where it is so already. */
export function inSimplified(document: Document, page: Page): Simplified | null {
  if (!holdsTraditional(document)) return null;
  const printed = [...document.blocks.map(textOf), ...document.metadata.map(({ value }) => value)];
  const plain = new Map(document.blocks.map((block) => [block, simplifiedBlock(block)]));
  const of = (blocks: readonly Block[]): Block[] => blocks.map((block) => plain.get(block)!);
  return {
    document: {
      ...document,
      blocks: of(document.blocks),
      metadata: document.metadata.map(({ name, value }) => ({ name, value: toSimplified(value) })),
    },
    page: { article: of(page.article), furniture: of(page.furniture) },
    asPrinted: inOriginal(printed.join('\n')),
  };
}

function holdsTraditional({ blocks, metadata }: Document): boolean {
  const inBlock = (block: Block): boolean =>
    block.kind === 'paragraph'
      ? isTraditional(block.text)
      : block.rows.some((row) => row.some(({ text }) => isTraditional(text)));
  return blocks.some(inBlock) || metadata.some(({ value }) => isTraditional(value));
}

function textOf(block: Block): string {
  if (block.kind === 'paragraph') return block.text;
  return block.rows.map((row) => row.map(({ text }) => text).join('\n')).join('\n');
}

function simplifiedBlock(block: Block): Block {
  if (block.kind === 'paragraph') return { ...block, text: toSimplified(block.text) };
  const rows = block.rows.map((row) => row.map((cell) => ({ ...cell, text: toSimplified(cell.text) })));
  return { ...block, rows };
}

/** Sign by sign the two texts have the same length, so that a place in one is a place in the other. */
function inOriginal(original: string): <T>(value: T) => T {
  const versions = [original, original.replace(/\s+/g, ' '), original.replace(/\s+/g, '')].map((text) => ({
    text,
    plain: toSimplified(text),
  }));
  const restore = (value: string): string => {
    for (const { text, plain } of versions) {
      const at = plain.indexOf(value);
      if (at >= 0) return text.slice(at, at + value.length);
    }
    return value;
  };
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return /[一-鿿]/.test(value) ? restore(value) : value;
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, walk(held)]));
  };
  return <T>(value: T): T => walk(value) as T;
}
