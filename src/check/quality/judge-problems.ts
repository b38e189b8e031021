import { THRESHOLDS } from '../../catalogue/quality-thresholds.js';
import { toSimplified } from '../../catalogue/traditional-characters.js';
import { fail, type Judgement, NOT_ASSESSABLE, PASS, together, uncertain } from './judgement.js';
import { countHan, type ReportView, textOf } from './report-view.js';

/** What stands in other parts may be of the problems, where the reading put it elsewhere: an extra part after 五. */
export function judgeProblems({ sections, places }: ReportView): Judgement {
  if (!places.has('problems')) return NOT_ASSESSABLE;
  const text = plain(textOf(sections, 'problems'));
  if (/^(?:无|没有|暂无|不存在)(?:问题|上述情况|此类情况)?[。.]?$/.test(text)) {
    return fail(`存在问题部分只写“${text}”`, { evidence: [{ text }] });
  }
  if (countHan(text) >= THRESHOLDS.problemsEmpty.value) return PASS;
  const said = `存在问题部分不足 ${THRESHOLDS.problemsEmpty.value} 字`;
  return places.has('extra')
    ? uncertain(`${said}，内容或在格式之外的部分`)
    : fail(said, { evidence: [{ text }] });
}

export function judgeImprovement({ sections, places }: ReportView): Judgement {
  const text = plain(textOf(sections, 'problems'));
  if (!places.has('problems') || countHan(text) < THRESHOLDS.problemsEmpty.value) return NOT_ASSESSABLE;
  if (IMPROVEMENT.test(text)) return PASS;
  if (places.has('extra') || EFFORT.test(text)) return uncertain('写了问题，未明写改进情况或措施');
  return fail('写了问题，没有写改进情况、措施或打算', { evidence: [{ text: text.slice(0, SHOWN) }] });
}

export function judgeRectification({ sections, places, year }: ReportView): Judgement {
  if (!places.has('problems')) return NOT_ASSESSABLE;
  const text = plain(textOf(sections, 'problems', 'overview'));
  const before = year === null ? '' : `|${year - 1}年`;
  const told = new RegExp(`(?:上一?年度?|去年|往年|前一年${before}).{0,60}(?:问题|不足|整改|改进|短板)`);
  if (
    told.test(text) ||
    /(?:问题|不足).{0,30}(?:已|得到|基本)(?:整改|解决|改进|改善|完成)|改进情况|整改情况/.test(text)
  )
    return PASS;
  return fail('没有说明上一年度问题的整改情况');
}

export function judgeLength({ sections, places }: ReportView): Judgement {
  const parts = (['overview', 'problems'] as const).filter((code) => places.has(code));
  if (parts.length === 0) return NOT_ASSESSABLE;
  return together(
    parts.map((code) => {
      const { nameZh, least } = LENGTHS[code];
      const text = textOf(sections, code);
      const count = countHan(text);
      if (count >= least) return PASS;
      const [line = ''] = text.trim().split('\n', 1);
      const said = `${nameZh}只有 ${count} 字，不足 ${least} 字`;
      return line === '' ? fail(said) : fail(said, { evidence: [{ text: line.slice(0, SHOWN) }] });
    }),
  );
}

function plain(text: string): string {
  return toSimplified(text).replace(/\s+/g, '');
}

/** Of a text that is evidence, in signs. */
const SHOWN = 60;
const IMPROVEMENT =
  /改进|措施|下一步|下步|整改|今后|打算|对策|努力方向|改善|解决|接下来|下一年|来年|将(?:继续|进一步|从|着力|不断|加强|加大)/;
const EFFORT = /加强|加大|提高|提升|完善|强化|推进|优化|健全|规范|进一步/;

const LENGTHS = {
  overview: { nameZh: '总体情况', least: THRESHOLDS.overviewLeast.value },
  problems: { nameZh: '存在问题及改进情况', least: THRESHOLDS.problemsLeast.value },
} as const;
