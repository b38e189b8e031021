import { shadeOf } from './colour.js';
import type { CssDeclaration } from './read-rules.js';

/** Whether a declaration changes what is seen of text, or where. Most are of fonts, margins and borders. */
export function isTelling({ name, value }: CssDeclaration): boolean {
  return TELLING[name]?.(value) ?? false;
}

/** Of those, what takes text out of sight by itself. */
export function isHiding(declaration: CssDeclaration): boolean {
  return HIDING.test(declaration.name) && isTelling(declaration);
}

const HIDING = /^(?:display|visibility|font-size|opacity|color)$/;

/** CSS of 0, 1 or 2 pixels or points; in em or percent only of 0. */
export const isTiny = (value: string): boolean =>
  /^(?:0(?:\.0+)?(?:[a-z]+|%)?|[0-2](?:\.\d+)?p[xt])$/.test(value);

/** No more than a dot's width or height. */
export const isNoSize = (value: string): boolean =>
  /^[01](?:\.\d+)?(?:p[xt])?$|^0(?:\.0+)?(?:[a-z]+|%)$/.test(value);
/** Hundreds of pixels out of the window. */
export const isFarOut = (value: string): boolean => /^-\d{3,}/.test(value);
export const isNothing = (value: string): boolean => /^0(?:\.0\d*)?%?$/.test(value);

const matches = (pattern: RegExp) => (value: string) => pattern.test(value);

const TELLING: Readonly<Record<string, (value: string) => boolean>> = Object.assign(Object.create(null), {
  display: matches(/none|table|var\(/),
  visibility: matches(/hidden|collapse|var\(/),
  'mso-hide': matches(/all/),
  'text-decoration': matches(/line-through/),
  'text-decoration-line': matches(/line-through/),
  'vertical-align': matches(/^(?:su|text-top|-?[\d.]*[1-9])/),
  'font-size': isTiny,
  opacity: isNothing,
  color: (value: string) => ['clear', 'pale'].includes(shadeOf(value) ?? ''),
  'background-color': () => true,
  background: () => true,
  'background-image': () => true,
  position: matches(/absolute|fixed/),
  animation: () => true,
  transition: () => true,
  'text-indent': isFarOut,
  left: isFarOut,
  right: isFarOut,
  top: isFarOut,
  'margin-left': isFarOut,
  overflow: matches(/hidden/),
  clip: matches(/rect/),
  'clip-path': matches(/inset|circle|polygon/),
  width: isNoSize,
  height: isNoSize,
  'max-width': isNoSize,
  'max-height': isNoSize,
  transform: matches(/scale[xy]?\(\s*0|rotatey\(\s*90/),
  'unicode-bidi': matches(/override/),
  content: () => true,
});

/** Before a sheet is taken apart; a ground alone hides nothing. */
export const TELLING_SHEET =
  /display\s*:\s*(?:none|table|var)|visibility|mso-hide|line-through|vertical-align\s*:\s*(?:su|text-top|-?[\d.])|font-size\s*:\s*[0-2](?:\.\d+)?(?:p[xt]|[;\s}!])|opacity\s*:\s*0|color\s*:\s*(?:#[ef]|white|transparent|rgba?\(|hsla?\(|snow|ivory)|text-indent\s*:\s*-|left\s*:\s*-\d{3}|top\s*:\s*-\d{3}|overflow\s*:\s*hidden|clip|scale|bidi|content\s*:/i;
