/** Paragraphs and runs of WordprocessingML, clean or as a word processor leaves them after much editing. */
import type { Random } from './random.js';

export interface Ink {
  /** `word` cuts text into runs with their own properties and revision ids, as a word processor does. */
  readonly style: 'clean' | 'word';
  readonly random: Random;
}

/** A `w:p` around runs. */
export function paragraph(content: string, properties: string, ink: Ink): string {
  const ids = revision(ink, ['rsidR', 'rsidRDefault', 'rsidP']);
  return `<w:p${ids}><w:pPr>${properties}</w:pPr>${content}</w:p>`;
}

export interface RunFont {
  readonly face: string;
  readonly size: number;
  readonly bold?: boolean;
}

/** Text as one plain run, or as the many that editing leaves. */
export function runs(text: string, ink: Ink, font: RunFont): string {
  if (ink.style === 'clean') return text === '' ? '' : `<w:r>${runContent(text)}</w:r>`;
  let xml = '';
  for (let start = 0; start < text.length; ) {
    const end = start + ink.random.between(4, 27);
    xml += `<w:r${revision(ink, ['rsidR'])}>${runProperties(font)}${runContent(text.slice(start, end))}</w:r>`;
    start = end;
  }
  return xml;
}

function runContent(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`))
    .join('<w:br/>');
}

function runProperties({ face, size, bold }: RunFont): string {
  const weight = bold ? '<w:b/><w:bCs/>' : '';
  return (
    `<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="${face}" w:hAnsi="${face}" w:eastAsia="${face}" w:cs="${face}"/>` +
    `${weight}<w:color w:val="000000"/><w:kern w:val="0"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>` +
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar"/></w:rPr>'
  );
}

/** Revision ids, which word processors scatter over every element; none in the clean style. */
export function revision({ style, random }: Ink, names: readonly string[]): string {
  if (style === 'clean') return '';
  const ids = revisionIds(random, names.length);
  return names.map((name, index) => ` w:${name}="${ids[index]}"`).join('');
}

/** As many revision ids. */
export function revisionIds(rng: Random, count: number): string[] {
  return Array.from({ length: count }, () =>
    rng.between(0, 0xffffff).toString(16).toUpperCase().padStart(8, '0'),
  );
}

/** Text for element content. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
