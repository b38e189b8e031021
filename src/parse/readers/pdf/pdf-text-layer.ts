import type { Finding } from '../../../model/finding.js';
import { ReadError } from '../read-error.js';
import type { PageMarks } from './pdf-marks.js';

/**
 * Whether a PDF's pages have text that can be read. Pages that are pictures, and glyphs that stand for no character,
 * are told; a document of nothing else is refused.
 */
export function checkTextLayer(pages: readonly PageMarks[]): readonly Finding[] {
  const glyphs = pages.flatMap((page) => page.glyphs);
  const readable = glyphs.filter(({ text }) => READABLE.test(text)).length;
  const undecodable = glyphs.filter(({ text }) => UNDECODABLE.test(text)).length;
  if (readable < FEWEST && pages.some(({ invisible }) => invisible >= FEWEST))
    throw new ReadError(
      'read/no-text-layer',
      'PDF 是扫描件，只附有不显示的识别文字，不能作为原文读取；请提供网页、.docx 或可选中文字的 PDF',
    );
  if (readable < FEWEST && undecodable < FEWEST)
    throw new ReadError(
      'read/no-text-layer',
      'PDF 是扫描件或图片，没有文字层，不能读取；请提供网页、.docx 或可选中文字的 PDF',
    );
  if (undecodable > MOST_UNDECODABLE * (readable + undecodable))
    throw new ReadError(
      'read/no-text-layer',
      'PDF 的字体没有文字编码，看得见但取不出文字；请提供网页、.docx 或重新导出的 PDF',
    );
  return [
    ...pagesWithoutText(pages),
    ...undecodableText(undecodable),
    ...textOffPage(pages),
    ...aslantText(pages),
  ];
}

function pagesWithoutText(pages: readonly PageMarks[]): Finding[] {
  const bare = pages.flatMap(({ glyphs, pictures }, place) =>
    glyphs.some(({ text }) => READABLE.test(text)) || pictures.length === 0 ? [] : [place + 1],
  );
  if (bare.length === 0) return [];
  const message = `第 ${bare.join('、')} 页是图片，没有文字，未读取`;
  return [{ check: 'read/page-without-text', severity: 'warning', message }];
}

function undecodableText(count: number): Finding[] {
  if (count === 0) return [];
  const message = `有 ${count} 个字符的字体没有文字编码，读作“\ufffd”，所在的数据请核对原文`;
  return [{ check: 'read/undecodable-text', severity: 'warning', message }];
}

function textOffPage(pages: readonly PageMarks[]): Finding[] {
  const cut = pages.flatMap(({ offPage }, place) => (offPage > 0 ? [place + 1] : []));
  if (cut.length === 0) return [];
  const message = `第 ${cut.join('、')} 页有文字超出页面边缘，看不到也未读取，表格可能缺列`;
  return [{ check: 'read/text-off-page', severity: 'warning', message }];
}

function aslantText(pages: readonly PageMarks[]): Finding[] {
  const aslant = pages.reduce((sum, page) => sum + page.aslant, 0);
  if (aslant === 0) return [];
  const message = `有 ${aslant} 个字符斜排或转向（多为水印），未读取`;
  return [{ check: 'read/aslant-text', severity: 'info', message }];
}

const READABLE = /[\p{Script=Han}\dA-Za-z]/u;
/** Private use, controls and the replacement character: a glyph that names no character. */
const UNDECODABLE = /[\ue000-\uf8ff\ufffd\u0000-\u0008\u000e-\u001f]/;
const FEWEST = 30;
const MOST_UNDECODABLE = 0.2;
