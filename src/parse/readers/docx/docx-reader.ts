import type { Document } from '../../../model/document.js';
import { BlockBuilder } from '../block-builder.js';
import { includePage } from '../html/include-page.js';
import { ReadError } from '../read-error.js';
import { Alternatives } from './docx-alternatives.js';
import { isGround } from './docx-colour.js';
import { FORMULAS, NOT_PRINTED, SHOWN } from './docx-elements.js';
import { DocxFields } from './docx-fields.js';
import { type Numbering, readNumbering } from './docx-numbering.js';
import { NEW_PARAGRAPH, type OpenParagraph } from './docx-paragraph.js';
import { findParts } from './docx-parts.js';
import { RunLook } from './docx-run-look.js';
import { type DocxStyle, readStyles } from './docx-styles.js';
import { DocxTables } from './docx-tables.js';
import { streamXml, type XmlAttributes } from './docx-xml.js';
import { openZip } from './zip.js';

/**
 * A .docx, streaming over its parts: automatic numbers, merges, gridBefore and field results are read; tracked
 * deletions, hidden text and the fallback copies of text boxes are not what is printed and are left out.
 */
export function readDocx(bytes: Buffer): Document {
  const parts = findParts(openZip(bytes));
  const { document: part } = parts;
  if (!part) throw new ReadError('read/not-docx', '压缩包中没有 word/document.xml，不是 Word 文档');
  const walker = new DocxWalker(readNumbering(parts.numbering), readStyles(parts.styles), parts.related);
  streamXml(part, walker);
  return { mediaType: DOCX, ...walker.builder.finish(), metadata: [], findings: [] };
}

class DocxWalker {
  readonly builder = new BlockBuilder();
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #tables = new DocxTables(this.builder);
  readonly #fields = new DocxFields();
  readonly #alternatives = new Alternatives();
  /** Names open below an element that isn't printed. */
  #skipped = 0;
  #inText = false;
  #inCode = false;
  #inRun = 0;
  /** Of the run that is passing. */
  readonly #look = new RunLook();

  constructor(
    private readonly numbering: Numbering,
    private readonly styles: (styleId: string) => DocxStyle,
    private readonly related: (id: string) => Buffer | null,
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
    if (this.#skipped > 0) return;
    if (this.#inText) this.#print(text);
    else if (this.#inCode) this.#fields.code(text);
  };

  readonly #opened: Readonly<Record<string, (a: XmlAttributes) => void>> = {
    // Paragraphs
    'w:p': () => {
      this.#paragraphs.push({ ...NEW_PARAGRAPH });
    },
    'w:pStyle': ({ 'w:val': style = null }) => {
      const look = style === null ? null : this.styles(style);
      if (this.#paragraph) Object.assign(this.#paragraph, { style, look });
    },
    'w:numId': (a) => this.#paragraph && Object.assign(this.#paragraph, { numId: a['w:val'] ?? null }),
    'w:ilvl': (a) => this.#paragraph && Object.assign(this.#paragraph, { listLevel: Number(a['w:val']) }),
    'w:outlineLvl': (a) =>
      this.#paragraph && Object.assign(this.#paragraph, { outlineLevel: Number(a['w:val']) }),
    // Runs
    'w:r': () => {
      this.#inRun += 1;
      this.#look.begin(this.#paragraph?.look ?? null);
    },
    ...this.#look.handlers((id) => this.styles(id)),
    'w:shd': (a) => isGround(a) && this.#shade(),
    'w:bdo': (a) => a['w:val'] === 'rtl' && this.builder.doubt('的文字方向是反的'),
    'w:showingPlcHdr': () => this.builder.doubt('里是内容控件的提示文字'),
    'w:t': () => {
      this.#inText = true;
    },
    'm:t': () => {
      this.#inText = true;
    },
    'w:instrText': () => {
      this.#inCode = true;
    },
    'w:tab': () => this.#inRun > 0 && this.#print('\t'),
    'w:br': () => this.#print('\n'),
    'w:cr': () => this.#print('\n'),
    'w:noBreakHyphen': () => this.#print('-'),
    'w:sym': (a) => this.#print(String.fromCharCode(Number.parseInt(a['w:char'] ?? '', 16) || 0xfffd)),
    'w:fldChar': (a) => {
      if (this.#fields.mark(a['w:fldCharType'] ?? '')) this.builder.doubt('里的域没有存下结果');
    },
    'pic:pic': () => this.#picture(),
    'v:imagedata': () => this.#picture(),
    ...Object.fromEntries(SHOWN.map((name) => [name, () => this.builder.object()])),
    ...Object.fromEntries(FORMULAS.map((name) => [name, () => this.builder.doubt('里是公式')])),
    'mc:AlternateContent': () => this.#alternatives.open(),
    'mc:Choice': (a) => {
      if (!this.#alternatives.choose(a)) this.#skipped = 1;
    },
    'mc:Fallback': () => {
      if (!this.#alternatives.fallBack()) this.#skipped = 1;
    },
    // A page that Word takes in when it opens the file (§17.17.2.1).
    'w:altChunk': (a) => includePage(this.related(a['r:id'] ?? ''), this.builder),
    ...this.#tables.opened,
  };

  readonly #closed: Readonly<Record<string, () => void>> = {
    'w:p': () => this.#endParagraph(),
    'w:r': () => {
      this.#inRun -= 1;
      this.#look.end();
    },
    'w:t': () => {
      this.#inText = false;
    },
    'm:t': () => {
      this.#inText = false;
    },
    'w:instrText': () => {
      this.#inCode = false;
    },
    'mc:AlternateContent': () => this.#alternatives.close(),
    ...this.#tables.closed,
  };

  #print(text: string): void {
    const paragraph = this.#paragraph;
    if (!paragraph || this.#fields.inCode) return;
    this.#fields.print(text);
    if (this.#look.isPlain) paragraph.text += text;
    else if (!this.#isUnseen(paragraph) || text.trim() === '') paragraph.text += this.#look.inked(text);
    else if (this.#look.isTiny || !this.#tables.mayBeShaded(this.styles)) this.builder.conceal();
    else {
      // The table's style may paint its cells, all or some.
      this.builder.doubt('是白色的字，不一定看得见');
      paragraph.text += this.#look.inked(text);
    }
  }

  /** White on white paper, or too small: in the file, and not to be seen. */
  #isUnseen({ shaded }: OpenParagraph): boolean {
    return this.#look.isTiny || (this.#look.isPale && !shaded && !this.#tables.isOnGround);
  }

  #shade(): void {
    if (this.#inRun > 0) this.#look.shade();
    else if (!this.#tables.shade() && this.#paragraph) this.#paragraph.shaded = true;
  }

  #picture(): void {
    this.builder.picture();
    this.builder.object();
  }

  #endParagraph(): void {
    const { text, ...own } = this.#paragraphs.pop()!;
    this.#fields.endParagraph();
    const style = own.style === null ? null : this.styles(own.style);
    const numId = own.numId ?? style?.numId ?? null;
    const outline = own.outlineLevel ?? style?.outlineLevel ?? null;
    if (style?.hidden && text.trim() === '') return;
    // An empty paragraph keeps its place in the list but prints no number (Word shows none without a run).
    const number =
      numId === null || numId === '0'
        ? ''
        : this.numbering.next(
            numId,
            own.listLevel ?? this.numbering.levelOfStyle(numId, own.style) ?? style?.listLevel ?? 0,
          );
    if (number !== '') this.builder.doubt('里有自动编号');
    if (text.trim() !== '') this.builder.text(number + text);
    this.builder.endParagraph(outline !== null && outline < 6 ? outline + 1 : undefined);
  }

  get #paragraph(): OpenParagraph | undefined {
    return this.#paragraphs.at(-1);
  }
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
