/**
 * What the title of a link or page says: whether it is an annual report on government-information disclosure,
 * and of which year. Titles vary freely (政府信息公开报告, 政务信息公开年度报告, 信息公开年报), so the test is loose.
 * A title that the list cut short (甲镇2023年政府信息公…) may be one: the page itself will say.
 */
export function readReportTitle(title: string): { readonly isReport: boolean; readonly year: number | null } {
  const text = title.normalize('NFKC').replace(/\s+/g, '');
  const year = yearOf(text);
  const isWhole = SUBJECT.test(text) && KIND.test(text);
  const isCut = year !== null && CUT_SHORT.test(text) && !OTHER_KINDS.test(text);
  return { isReport: (isWhole || isCut) && !ABOUT_REPORTS.test(text), year };
}

function yearOf(text: string): number | null {
  const digits = text.replace(/[〇○零一二三四五六七八九]{4}(?=年)/g, (numerals) =>
    Array.from(numerals, (numeral) => NUMERALS[numeral]).join(''),
  );
  // A title may also name the day it was published: the year of 年度 comes first.
  const found =
    /(20\d\d)年度/.exec(digits) ?? /(?<!\d)(20\d\d)年/.exec(digits) ?? /(?<!\d)(20\d\d)(?!\d)/.exec(digits);
  const year = Number(found?.[1]);
  return year >= FIRST_YEAR ? year : null;
}

const SUBJECT = /信息公开|政务公开/;
const KIND = /报告|年报|年度报/;
/** Dots (… is three of them after NFKC) where the subject has begun and no kind has been named yet. */
const CUT_SHORT = /(?:政府信息?|政务公开?|信息公开?|公开工作|公开年度?)(?:工作)?年?\.{2,}$/;
const OTHER_KINDS = /要点|方案|通报|会议|培训|意见|办法/;
/** 莘县 gives the 解读 of a report the full title of the report. */
const ABOUT_REPORTS = /解读|图解|指南|通知|目录|制度|模板|格式|申请表|评估/;

/** 政府信息公开条例 came into force in May 2008. */
const FIRST_YEAR = 2008;

const NUMERALS: Readonly<Record<string, number>> = {
  〇: 0,
  '○': 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
