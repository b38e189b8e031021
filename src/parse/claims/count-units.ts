const COUNTED = '件次|人次|场次|车次|批次|篇次|件|条|次|份|篇|期|场|起|宗|名|人|项';
const MONEY = '万元|亿元|元';
const UNITS = `${COUNTED}|${MONEY}|个百分点|个|家|部|例|类|张|册|批|户|处|幅|则|组|位|台|套|本|辆|倍|%`;

/** What may stand behind a number and make it a count: 12余件, 3万余条, 12 件, 5万元. */
export const SUFFIX = new RegExp(
  `[ ]{0,3}([多余])?(万(?!元)|亿(?!元)|千|百)?([多余])?[ ]{0,3}(${UNITS})`,
  'y',
);
/** Fewer, as numerals stand in many words. */
export const CHINESE_SUFFIX = new RegExp(
  `[ ]{0,3}([多余])?(万(?!元)|亿(?!元))?([多余])?(${COUNTED}|${MONEY})`,
  'y',
);
export const FACTORS: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };
/** What makes another word of a unit: 3个工作日, 5月份, 20条例, 3部门, 2次日. */
export const NOT_A_UNIT: Readonly<Record<string, RegExp>> = {
  个: /^(?:工作日|自然日|月|小时|季度|年|星期|周|多月)/,
  条: /^(?:例|款|规定|第)/,
  次: /^(?:日|月|年|会议$)/,
  处: /^(?:理|罚|置|室|分)/,
  部: /^(?:门|分|署|委)/,
  人: /^(?:大|民|均|口|力)/,
  元: /^(?:旦|素|宵|\/)/,
  例: /^(?:如|会|行)/,
  份: /^(?:额)/,
  名: /^(?:称|单)/,
  本: /^(?:级|机关|年|市|县|区|镇|街)/,
  台: /^(?:账|帐)/,
  项: /^(?:目标)/,
  位: /^(?:置|于)/,
  期: /^(?:间|限)/,
  场: /^(?:所|地|景)/,
  起: /^(?:至|到|施行|实施|，至)/,
  类: /^(?:型|别)/,
  组: /^(?:织|长)/,
  套: /^(?:餐)/,
};
