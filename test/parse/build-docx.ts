/** Packages of WordprocessingML from small pieces. */
import { Buffer } from 'node:buffer';
import { strToU8, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const NAMESPACES =
  `xmlns:w="${W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Elements; texts are escaped, line breaks become `w:br`. */
export const w = {
  t: (text: string): string => `<w:t xml:space="preserve">${escaped(text)}</w:t>`,
  r: (text: string, properties = ''): string =>
    `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${text.split('\n').map(w.t).join('<w:br/>')}</w:r>`,
  p: (text: string, properties = ''): string => w.para(text === '' ? '' : w.r(text), properties),
  para: (runs: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`,
  tc: (text: string, properties = ''): string => w.cell(w.p(text), properties),
  cell: (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`,
  tr: (...cells: string[]): string => w.row('', ...cells),
  row: (properties: string, ...cells: string[]): string =>
    `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`,
  tbl: (...rows: string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`,
} as const;

export const documentXml = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`;

export const part = (root: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${root} ${NAMESPACES}>${content}</w:${root}>`;

/** A .docx around a body; other parts by name. */
export function docx(body: string, parts: Readonly<Record<string, string | Uint8Array>> = {}): Buffer {
  return zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': documentXml(body), ...parts });
}

export function zip(parts: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const files = Object.entries(parts).map(
    ([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content] as const,
  );
  return Buffer.from(zipSync(Object.fromEntries(files), { level: 1, mtime: new Date(2000, 0, 1) }));
}
