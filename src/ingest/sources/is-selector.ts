import { load } from 'cheerio';

/** Whether the text is a CSS selector that pages can be read with. */
export function isSelector(text: string): boolean {
  try {
    load('<p></p>')(text);
    return !/^\s*</.test(text); // cheerio would take it for HTML.
  } catch {
    return false;
  }
}
