import { toSimplified } from '../../catalogue/traditional-characters.js';
import { fail, type Judgement, NOT_ASSESSABLE, PASS, UNCERTAIN, uncertain } from './judgement.js';
import type { ReportView } from './report-view.js';

/** A report without a title of its own has none to correct: the page's may not have been read. */
export function judgeTitle({ identity: { title, evidence = [] } }: ReportView): Judgement {
  if (title === null) return UNCERTAIN;
  const plain = plainTitle(title);
  const lacking = [
    ...(hasUnit(plain) ? [] : ['单位名称']),
    ...(YEAR.test(plain) || CHINESE_YEAR.test(plain) ? [] : ['四位年度']),
    ...(/政府信息公开(?:工作)?年度报告/.test(plain) ? [] : ['“政府信息公开工作年度报告”']),
  ];
  if (lacking.length === 0) return PASS;
  const message = `标题“${title}”缺${lacking.join('、')}`;
  const printed = evidence.some(({ field, source, used }) => field === 'title' && used && source === 'title');
  return (printed ? fail : uncertain)(message, { evidence: [{ text: title }] });
}

/** The title's year against the period that the report states, and softly against the day it was published. */
export function judgeTitleYear({ identity: { title, period, publishedOn } }: ReportView): Judgement {
  const printed = title === null ? null : YEAR.exec(plainTitle(title));
  if (!printed) return NOT_ASSESSABLE;
  const year = Number(printed[0]);
  const evidence = [{ text: title! }];
  if (period) {
    if (!period.from.startsWith(`${year}`) && !period.to.startsWith(`${year}`)) {
      const spoken = { text: `${period.from} 至 ${period.to}` };
      return fail(`标题年度为 ${year}，统计期限为 ${period.from} 至 ${period.to}`, {
        evidence: [...evidence, spoken],
      });
    }
    return PASS;
  }
  if (publishedOn === null) return UNCERTAIN;
  if (Number(publishedOn.slice(0, 4)) === year + 1) return PASS;
  const message = `标题年度为 ${year}，发布日期为 ${publishedOn}：可能是补发、重发，也可能年度有误`;
  return uncertain(message, { evidence: [...evidence, { text: publishedOn }] });
}

function plainTitle(title: string): string {
  return toSimplified(title).normalize('NFKC').replace(/\s+/g, '');
}

/** Something is left that names a body, once the year and the words of every title are gone. */
function hasUnit(plain: string): boolean {
  const rest = plain
    .replace(/(?:19|20)\d{2}年?度?|二[〇○零O][〇○零O一二三四五六七八九]{2}年?度?/g, '')
    .replace(/(?:关于|发布|公布|政府信息公开|政务公开|政务信息公开|信息公开|工作|年度|报告|年报|的)/g, '');
  return (rest.match(/\p{Script=Han}/gu)?.length ?? 0) >= 2;
}

const CHINESE_YEAR = /二[〇○零O0][〇○零O0一二三四五六七八九]{2}年/;
const YEAR = /(?:19|20)\d{2}/;
