/** What one page prints, in points from its upper left corner, upright. */
export interface PageMarks {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  readonly pictures: readonly Box[];
  /** Glyphs printed aslant or invisibly (watermarks, the text layer of a scan), left out. */
  readonly aslant: number;
  readonly invisible: number;
  /** Glyphs beyond the edge of the page, left out: nobody sees them, but a row may lack its last columns. */
  readonly offPage: number;
}

/** One printed character, or the few that a ligature stands for. */
export interface Glyph {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  /** Glyphs of one number were shown together. */
  readonly run: number;
}

/** A ruling line, level or upright: `at` is its y or x, and it reaches from `from` to `to`. */
export interface Rule {
  readonly upright: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
