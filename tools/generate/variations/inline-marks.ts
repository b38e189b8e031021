/** How a stretch of text is marked up inside a line: what a reader sees of it, and how HTML and .docx say so. */
import { escapeXml } from '../docx-runs.js';
import { escapeHtml } from '../escape-html.js';
import type { Inline } from './draft.js';

interface InlineMark {
  /** False where nobody sees the text: it is not part of what is printed. */
  readonly printed: boolean;
  readonly html?: (text: string) => string;
  readonly docx?: (text: string, run: (text: string) => string) => string;
}

const TRACKED = 'w:id="7" w:author="x" w:date="2022-01-01T00:00:00Z"';
const run = (text: string, properties = ''): string => {
  const own = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${own}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
};
const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

export const INLINE_MARKS: Readonly<Record<string, InlineMark>> = {
  deleted: {
    printed: false,
    html: (text) => `<del>${text}</del>`,
    docx: (text) => `<w:del ${TRACKED}><w:r><w:delText>${text}</w:delText></w:r></w:del>`,
  },
  inserted: {
    printed: true,
    html: (text) => `<ins>${text}</ins>`,
    docx: (text, plain) => `<w:ins ${TRACKED}>${plain(text)}</w:ins>`,
  },
  'not-displayed': {
    printed: false,
    html: (text) => `<span style="display:none;font-size:12px">${text}</span>`,
    docx: (text) => run(text, '<w:vanish/>'),
  },
  hidden: { printed: false, html: (text) => `<span style="display: none">${text}</span>` },
  white: {
    printed: false,
    html: (text) => `<font color="#ffffff">${text}</font>`,
    docx: (text) => run(text, '<w:color w:val="FFFFFF"/>'),
  },
  tiny: {
    printed: false,
    html: (text) => `<span style="font-size:0"><b>${text}</b></span>`,
    docx: (text) => run(text, '<w:sz w:val="2"/>'),
  },
  picture: { printed: true, html: (text) => `<img src="${text}.gif" width="24" height="16">` },
  'moved-away': {
    printed: false,
    docx: (text) => `<w:moveFrom ${TRACKED}>${run(text)}</w:moveFrom>`,
  },
  'moved-here': { printed: true, docx: (text) => `<w:moveTo ${TRACKED}>${run(text)}</w:moveTo>` },
  bold: {
    printed: true,
    html: (text) => `<b><span lang="EN-US">${text}</span></b>`,
    docx: (text) => run(text, '<w:b/>'),
  },
  'own-font': {
    printed: true,
    html: (text) => `<font face="Times New Roman"><span>${text}</span></font>`,
    docx: (text) => run(text, '<w:rFonts w:ascii="Times New Roman"/>'),
  },
  'unknown-tag': {
    printed: true,
    html: (text) => `<st1:chmetcnv w:st="on"><o:p>${text}</o:p></st1:chmetcnv>`,
    docx: (text) => `<w:smartTag w:uri="urn:x" w:element="chmetcnv">${run(text)}</w:smartTag>`,
  },
  field: {
    printed: true,
    docx: (text) =>
      `${field('begin')}<w:r><w:instrText xml:space="preserve"> =SUM(LEFT) 99 </w:instrText></w:r>` +
      `${field('separate')}${run(text)}${field('end')}`,
  },
  'simple-field': {
    printed: true,
    docx: (text) => `<w:fldSimple w:instr=" =SUM(LEFT) \\# 99 ">${run(text)}</w:fldSimple>`,
  },
  'content-control': {
    printed: true,
    docx: (text) =>
      `<w:sdt><w:sdtPr><w:alias w:val="99"/><w:id w:val="12"/></w:sdtPr><w:sdtContent>${run(text)}</w:sdtContent></w:sdt>`,
  },
  link: {
    printed: true,
    html: (text) => `<a href="#_ftn99" name="_x">${text}</a>`,
    docx: (text) => `<w:hyperlink w:anchor="_x99">${run(text)}</w:hyperlink>`,
  },
  bookmark: {
    printed: true,
    html: (text) => `<a name="OLE_LINK99"></a>${text}`,
    docx: (text) =>
      `<w:bookmarkStart w:id="3" w:name="_GoBack99"/>${run(text)}<w:bookmarkEnd w:id="3"/><w:proofErr w:type="spellEnd"/>`,
  },
  raised: {
    printed: true,
    html: (text) => `<sup>${text}</sup>`,
    docx: (text) => run(text, '<w:vertAlign w:val="superscript"/>'),
  },
  'no-break-hyphen': { printed: true, docx: () => '<w:r><w:noBreakHyphen/></w:r>' },
  'line-break': { printed: true, html: () => '<br />', docx: () => '<w:r><w:br/></w:r>' },
  comment: {
    printed: false,
    html: (text) => `<!-- ${text} -->`,
    docx: () => '<w:commentRangeStart w:id="99"/><w:commentRangeEnd w:id="99"/>',
  },
};

/** What is read of it. */
export function printedText(inline: readonly Inline[]): string {
  return inline.map(({ text, mark }) => (mark && !INLINE_MARKS[mark]!.printed ? '' : text)).join('');
}

export function inlineHtml(inline: readonly Inline[]): string {
  return inline
    .map(({ text, mark }) => {
      const escaped = escapeHtml(text);
      return mark ? (INLINE_MARKS[mark]!.html?.(escaped) ?? escaped) : escaped;
    })
    .join('');
}

/** `plain` prints unmarked text as runs. */
export function inlineDocx(inline: readonly Inline[], plain: (text: string) => string): string {
  return inline
    .map(({ text, mark }) => (mark ? (INLINE_MARKS[mark]!.docx?.(text, plain) ?? plain(text)) : plain(text)))
    .join('');
}
