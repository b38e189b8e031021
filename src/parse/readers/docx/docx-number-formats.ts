import { chineseNumeral } from '../../chinese-numeral.js';

/** A number of an automatic list as printed (ECMA-376 §17.18.59 ST_NumberFormat); decimal where the format is unknown. */
export function formatNumber(value: number, format: string): string {
  const isCounted = value >= 0 && value <= MOST_NUMBER;
  return isCounted ? (FORMATS[format] ?? String)(value) : String(value);
}

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  chineseCounting: chineseNumeral,
  chineseCountingThousand: chineseNumeral,
  japaneseCounting: chineseNumeral,
  taiwaneseCounting: chineseNumeral,
  taiwaneseCountingThousand: chineseNumeral,
  ideographDigital: (value) =>
    [...String(value)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join(''),
  ideographTraditional: (value) => '甲乙丙丁戊己庚辛壬癸'[value - 1] ?? String(value),
  chineseLegalSimplified: (value) =>
    [...chineseNumeral(value)].map((c) => LEGAL['零一二三四五六七八九十百千'.indexOf(c)] ?? c).join(''),
  decimalFullWidth: (value) =>
    String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  decimalEnclosedCircle: (value) => (value <= 20 ? String.fromCharCode(0x2460 + value - 1) : String(value)),
  decimalEnclosedCircleChinese: (value) =>
    value <= 20 ? String.fromCharCode(0x2460 + value - 1) : String(value),
  decimalEnclosedParen: (value) => `(${value})`,
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperLetter: (value) => String.fromCharCode(64 + value),
  lowerLetter: (value) => String.fromCharCode(96 + value),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
};

const LEGAL = '零壹贰叁肆伍陆柒捌玖拾佰仟';

function roman(value: number): string {
  let rest = value;
  return ROMAN.map(([size, letters]) => {
    const times = Math.floor(rest / size);
    rest -= times * size;
    return letters.repeat(times);
  }).join('');
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** Word counts lists no further. */
const MOST_NUMBER = 32_767;
