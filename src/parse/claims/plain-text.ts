/**
 * The text with full-width digits, points and white space as ASCII, length and places unchanged, so that a span in it is
 * a span of what is printed.
 */
export function plainText(text: string): string {
  return WIDE.test(text) ? text.replace(WIDE_ALL, (character) => ASCII[character] ?? ' ') : text;
}

const ASCII: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789.%'].map((ascii) => [String.fromCharCode(ascii.charCodeAt(0) + 0xfee0), ascii]),
);
const WIDE = /[０-９．％\u3000\u00a0\t\r]/;
const WIDE_ALL = /[０-９．％\u3000\u00a0\t\r]/g;
