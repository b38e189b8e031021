import type { BlockBuilder } from '../block-builder.js';
import { inked } from '../ink.js';
import { isOutOfSight, PLAIN_SIGHT, type Sight } from './sight.js';

/** Prints a page's text as it is seen. */
export function printText(text: string, sight: Sight, builder: BlockBuilder): void {
  if (sight === PLAIN_SIGHT) {
    builder.text(collapse(text));
    return;
  }
  const isPrinted = /\S/.test(text);
  if (isOutOfSight(sight)) {
    if (sight.bySheet && isPrinted) builder.conceal();
    return;
  }
  if (sight.doubt !== null && isPrinted) builder.doubt(sight.doubt);
  builder.text(inked(collapse(text), sight.ink));
}

/** Runs of ASCII white space are one space (CSS `white-space: normal`); no-break and full-width spaces stay. */
function collapse(text: string): string {
  return text.replace(SPACES, ' ');
}

const SPACES = /[ \t\r\n\f]+/g;
