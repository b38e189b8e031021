/**
 * 十二 → 12, 一百零三 → 103, 两 → 2, 一万二千 → 12000; null where it isn't one number for certain: 三五 (three to five), 二〇一〇
 * (a year), 百 alone.
 */
export function chineseCount(text: string): number | null {
  const parts = /^([^万]*)(?:万([^万]*))?$/.exec(text);
  if (!parts || text.length > LONGEST) return null;
  const [, high = '', low] = parts;
  if (low === undefined) return belowTenThousand(high);
  const [tenThousands, rest] = [belowTenThousand(high), low === '' ? 0 : belowTenThousand(low)];
  return tenThousands === null || rest === null || /^[千百十]/.test(low)
    ? null
    : tenThousands * 10_000 + rest;
}

function belowTenThousand(text: string): number | null {
  if (text === '零' || text === '〇') return 0;
  const match = COUNT.exec(text);
  if (!match || text === '') return null;
  const [, thousands, hundreds, tens, ten, ones] = match;
  if (!thousands && !hundreds && !ten && !ones) return null;
  const tenCount = ten ? digitOf(tens ?? '一') : 0;
  return digitOf(thousands) * 1000 + digitOf(hundreds) * 100 + tenCount * 10 + digitOf(ones);
}

function digitOf(character: string | undefined): number {
  if (!character) return 0;
  return character === '两' ? 2 : DIGITS.indexOf(character);
}

const DIGITS = '零一二三四五六七八九';
const D = '[一二三四五六七八九]';
/** 一百五 is 150 in speech: ones after hundreds or thousands need their 零. */
const COUNT = new RegExp(
  `^(?:([两一二三四五六七八九])千(?=$|零|〇|[^千]百))?(?:([两一二三四五六七八九])百(?=$|零|〇|${D}十))?(?:[零〇](?=.))?(?:(${D})?(十))?(${D}|两(?=$))?$`,
);
const LONGEST = 16;
