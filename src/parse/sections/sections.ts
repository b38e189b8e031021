import type { Block } from '../../model/document.js';
import type { Section } from '../../model/extraction.js';
import { chooseHeadings } from './choose-headings.js';
import { findHeadings } from './headings.js';
import { withoutCopy } from './without-copy.js';

/**
 * Cuts a report into its top-level sections, wherever their headings stand: on a line, inside a paragraph, in a row of a
 * table. Every sign of the paragraphs is in one heading or one text, in reading order.
 */
export function cutSections(page: readonly Block[]): { readonly sections: readonly Section[] } {
  const blocks = withoutCopy(page);
  const headings = chooseHeadings(findHeadings(blocks), blocks);
  const first = headings[0] ?? { block: blocks.length, start: 0 };
  const preamble = textBetween(blocks, { block: 0, offset: 0 }, { block: first.block, offset: first.start });
  const sections: Section[] = preamble === '' ? [] : [{ code: 'preamble', heading: '', text: preamble }];
  headings.forEach(({ form, text, endBlock, end }, place) => {
    const next = headings[place + 1] ?? { block: blocks.length, start: 0 };
    const to = { block: next.block, offset: next.start };
    sections.push({
      code: form?.code ?? 'extra',
      heading: text,
      text: textBetween(blocks, { block: endBlock, offset: end }, to),
    });
  });
  return { sections };
}

interface Place {
  readonly block: number;
  /** In the text of the block. */
  readonly offset: number;
}

function textBetween(blocks: readonly Block[], from: Place, to: Place): string {
  const parts: string[] = [];
  for (let place = from.block; place <= to.block && place < blocks.length; place++) {
    const block = blocks[place]!;
    if (block.kind !== 'paragraph' || block.picture) continue;
    const start = place === from.block ? from.offset : 0;
    const end = place === to.block ? to.offset : block.text.length;
    const text = block.text.slice(start, end).trim();
    if (text !== '' || (start === 0 && end === block.text.length)) parts.push(text);
  }
  return parts.join('\n');
}
