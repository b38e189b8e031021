import { toSimplified } from '../../catalogue/traditional-characters.js';
import { fail, type Judgement, NOT_ASSESSABLE, PASS, UNCERTAIN, uncertain } from './judgement.js';
import type { ReportView } from './report-view.js';

export function judgePeriodThere({ identity, sections, year }: ReportView): Judgement {
  if (identity.period || PERIOD_WORDS.test(toSimplified(sections.map(({ text }) => text).join('\n'))))
    return PASS;
  // The form of 2021 prints none.
  return fail('没有说明统计期限', { severity: year !== null && year >= 2021 ? 'info' : 'warning' });
}

/** A period that is a whole year, but not the title's, is the title's matter (title-year-wrong). */
export function judgePeriod({ identity: { period, year } }: ReportView): Judgement {
  if (!period) return NOT_ASSESSABLE;
  const of = period.from.slice(0, 4);
  if (period.from !== `${of}-01-01` || period.to !== `${of}-12-31`) {
    const said = `${period.from} 至 ${period.to}`;
    return fail(`统计期限为 ${said}，应为全年`, { evidence: [{ text: said }] });
  }
  return year !== null && Number(of) !== year ? UNCERTAIN : PASS;
}

/** What stands at the foot of the page may be the site's own. */
export function judgeContact({ identity: { contact, evidence = [] } }: ReportView): Judgement {
  const ways = ['phone', 'email', 'address'] as const;
  if (!ways.some((way) => contact?.[way])) return fail('没有电话、地址或电子邮箱');
  const own = evidence.some(
    ({ field, source }) => ways.some((way) => way === field) && source !== 'page' && source !== 'metadata',
  );
  return own || evidence.length === 0 ? PASS : uncertain('联系方式只见于页面底部，未必是本单位的');
}

export function judgeSignature({ identity: { signature } }: ReportView): Judgement {
  const lacking = [...(signature?.unit ? [] : ['单位名称']), ...(signature?.date ? [] : ['日期'])];
  return lacking.length === 0 ? PASS : fail(`文末没有落款的${lacking.join('和')}`);
}

/** Whether the report says anything of fees at all; sentences may stand outside section 六. */
export function judgeFeeTold({ sections }: ReportView): Judgement {
  if (/信息处理费|收费|费用/.test(toSimplified(sections.map(({ text }) => text).join('\n')))) return PASS;
  return fail('没有说明收取信息处理费的情况（没有收取也应说明）');
}

const PERIOD_WORDS =
  /统计(?:数据)?(?:的)?(?:期限|时限|时间|周期|范围)|所列数据|1\s*月\s*1\s*日.{0,12}12\s*月\s*31\s*日/;
