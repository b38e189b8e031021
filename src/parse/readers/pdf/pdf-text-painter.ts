import { type Matrix, toMatrix } from './pdf-matrix.js';
import {
  INITIAL_TEXT,
  newPen,
  type PdfFont,
  type Pen,
  type PlacedGlyph,
  type ShownGlyph,
  showGlyphs,
  type TextState,
} from './pdf-text-state.js';

type Arguments = readonly unknown[];

/** The text operators: keeps the text state and the pen, and places what is shown. */
export class TextPainter {
  state: TextState = { ...INITIAL_TEXT };
  #pen: Pen = newPen();
  #run = 0;

  constructor(
    private readonly fontOf: (name: string) => PdfFont | null,
    private readonly onShown: (glyphs: readonly PlacedGlyph[], mode: number) => void,
  ) {}

  /** By operator name. `current` gives the matrix of the moment. */
  handlers(current: () => Matrix): Record<string, (args: Arguments) => void> {
    return {
      beginText: () => {
        this.#pen = newPen();
      },
      setTextMatrix: (args) => {
        this.#pen = newPen(toMatrix(args[0] instanceof Object ? args[0] : args));
      },
      setCharSpacing: this.#setter('charSpacing'),
      setWordSpacing: this.#setter('wordSpacing'),
      setHScale: this.#setter('scale', 0.01),
      setLeading: this.#setter('leading'),
      setTextRise: this.#setter('rise'),
      setTextRenderingMode: this.#setter('mode'),
      setFont: ([name, size]) => this.setFont(name, size),
      moveText: ([x, y]) => this.#move(Number(x), Number(y)),
      setLeadingMoveText: ([x, y]) => {
        this.state.leading = -Number(y);
        this.#move(Number(x), Number(y));
      },
      nextLine: () => this.#move(0, -this.state.leading),
      showText: ([glyphs]) => {
        const shown = glyphs as readonly (ShownGlyph | number)[];
        this.onShown(showGlyphs(shown, this.state, this.#pen, current(), this.#run++), this.state.mode);
      },
    };
  }

  setFont(name: unknown, size: unknown): void {
    this.state.font = this.fontOf(String(name));
    this.state.size = Number(size);
  }

  #setter(name: keyof Omit<TextState, 'font'>, factor = 1) {
    return ([value]: Arguments): void => {
      this.state[name] = Number(value) * factor;
    };
  }

  #move(x: number, y: number): void {
    const pen = this.#pen;
    pen.lineX += x;
    pen.lineY += y;
    pen.x = pen.lineX;
    pen.y = pen.lineY;
  }
}
