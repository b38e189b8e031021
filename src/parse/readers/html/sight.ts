import type { Ink } from '../ink.js';

/** How text is seen where the page stands, as what is around it passes it on. */
export interface Sight {
  readonly ink: Exclude<Ink, 'invisible'>;
  /** `visibility: hidden`; may be set back within. */
  readonly hidden: boolean;
  /** Too small: set back by a size of its own. */
  readonly tiny: boolean;
  /** Of no colour, or of that of the paper beside other text: set back by a colour of its own. */
  readonly clear: boolean;
  /** Cut off, far out of the window, without opacity: nothing within sets it back. */
  readonly gone: boolean;
  /** By a style sheet, which scripts play with, and not by the element's own style. */
  readonly bySheet: boolean;
  /** Why it isn't certain that a person reads the text so, in Chinese; null where it is. */
  readonly doubt: string | null;
}

export const PLAIN_SIGHT: Sight = {
  ink: 'plain',
  hidden: false,
  tiny: false,
  clear: false,
  gone: false,
  bySheet: false,
  doubt: null,
};

export function isOutOfSight({ hidden, tiny, clear, gone }: Sight): boolean {
  return hidden || tiny || clear || gone;
}

/** Struck outdoes raised, and whichever is around stays. */
export function inkWithin(around: Sight['ink'], own: Sight['ink'] | undefined): Sight['ink'] {
  return own === undefined || around !== 'plain' ? around : own;
}
