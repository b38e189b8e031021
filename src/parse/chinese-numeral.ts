/** 1 → 一, 10 → 十, 21 → 二十一, 105 → 一百零五; 1 to 9999. */
export function chineseNumeral(value: number): string {
  if (value <= 0 || value > 9999) return String(value);
  const text = [...String(value)]
    .map((digit, place, digits) => ({ digit: Number(digit), unit: UNITS[digits.length - place - 1]! }))
    .map(({ digit, unit }) => (digit === 0 ? '零' : DIGITS[digit]! + unit))
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '');
  return text.replace(/^一十/, '十');
}

/** 二〇一〇 → 2010, 二十一 → 21; null when it is no numeral. Digits in a row are read as written. */
export function fromChineseNumeral(text: string): number | null {
  if (!/^[〇○零一二三四五六七八九十百]+$/.test(text)) return null;
  if (!/[十百]/.test(text)) return Number([...text].map(digitOf).join(''));
  const match =
    /^(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text);
  if (!match) return null;
  const [, hundreds, tens, ten, ones] = match;
  const digit = (c: string | undefined): number => (c ? digitOf(c) : 0);
  return digit(hundreds) * 100 + (ten ? (tens ? digit(tens) : 1) * 10 : 0) + digit(ones);
}

function digitOf(character: string): number {
  return character === '○' || character === '零' ? 0 : DIGITS.indexOf(character);
}

const DIGITS = '〇一二三四五六七八九';
const UNITS = ['', '十', '百', '千'];
