import { type Ink, inked } from '../ink.js';
import { isGround, isPale, isTinySize } from './docx-colour.js';
import { type DocxStyle, isOn, isRaised } from './docx-styles.js';
import type { XmlAttributes } from './docx-xml.js';

/** How the text of the run that is passing looks: what its paragraph's style, its own style and its own properties say. */
export class RunLook {
  #inRun = false;
  #ink: Exclude<Ink, 'invisible'> = 'plain';
  #hidden = false;
  #pale = false;
  #tiny = false;
  #shaded = false;

  /** A new run of a paragraph of that style. */
  begin(style: DocxStyle | null): void {
    this.#inRun = true;
    this.#ink = 'plain';
    this.#hidden = this.#pale = this.#tiny = this.#shaded = false;
    if (style) this.#take(style);
  }

  end(): void {
    this.#inRun = this.#hidden = this.#pale = this.#tiny = false;
    this.#ink = 'plain';
  }

  /** What reads run properties; outside of a run they are the paragraph mark's. */
  handlers(
    styles: (styleId: string) => DocxStyle,
  ): Readonly<Record<`w:${string}`, (a: XmlAttributes) => void>> {
    const strike = (a: XmlAttributes) => this.#set('struck', isOn(a));
    return {
      // The character style is written before the run's own properties.
      'w:rStyle': (a) => this.#inRun && this.#take(styles(a['w:val'] ?? '')),
      'w:strike': strike,
      'w:dstrike': strike,
      'w:vertAlign': (a) => this.#set('raised', isRaised('w:vertAlign', a)),
      'w:position': (a) => this.#set('raised', isRaised('w:position', a)),
      'w:vanish': (a) => {
        if (this.#inRun) this.#hidden = isOn(a);
      },
      'w:color': (a) => {
        if (this.#inRun) this.#pale = isPale(a);
      },
      'w:sz': (a) => {
        if (this.#inRun) this.#tiny = isTinySize(a);
      },
      'w:highlight': (a) => {
        if (isGround(a)) this.shade();
      },
    };
  }

  shade(): void {
    this.#shaded = true;
  }

  /** Nothing in particular. */
  get isPlain(): boolean {
    return !this.#hidden && !this.#pale && !this.#tiny && this.#ink === 'plain';
  }

  get isPale(): boolean {
    return this.#pale && !this.#shaded;
  }

  get isTiny(): boolean {
    return this.#tiny;
  }

  /** The text as the run shows it. */
  inked(text: string): string {
    return inked(text, this.#hidden ? 'invisible' : this.#ink);
  }

  #set(ink: Exclude<Ink, 'invisible'>, on: boolean): void {
    if (!this.#inRun) return;
    if (on) this.#ink = ink;
    else if (this.#ink === ink) this.#ink = 'plain';
  }

  #take({ hidden, ink, pale, tiny, shaded }: DocxStyle): void {
    if (hidden) this.#hidden = true;
    if (ink !== 'plain') this.#ink = ink;
    if (pale !== null) this.#pale = pale;
    if (tiny !== null) this.#tiny = tiny;
    if (shaded) this.#shaded = true;
  }
}
