import type { BlindSign } from '../../catalogue/blind-lists.js';
import type { DocxPackage } from './docx-package.js';

type WordSign = Exclude<BlindSign, { in: 'markup' }>;

/** Answers whether a .docx shows a sign of a blind feature. */
export function wordSigns(docx: DocxPackage): (sign: WordSign) => boolean {
  const xml = docx.text('word/document.xml');
  const styles = docx.exists('word/styles.xml') ? docx.text('word/styles.xml') : '';
  return (sign) => {
    if (sign.in === 'word-xml') {
      const pattern = new RegExp(sign.pattern);
      return outermost(xml, sign.element).some((part) => pattern.test(part));
    }
    const hidden = stylesWith(new RegExp(sign.pattern), styles);
    const used = outermost(xml, 'w:tbl')
      .join('')
      .matchAll(/<w:[pr]Style w:val="([^"]*)"/g);
    return [...used].some(([, id]) => hidden.has(id!));
  };
}

/** The text of each element of that name which stands in no other of it. */
function outermost(xml: string, element: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: tag, index } of xml.matchAll(new RegExp(`</?${element}(?=[\\s>])`, 'g'))) {
    if (tag[1] !== '/' && depth++ === 0) start = index;
    else if (tag[1] === '/' && --depth === 0) parts.push(xml.slice(start, index));
  }
  return parts;
}

/** Ids of the styles whose own definition fits, and of those based on them (ECMA-376 §17.7.4.3). */
function stylesWith(pattern: RegExp, styles: string): ReadonlySet<string> {
  const definitions = styles.split(/(?=<w:style\s)/).map((text) => ({
    text,
    id: /w:styleId="([^"]*)"/.exec(text)?.[1] ?? '',
    basedOn: /<w:basedOn w:val="([^"]*)"/.exec(text)?.[1],
  }));
  const found = new Set(definitions.flatMap(({ id, text }) => (pattern.test(text) ? [id] : [])));
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const { id, basedOn } of definitions) if (basedOn !== undefined && found.has(basedOn)) found.add(id);
  }
  return found;
}
