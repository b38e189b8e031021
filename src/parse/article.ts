import type { Block, Document } from '../model/document.js';

export interface Page {
  /** The report itself. */
  readonly article: readonly Block[];
  /** What the page prints around it: navigation, metadata, footer. */
  readonly furniture: readonly Block[];
}

/**
 * Tells the report from the page around it: the smallest box that holds all its anchors (the statutory tables and the
 * top-level headings). Without two anchors everything is the report.
 */
export function findArticle(document: Document, anchors: readonly Block[]): Page {
  const { blocks, containers } = document;
  if (anchors.length < 2) return { article: blocks, furniture: [] };
  const common = anchors.map(({ container }) => container).reduce((a, b) => commonBox(a, b, containers));
  // All headings in one paragraph: what stands beside it (title, signature) belongs to the report too.
  const box = anchors.every((anchor) => anchor === anchors[0]) ? containers[common]! : common;
  const within = boxesWithin(box, containers);
  const inside = (block: Block): boolean => within[block.container] === true;
  return { article: blocks.filter(inside), furniture: blocks.filter((block) => !inside(block)) };
}

function commonBox(a: number, b: number, containers: readonly number[]): number {
  const above = new Set(pathToRoot(a, containers));
  return pathToRoot(b, containers).find((box) => above.has(box)) ?? 0;
}

/** Which containers are the box or lie in it; a parent has a lower number than its children. */
function boxesWithin(box: number, containers: readonly number[]): readonly boolean[] {
  const within: boolean[] = [];
  containers.forEach((parent, own) => {
    within[own] = own === box || (own !== 0 && within[parent] === true);
  });
  return within;
}

function pathToRoot(container: number, containers: readonly number[]): number[] {
  const path = [container];
  for (let box = container; box !== 0; ) {
    box = containers[box] ?? 0;
    path.push(box);
  }
  return path;
}

/** Paragraph lines in reading order, blank ones left out. */
export function linesOf(blocks: readonly Block[]): string[] {
  return blocks
    .flatMap((block) => (block.kind === 'paragraph' ? block.text.split('\n') : []))
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
