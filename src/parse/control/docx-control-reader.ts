import type { Document } from '../../model/document.js';
import { openPackage } from './docx-package.js';
import { readPageAgain } from './html-control-reader.js';

/** The control reading of a .docx: mammoth's HTML, read by the control reader of pages. Pictures are left out. */
export async function readDocxAgain(bytes: Buffer): Promise<Document> {
  const { mediaType, ...document } = readPageAgain(await docxToHtml(bytes));
  return { mediaType: DOCX, ...document };
}

/** mammoth is given the package opened under our caps: from bytes it would inflate whatever a part unpacks to. */
export async function docxToHtml(bytes: Buffer): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  const { exists, text } = openPackage(bytes);
  const file = { exists, read: async (name: string) => text(name).replace(FONTS, '') };
  const { value } = await mammoth.convertToHtml({ file } as never, {
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    // A style map inside the document could leave text out.
    includeEmbeddedStyleMap: false,
  });
  return value;
}

/** How signs look, of which most of a document's XML is and mammoth writes nothing: it would keep a node for each. */
const FONTS =
  /<w:(?:rFonts|lang|color|kern|szCs|spacing|snapToGrid|shd|jc|ind|tcW|vAlign|bdr|bCs|iCs|w|fitText)(?:\s(?:[^"'<>]|"[^"<]*"|'[^'<]*')*)?\/>/g;

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
