import { BLACK, PdfGrounds } from './pdf-grounds.js';
import type { Box, Rule } from './pdf-marks.js';
import { type Matrix, multiply, toMatrix, unitSquare } from './pdf-matrix.js';
import { filledRules, strokedRules } from './pdf-paths.js';
import { TextPainter } from './pdf-text-painter.js';
import type { PdfFont, PlacedGlyph, TextState } from './pdf-text-state.js';

/** The numbers of the operators that matter here, by name (`OPS` of pdf.js). */
export type Operators = Readonly<Record<string, number>>;

export interface PaintSources {
  readonly operators: Operators;
  readonly fontOf: (name: string) => PdfFont | null;
  /** Whether a layer (optional content) is shown. */
  readonly isShown: (layer: unknown) => boolean;
}

interface State {
  matrix: Matrix;
  text: TextState;
  strokeHidden: boolean;
  fillHidden: boolean;
  fillColour: string;
  /** Filled with no ink at all (an alpha of 0). */
  fillClear: boolean;
}

type Arguments = readonly unknown[];

/** Walks one page's operators as a printer would, and notes what comes to stand where. */
export class Painter {
  readonly glyphs: PlacedGlyph[] = [];
  readonly rules: Rule[] = [];
  readonly pictures: Box[] = [];
  invisible = 0;
  readonly #handlers = new Map<number, (args: Arguments) => void>();
  readonly #stack: State[] = [];
  readonly #layers: boolean[] = [];
  readonly #text: TextPainter;
  readonly #grounds = new PdfGrounds();
  #state: Omit<State, 'text'>;

  constructor(
    private readonly base: Matrix,
    private readonly sources: PaintSources,
  ) {
    this.#state = {
      matrix: base,
      strokeHidden: false,
      fillHidden: false,
      fillColour: BLACK,
      fillClear: false,
    };
    this.#text = new TextPainter(sources.fontOf, (glyphs, mode) => this.#note(glyphs, mode));
    const texts = this.#text.handlers(() => this.#state.matrix);
    for (const [name, handle] of Object.entries({ ...this.#frames, ...texts, ...this.#marks })) {
      const number = sources.operators[name];
      if (number === undefined) throw new Error(`the PDF library has no operator ${name}`);
      this.#handlers.set(number, handle);
    }
  }

  paint(functions: readonly number[], args: readonly unknown[]): void {
    functions.forEach((operator, place) => {
      this.#handlers.get(operator)?.((args[place] as Arguments | null) ?? []);
    });
  }

  /** What is kept, moved and hidden. */
  get #frames(): Record<string, (args: Arguments) => void> {
    return {
      save: () => this.#save(),
      restore: () => this.#restore(),
      transform: (args) => this.#transform(toMatrix(args)),
      beginGroup: () => this.#save(),
      endGroup: () => this.#restore(),
      paintFormXObjectBegin: ([matrix]) => {
        this.#save();
        this.#transform(toMatrix(matrix));
      },
      paintFormXObjectEnd: () => this.#restore(),
      beginAnnotation: ([, , shift, matrix]) => {
        this.#save();
        this.#state.matrix = multiply(multiply(this.base, toMatrix(shift)), toMatrix(matrix));
      },
      endAnnotation: () => this.#restore(),
      beginMarkedContent: () => this.#layers.push(true),
      beginMarkedContentProps: ([tag, layer]) =>
        this.#layers.push(tag !== 'OC' || this.sources.isShown(layer)),
      endMarkedContent: () => this.#layers.pop(),
    };
  }

  get #marks(): Record<string, (args: Arguments) => void> {
    const picture = (): void => {
      if (this.#isShown) this.pictures.push(unitSquare(this.#state.matrix));
    };
    return {
      setGState: ([settings]) => {
        for (const [key, value] of settings as [string, [unknown, unknown]][])
          if (key === 'Font') this.#text.setFont(...value);
          else if (key === 'ca') this.#state.fillClear = Number(value) < FAINTEST;
      },
      setStrokeRGBColor: ([color]) => {
        this.#state.strokeHidden = color === WHITE;
      },
      setFillRGBColor: ([color]) => {
        this.#state.fillHidden = color === WHITE;
        this.#state.fillColour = String(color);
      },
      constructPath: ([operator, paths, bounds]) => this.#draw(operator as number, paths, bounds),
      paintImageXObject: picture,
      paintImageMaskXObject: picture,
      paintInlineImageXObject: picture,
    };
  }

  #save(): void {
    this.#stack.push({ ...this.#state, text: { ...this.#text.state } });
  }

  #restore(): void {
    const kept = this.#stack.pop();
    if (!kept) return;
    const { text, ...state } = kept;
    this.#state = state;
    this.#text.state = text;
  }

  #transform(matrix: Matrix): void {
    this.#state.matrix = multiply(this.#state.matrix, matrix);
  }

  get #isShown(): boolean {
    return !this.#layers.includes(false);
  }

  #note(glyphs: readonly PlacedGlyph[], mode: number): void {
    if (!this.#isShown || INVISIBLE_MODES.has(mode)) this.invisible += glyphs.length;
    else {
      const { fillColour, fillClear } = this.#state;
      const colour = mode === STROKED ? BLACK : fillClear ? CLEAR : fillColour;
      for (const glyph of glyphs) this.glyphs.push(this.#grounds.seen(glyph, colour));
    }
  }

  #draw(operator: number, paths: unknown, bounds: unknown): void {
    const path = (paths as readonly (ArrayLike<number> | null)[] | null)?.[0];
    if (!path || !this.#isShown) return;
    const { operators } = this.sources;
    const { matrix, strokeHidden, fillHidden } = this.#state;
    const isOneOf = (names: readonly string[]): boolean => names.some((name) => operators[name] === operator);
    if (isOneOf(STROKES) && !strokeHidden)
      for (const rule of strokedRules(path, matrix)) this.rules.push(rule);
    if (isOneOf(FILLS) && !this.#state.fillClear) this.#grounds.fill(bounds, matrix, this.#state.fillColour);
    if (isOneOf(FILLS) && !fillHidden) for (const rule of filledRules(path, matrix)) this.rules.push(rule);
  }
}

/** Neither filled nor stroked, or only added to the clipping path (PDF 32000-1, table 106). */
const INVISIBLE_MODES: ReadonlySet<number> = new Set([3, 7]);
/** Stroked alone: its fill colour says nothing. */
const STROKED = 1;
const CLEAR = 'transparent';
const FAINTEST = 0.05;
/** Nobody sees a white line. */
const WHITE = '#ffffff';
const BOTH = ['fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'];
const STROKES = ['stroke', 'closeStroke', ...BOTH];
const FILLS = ['fill', 'eoFill', ...BOTH];
