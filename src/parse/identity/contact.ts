import type { Contact } from '../../model/extraction.js';
import { type Clue, passage } from './clue.js';
import type { PageLine, PageLines } from './page-lines.js';

/**
 * 联系方式 as printed: in the report's preamble or at its end first; the foot of the page, which may be the site's own, only
 * where the report has none.
 */
export function findContact({ article, furniture }: PageLines): Clue[] {
  const inText = article.length > 2 * ENDS ? [...article.slice(0, ENDS), ...article.slice(-ENDS)] : article;
  const ends = inText.map(halfWidth);
  let around: readonly PlainLine[] | undefined;
  return FIELDS.flatMap((field) => {
    const own = inLines(field, ends, 'text');
    if (!own) around ??= furniture.map(halfWidth);
    const found = own ?? inLines(field, around ?? [], 'page');
    return found ? [found] : [];
  });
}

function inLines(
  { field, pattern }: ContactField,
  lines: readonly PlainLine[],
  source: 'text' | 'page',
): Clue | null {
  for (const { text, block, plain } of lines) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const value = text.slice(match.indices![1]![0], match.indices![1]![1]).trim();
    const label = match[0].slice(0, match.indices![1]![0] - match.index).replace(/[\s:为是]+$/g, '') || null;
    return { field, value, source, label, block, text: passage(text, value) };
  }
  return null;
}

interface PlainLine extends Pick<PageLine, 'text' | 'block'> {
  /** In half width, sign for sign, so that places stay. */
  readonly plain: string;
}

function halfWidth({ text, block }: PageLine): PlainLine {
  return { text, block, plain: WIDE.test(text) ? narrow(text) : text };
}

function narrow(text: string): string {
  return text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
}

interface ContactField {
  readonly field: keyof Contact;
  /** The value is the first group, the label what stands before it. */
  readonly pattern: RegExp;
}

const FIELDS: readonly ContactField[] = [
  {
    field: 'phone',
    pattern:
      /(?:电\s*话|联系方式|咨询热线)[^\d\n]{0,12}?(\(?0\d{2,3}\)?\s*[-—–－―]*\s*\d{7,8}(?:\s*[-—转]\s*\d{1,5})?|1\d{10}|(?<!\d)\d{7,8})(?!\d)/d,
  },
  { field: 'email', pattern: /([\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4})/d },
  {
    field: 'address',
    pattern:
      /(?:通信地址|通讯地址|联系地址|办公地址|单位地址|地\s{0,4}址)\s*(?:[:为是]|位于)\s*([^\s,;。；，、()\n:][^,;。；，()\n:]{3,49})/d,
  },
  { field: 'postcode', pattern: /(?:邮政编码|邮\s{0,4}编)\s*[:为是]?\s*(\d{6})(?!\d)/d },
];

const WIDE = /[！-～\u3000]/;
/** Lines at either end in which a report prints how to reach its unit. */
const ENDS = 12;
