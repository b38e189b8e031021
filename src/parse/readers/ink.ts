/** How text stands on the page, where that changes what it says: 5 with a raised 1 is not 51, a struck 5 is not 5. */
export type Ink = 'plain' | 'struck' | 'raised' | 'invisible';

/** The text with its ink written into it as Unicode has it, so that no later stage can take it for plain. */
export function inked(text: string, ink: Ink): string {
  if (ink === 'plain') return text;
  if (ink === 'invisible') return '';
  if (ink === 'raised') return text.replace(/\d/g, (digit) => RAISED[Number(digit)]!);
  return text.replace(/\S/gu, (character) => character + STRUCK);
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Combining long stroke overlay. */
const STRUCK = '\u0336';
