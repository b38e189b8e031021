/** Draws small PDFs as Word, WPS and browsers print them: text in a font that is not embedded, and ruling lines. */

export interface Drawing {
  readonly operators: string[];
}

export const SIZE = { width: 595, height: 842 } as const;

/** Operators that show a text; y is counted from the top of the page. */
export function text(words: string, x: number, y: number, size = 10): string {
  const hex = Buffer.from(words, 'utf16le').swap16().toString('hex');
  return `BT /F ${size} Tf 1 0 0 1 ${x} ${SIZE.height - y} Tm <${hex}> Tj ET`;
}

export function line(x0: number, y0: number, x1: number, y1: number): string {
  return `0.5 w ${x0} ${SIZE.height - y0} m ${x1} ${SIZE.height - y1} l S`;
}

/** A ruled table: a row of cells a row, columns of one width each; the text stands 4 points inside its cell. */
export function table(
  rows: readonly (readonly string[])[],
  { left = 60, top = 100, widths = [] as readonly number[], height = 20, size = 10 } = {},
): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const xs = [left];
  for (let i = 0; i < columns; i++) xs.push(xs.at(-1)! + (widths[i] ?? 60));
  const bottom = top + rows.length * height;
  const lines = [
    ...xs.map((x) => line(x, top, x, bottom)),
    ...[...rows, []].map((_, row) => line(left, top + row * height, xs.at(-1)!, top + row * height)),
  ];
  const texts = rows.flatMap((row, y) =>
    row.flatMap((words, x) =>
      words === '' ? [] : [text(words, xs[x]! + 4, top + y * height + height / 2 + 4, size)],
    ),
  );
  return [...lines, ...texts].join('\n');
}

/** A PDF with one content stream a page. `catalog` and `page` add entries to those dictionaries. */
export function pdf(pages: readonly string[], { page = '', trailer = '' } = {}): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, i) => `${5 + 2 * i} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/W[1[500] 814 907 500]' +
      '/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>' +
      '/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]>>>>',
    ...pages.flatMap((content, i) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${SIZE.width} ${SIZE.height}]/Contents ${6 + 2 * i} 0 R` +
        `/Resources<</Font<</F 3 0 R>>>>${page}>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    ]),
  ];
  return assemble(objects, trailer);
}

export function assemble(objects: readonly string[], trailer = ''): Buffer {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, place) => {
    const offset = file.length;
    file += `${place + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  file += `trailer<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
