import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageMarks } from './pdf-marks.js';
import { type Matrix, multiply, toMatrix } from './pdf-matrix.js';
import { loadPdfLibrary } from './pdf-open.js';
import { Painter, type PaintSources } from './pdf-painter.js';
import { foldRadicals } from './pdf-radicals.js';
import { markStruck } from './pdf-strikes.js';
import type { PdfFont, PlacedGlyph } from './pdf-text-state.js';

/** Reads what one page prints, counted from 1. */
export async function readPage(document: PDFDocumentProxy, number: number): Promise<PageMarks> {
  const page = await document.getPage(number);
  const list = await page.getOperatorList();
  const viewport = page.getViewport({ scale: 1 });
  const sources = await paintSources(document, page);
  const paintOn = (base: Matrix): Painter => {
    const painter = new Painter(base, sources);
    painter.paint(list.fnArray, list.argsArray);
    return painter;
  };
  const upright = toMatrix(viewport.transform);
  const painter = paintOn(upright);
  const turns = mostTurns(painter.glyphs);
  const { width, height } = viewport;
  const marks =
    turns === 0
      ? toMarks(painter, width, height)
      : toMarks(paintOn(multiply(turnBack(turns, width, height), upright)), ...turned(turns, width, height));
  page.cleanup();
  return marks;
}

async function paintSources(document: PDFDocumentProxy, page: PDFPageProxy): Promise<PaintSources> {
  const { OPS } = await loadPdfLibrary();
  const layers = await document.getOptionalContentConfig();
  return {
    operators: OPS,
    fontOf: (name) => (page.commonObjs.has(name) ? (page.commonObjs.get(name) as PdfFont) : null),
    isShown: (layer) => layers.isVisible(layer as never),
  };
}

function toMarks({ glyphs, rules, pictures, invisible }: Painter, width: number, height: number): PageMarks {
  const straight = glyphs.filter(({ turns }) => turns === 0);
  const onPage = straight.filter(
    ({ left, right, baseline, size }) =>
      right > 0 && left < width && baseline > 0 && baseline - size < height,
  );
  const printed = onPage.map(({ turns: _, text, ...glyph }) => ({ ...glyph, text: foldRadicals(text) }));
  const marked = markStruck(withoutOverprint(printed), rules);
  return {
    width,
    height,
    ...marked,
    pictures,
    aslant: glyphs.length - straight.length,
    offPage: straight.length - onPage.length,
    invisible,
  };
}

/** Bold is often printed by showing the same glyph twice, a hair apart; 11 has its digits half an em apart. */
function withoutOverprint<G extends PageMarks['glyphs'][number]>(glyphs: readonly G[]): G[] {
  const seen = new Map<string, G[]>();
  return glyphs.filter((glyph) => {
    const near = OVERPRINT * glyph.size;
    const key = `${glyph.text} ${Math.round(glyph.baseline / 8)}`;
    const keys = [
      key,
      `${glyph.text} ${Math.round(glyph.baseline / 8) - 1}`,
      `${glyph.text} ${Math.round(glyph.baseline / 8) + 1}`,
    ];
    const twin = keys.some((k) =>
      seen
        .get(k)
        ?.some((o) => Math.abs(o.left - glyph.left) < near && Math.abs(o.baseline - glyph.baseline) < near),
    );
    if (twin && glyph.text.trim() !== '') return false;
    const known = seen.get(key);
    if (known) known.push(glyph);
    else seen.set(key, [glyph]);
    return true;
  });
}

/** How most of the page's text is turned: a wide table is often set sideways on an upright page. */
function mostTurns(glyphs: readonly PlacedGlyph[]): number {
  const counts = [0, 0, 0, 0];
  for (const { turns } of glyphs) if (turns !== null) counts[turns] = counts[turns]! + 1;
  return counts.indexOf(Math.max(...counts));
}

function turnBack(turns: number, width: number, height: number): Matrix {
  if (turns === 1) return [0, -1, 1, 0, 0, width];
  return turns === 2 ? [-1, 0, 0, -1, width, height] : [0, 1, -1, 0, height, 0];
}

function turned(turns: number, width: number, height: number): [number, number] {
  return turns === 2 ? [width, height] : [height, width];
}

const OVERPRINT = 0.15;
