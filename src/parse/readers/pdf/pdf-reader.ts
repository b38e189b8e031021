import type { Document } from '../../../model/document.js';
import { toBlocks } from './pdf-blocks.js';
import { arrangePage } from './pdf-content.js';
import { dropFurniture } from './pdf-furniture.js';
import type { PageMarks } from './pdf-marks.js';
import { withPdf } from './pdf-open.js';
import { readPage } from './pdf-page.js';
import { checkTextLayer } from './pdf-text-layer.js';

/**
 * A PDF with a text layer: glyphs and ruling lines by their coordinates, tables from the lines, all else as
 * paragraphs.
 * @throws ReadError
 */
export async function readPdf(bytes: Buffer): Promise<Document> {
  const { marks, title } = await readMarks(bytes);
  const notes = checkTextLayer(marks);
  const contents = marks.map((page, place) => arrangePage(page, place + 1));
  const { pages, findings } = dropFurniture(contents);
  const { blocks, findings: doubts } = toBlocks(pages);
  return {
    mediaType: 'application/pdf',
    blocks,
    metadata: title === '' ? [] : [{ name: 'title', value: title }],
    containers: [0],
    findings: [...notes, ...contents.flatMap((page) => page.findings), ...findings, ...doubts],
  };
}

async function readMarks(bytes: Buffer): Promise<{ readonly marks: PageMarks[]; readonly title: string }> {
  return withPdf(bytes, async (document) => {
    const marks: PageMarks[] = [];
    for (let page = 1; page <= document.numPages; page++) marks.push(await readPage(document, page));
    const { info } = await document.getMetadata();
    const { Title: title } = info as { readonly Title?: unknown };
    return { marks, title: typeof title === 'string' ? title.trim() : '' };
  });
}
