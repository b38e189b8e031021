/** Complex fields that are open while a .docx streams by (ECMA-376 §17.16.18): code, then result. */
export class DocxFields {
  readonly #open: { inCode: boolean; code: string; printed: boolean }[] = [];

  /** Code, not result, is passing. */
  get inCode(): boolean {
    return this.#open.length > 0 && this.#open.some(({ inCode }) => inCode);
  }

  /** Adds to the code of the innermost field. */
  code(text: string): void {
    const field = this.#open.at(-1);
    if (field?.inCode && field.code.length < LONGEST_CODE) field.code += text;
  }

  /** A result is printed. */
  print(text: string): void {
    if (this.#open.length === 0 || text.trim() === '') return;
    for (const field of this.#open) field.printed = true;
  }

  /** `w:fldChar`; true where a field ends that shows something which the file doesn't hold as text. */
  mark(type: string): boolean {
    if (type === 'begin') this.#open.push({ inCode: true, code: '', printed: false });
    else if (type === 'separate') Object.assign(this.#open.at(-1) ?? {}, { inCode: false });
    else {
      const field = this.#open.pop();
      if (!field || field.printed || this.inCode) return false;
      return field.code.trim() !== '' && !UNSEEN.test(field.code);
    }
    return false;
  }

  /** A field that never gets to its result must not swallow the rest of the document. */
  endParagraph(): void {
    for (const field of this.#open) field.inCode = false;
  }
}

const LONGEST_CODE = 200;
/** Marks for an index, settings and links: nothing is shown for them. */
const UNSEEN =
  /^\s*(?:XE|TC|TA|RD|SET|ASK|ADVANCE|PRIVATE|BIDIOUTLINE|HYPERLINK|REF|PAGEREF|NOTEREF|TOC|INDEX|PAGE|DATE|TIME)\b/i;
