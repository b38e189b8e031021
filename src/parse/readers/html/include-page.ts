import type { BlockBuilder } from '../block-builder.js';
import { sniff } from '../sniff.js';
import { readHtmlInto } from './html-reader.js';
import { unwrapMhtml } from './unwrap-mhtml.js';

/** A web page inside another document, in its place there; of any other part no more is known than that it is shown. */
export function includePage(part: Buffer | null, builder: BlockBuilder): void {
  const page = part && unwrapMhtml(part);
  if (page && sniff(page) === 'text/html') readHtmlInto(builder, page, null);
  else {
    builder.picture();
    builder.endParagraph();
  }
}
