import { fromChineseNumeral } from '../chinese-numeral.js';

/** The first date in the text as `YYYY-MM-DD`: 2021年1月25日, 2021-01-25, 二〇二一年一月二十五日; null for none that exists. */
export function findDate(text: string): string | null {
  const printed = withZeros(text.normalize('NFKC'));
  // 2021-01-25 09:30 needs its space, 2 0 2 1 年 must lose them.
  return firstDate(printed) ?? firstDate(printed.replace(/[\s\u00a0\u3000]+/g, ''));
}

function firstDate(plain: string): string | null {
  for (const pattern of DATES) {
    for (const match of plain.matchAll(pattern)) {
      const date = toDate(match[1]!, match[2]!, match[3]!);
      if (date) return date;
    }
  }
  return null;
}

/** The date that a text begins with, as what follows a label; null where something else comes first. */
export function dateAt(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/^[\s:\u00a0\u3000]+/, '');
  return DATE_FIRST.test(plain) ? findDate(plain.slice(0, LONGEST_DATE)) : null;
}

/** 统计期限: 自2020年1月1日起，至2020年12月31日止; the year of the end may be left out. */
export function findPeriod(text: string): { from: string; to: string } | null {
  const plain = text.normalize('NFKC').replace(/[\s\u00a0\u3000]+/g, '');
  const match = PERIOD.exec(plain);
  if (!match) return null;
  const [, fromYear, fromMonth, fromDay, toYear, toMonth, toDay] = match;
  const from = toDate(fromYear!, fromMonth!, fromDay!);
  const to = toDate(toYear ?? fromYear!, toMonth!, toDay!);
  return from && to ? { from, to } : null;
}

/** The year that a title or a sentence names: 2020年, 2020年度, 二〇二〇年, 2020 at its head; null for none. */
export function findYear(text: string): number | null {
  const plain = withZeros(text.normalize('NFKC').replace(/[\s\u00a0\u3000]+/g, ''));
  const match = YEAR.exec(plain);
  if (!match) return null;
  const year = match[1] ? Number(match[1]) : fromChineseNumeral(match[2]!);
  return year !== null && year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
}

/** 二O一〇 and 二0一0 are written for 二〇一〇. */
function withZeros(text: string): string {
  return text.replace(/(?<=[〇○零一二三四五六七八九])[O0o](?=[〇○零O0o一二三四五六七八九年])/g, '〇');
}

function toDate(year: string, month: string, day: string): string | null {
  const [y, m, d] = [year, month, day].map((part) =>
    /^\d+$/.test(part) ? Number(part) : fromChineseNumeral(part),
  );
  if (!y || !m || !d || y < FIRST_YEAR || y > LAST_YEAR) return null;
  const date = new Date(Date.UTC(y, m - 1, d));
  if (date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return null;
  return date.toISOString().slice(0, 10);
}

const NUMERAL = '[〇○零一二三四五六七八九十]';
const DATES = [
  /(\d{4})年(\d{1,2})月(\d{1,2})日/g,
  /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g,
  new RegExp(`(${NUMERAL}{4})年(${NUMERAL}{1,3})月(${NUMERAL}{1,3})日`, 'g'),
  /(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)/g,
];
const PERIOD =
  /(\d{4})年(\d{1,2})月(\d{1,2})日(?:起|开始)?[,，、;；]?(?:至|到|止于|—+|–|-+|~|―|截至|截止)+(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/;
const YEAR = new RegExp(`(?<!\\d)((?:19|20)\\d{2})(?:年|(?=[^\\d年]))|(${NUMERAL}{4})年`);

const DATE_FIRST = /^(?:[12]\d{3}|[12](?:\s\d){3}|[一二][〇○零O0九一二三四五六七八]{3})/;
/** Signs, with blanks between all digits. */
const LONGEST_DATE = 24;

/** 条例 in force since 2008-05-01; a report of a year after this century is a slip. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;
