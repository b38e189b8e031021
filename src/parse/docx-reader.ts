import type { Document } from '../model/document.js';
import { BlockBuilder } from './block-builder.js';
import { type Numbering, readNumbering } from './docx-numbering.js';
import { type DocxStyle, isOn, isRaised, readStyles } from './docx-styles.js';
import { DocxTables } from './docx-tables.js';
import { streamXml, type XmlAttributes } from './docx-xml.js';
import { type Ink, inked } from './ink.js';
import { ReadError } from './read-error.js';
import { openZip } from './zip.js';

/**
 * A .docx, streaming over its parts: automatic numbers, merges, gridBefore and field results are read; tracked
 * deletions, hidden text and the fallback copies of text boxes are not what is printed and are left out.
 */
export function readDocx(bytes: Buffer): Document {
  const zip = openZip(bytes);
  const part = zip.read('word/document.xml');
  if (!part) throw new ReadError('read/not-docx', '压缩包中没有 word/document.xml，不是 Word 文档');
  const walker = new DocxWalker(
    readNumbering(zip.read('word/numbering.xml')),
    readStyles(zip.read('word/styles.xml')),
  );
  streamXml(part, walker);
  return { mediaType: DOCX, ...walker.builder.finish(), metadata: [], findings: [] };
}

interface OpenParagraph {
  text: string;
  style: string | null;
  numId: string | null;
  listLevel: number | null;
  outlineLevel: number | null;
}

class DocxWalker {
  readonly builder = new BlockBuilder();
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #tables = new DocxTables(this.builder);
  /** Per complex field: true while its code, not its result, is passing (§17.16.18). */
  readonly #fieldCodes: boolean[] = [];
  /** Names open below an element that isn't printed. */
  #skipped = 0;
  #inText = false;
  #inRun = 0;
  /** Of the run that is passing. */
  #ink: Ink = 'plain';

  constructor(
    private readonly numbering: Numbering,
    private readonly styles: (styleId: string) => DocxStyle,
  ) {}

  readonly open = (name: string, attributes: XmlAttributes): void => {
    if (this.#skipped > 0) this.#skipped += 1;
    else if (NOT_PRINTED.has(name)) {
      if (name === 'w:del') this.#tables.deleteRow();
      this.#skipped = 1;
    } else this.#opened[name]?.(attributes);
  };

  readonly close = (name: string): void => {
    if (this.#skipped > 0) this.#skipped -= 1;
    else this.#closed[name]?.();
  };

  readonly text = (text: string): void => {
    if (this.#inText && this.#skipped === 0) this.#print(text);
  };

  readonly #opened: Readonly<Record<string, (a: XmlAttributes) => void>> = {
    // Paragraphs
    'w:p': () => {
      this.#paragraphs.push({ text: '', style: null, numId: null, listLevel: null, outlineLevel: null });
    },
    'w:pStyle': (a) => this.#paragraph && Object.assign(this.#paragraph, { style: a['w:val'] ?? null }),
    'w:numId': (a) => this.#paragraph && Object.assign(this.#paragraph, { numId: a['w:val'] ?? null }),
    'w:ilvl': (a) => this.#paragraph && Object.assign(this.#paragraph, { listLevel: Number(a['w:val']) }),
    'w:outlineLvl': (a) =>
      this.#paragraph && Object.assign(this.#paragraph, { outlineLevel: Number(a['w:val']) }),
    // Runs
    'w:r': () => {
      this.#inRun += 1;
      this.#ink = 'plain';
    },
    'w:vanish': (a) => this.#setInk('invisible', isOn(a)),
    'w:strike': (a) => this.#setInk('struck', isOn(a)),
    'w:dstrike': (a) => this.#setInk('struck', isOn(a)),
    'w:vertAlign': (a) => this.#setInk('raised', isRaised('w:vertAlign', a)),
    'w:position': (a) => this.#setInk('raised', isRaised('w:position', a)),
    'w:rStyle': (a) => {
      const { hidden, ink } = this.styles(a['w:val'] ?? '');
      if (hidden || ink !== 'plain') this.#setInk(hidden ? 'invisible' : ink, true);
    },
    'w:t': () => {
      this.#inText = true;
    },
    'm:t': () => {
      this.#inText = true;
    },
    'w:tab': () => this.#inRun > 0 && this.#print('\t'),
    'w:br': () => this.#print('\n'),
    'w:cr': () => this.#print('\n'),
    'w:noBreakHyphen': () => this.#print('-'),
    'w:sym': (a) => this.#print(String.fromCharCode(Number.parseInt(a['w:char'] ?? '', 16) || 0xfffd)),
    'w:fldChar': (a) => this.#field(a['w:fldCharType'] ?? ''),
    'pic:pic': () => this.#picture(),
    'v:imagedata': () => this.#picture(),
    'o:OLEObject': () => this.builder.object(),
    ...this.#tables.opened,
  };

  readonly #closed: Readonly<Record<string, () => void>> = {
    'w:p': () => this.#endParagraph(),
    'w:r': () => {
      this.#inRun -= 1;
      this.#ink = 'plain';
    },
    'w:t': () => {
      this.#inText = false;
    },
    'm:t': () => {
      this.#inText = false;
    },
    ...this.#tables.closed,
  };

  #print(text: string): void {
    const paragraph = this.#paragraph;
    if (paragraph && !this.#fieldCodes.includes(true)) paragraph.text += inked(text, this.#ink);
  }

  /** Invisible outdoes the others; outside a run it is the paragraph's mark that has the property. */
  #setInk(ink: Ink, on: boolean): void {
    if (this.#inRun === 0) return;
    if (on && this.#ink !== 'invisible') this.#ink = ink;
    else if (!on && this.#ink === ink) this.#ink = 'plain';
  }

  #picture(): void {
    this.builder.picture();
    this.builder.object();
  }

  #field(type: string): void {
    if (type === 'begin') this.#fieldCodes.push(true);
    else if (type === 'separate') this.#fieldCodes.splice(-1, 1, false);
    else this.#fieldCodes.pop();
  }

  #endParagraph(): void {
    const { text, ...own } = this.#paragraphs.pop()!;
    // A field that never gets to its result must not swallow the rest of the document.
    this.#fieldCodes.fill(false);
    const style = own.style === null ? null : this.styles(own.style);
    const numId = own.numId ?? style?.numId ?? null;
    const outline = own.outlineLevel ?? style?.outlineLevel ?? null;
    if (style?.hidden) return;
    // An empty paragraph keeps its place in the list but prints no number (Word shows none without a run).
    const number =
      numId === null || numId === '0'
        ? ''
        : this.numbering.next(
            numId,
            own.listLevel ?? this.numbering.levelOfStyle(numId, own.style) ?? style?.listLevel ?? 0,
          );
    if (text.trim() !== '') this.builder.text(number + text);
    this.builder.endParagraph(outline !== null && outline < 6 ? outline + 1 : undefined);
  }

  get #paragraph(): OpenParagraph | undefined {
    return this.#paragraphs.at(-1);
  }
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Elements whose content nobody sees: deletions and moves away, change records, fallback copies, ruby, field codes. */
const NOT_PRINTED: ReadonlySet<string> = new Set([
  ...['w:del', 'w:moveFrom', 'w:delText', 'w:instrText', 'w:delInstrText'],
  ...[
    'w:pPrChange',
    'w:rPrChange',
    'w:tblPrChange',
    'w:trPrChange',
    'w:tcPrChange',
    'w:sectPrChange',
    'w:tblGridChange',
  ],
  ...['mc:Fallback', 'w:rt', 'w:tblPr', 'w:sectPr', 'w:footnotePr', 'w:tblGrid', 'w:tabs'],
]);
