import { fail, type Judgement, NOT_ASSESSABLE, PASS, together } from './judgement.js';
import { passageOf, type ReportView } from './report-view.js';

/** 国办函〔2020〕109号: nothing for ten applications a month, then from 100 元; or by the page, from 10 元. */
export function judgeInfoFee({ claims, sections, index }: ReportView): Judgement {
  const told = claims.filter(
    (claim) =>
      claim.subject === 'info_fee.collected' && claim.period === 'report_year' && claim.qualifier === null,
  );
  if (told.length === 0) return NOT_ASSESSABLE;
  const received = [...index.values()]
    .map((table) => table.get('applications.new_received@total')?.value ?? null)
    .find((value) => value !== null);
  return together(
    told.map(({ value, section, start, end }) => {
      const text = sections[section]?.text ?? '';
      const evidence = [passageOf(section, text, start, end)];
      if (value % STEP !== 0) return fail(`收取信息处理费 ${value} 元，不是 ${STEP} 元的倍数`, { evidence });
      const isFree = value > 0 && received !== undefined && received! < FIRST_CHARGED && !/页/.test(text);
      if (!isFree) return PASS;
      return fail(`全年新收 ${received} 件，在免费件数之内，而收取信息处理费 ${value} 元`, { evidence });
    }),
  );
}

const STEP = 10;
const FIRST_CHARGED = 11;
