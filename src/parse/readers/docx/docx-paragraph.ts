import type { DocxStyle } from './docx-styles.js';

/** A paragraph of a .docx that is open: its text so far and what its properties say. */
export interface OpenParagraph {
  text: string;
  style: string | null;
  numId: string | null;
  listLevel: number | null;
  outlineLevel: number | null;
  /** What its style says of its runs. */
  look: DocxStyle | null;
  /** It has a ground of its own. */
  shaded: boolean;
}

export const NEW_PARAGRAPH: OpenParagraph = {
  text: '',
  style: null,
  numId: null,
  listLevel: null,
  outlineLevel: null,
  look: null,
  shaded: false,
};
