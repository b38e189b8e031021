import type { XmlAttributes } from './docx-xml.js';

/** Which content of `mc:AlternateContent` is shown: the first choice that Word knows, else the fallback (ECMA-376 Part 3 §9.3). */
export class Alternatives {
  readonly #chosen: boolean[] = [];

  open(): void {
    this.#chosen.push(false);
  }

  close(): void {
    this.#chosen.pop();
  }

  /** `mc:Choice`: whether it is shown. */
  choose({ Requires: requires = '' }: XmlAttributes): boolean {
    return requires.split(/\s+/).every((prefix) => KNOWN.test(prefix)) && this.fallBack();
  }

  /** `mc:Fallback`: whether it is shown. */
  fallBack(): boolean {
    if (this.#chosen.at(-1)) return false;
    this.#chosen.splice(-1, 1, true);
    return true;
  }
}

/** Prefixes of Office's own extensions; others have not been seen. */
const KNOWN =
  /^(?:wp[a-z]?|wp14|w1\d|w16\w*|a1\d|c1\d|c16\w*|cx\d*|v2?|aink|am3d|asvg|x1\d|p1\d|oel|pic|m|o|w|ve|sl|dgm1\d)?$/;
