import type { DecisionKind } from '../../model/source.js';
import { findInAnyTable } from '../figure-index.js';
import { fail, type Judgement, NOT_ASSESSABLE, PASS, together, uncertain } from '../quality/judgement.js';
import type { YearView } from './year-view.js';

/** 立法法第九十一、九十三条: 规章 are made by ministries, provinces, 设区的市 and 自治州. */
export function judgeRules(view: YearView): Judgement {
  const table = view.index.get('t2021.proactive');
  const figures = ['issued', 'in_force'].flatMap((part) => table?.get(`proactive.rules.${part}`) ?? []);
  const printed = figures.filter(({ value }) => typeof value === 'number');
  if (printed.length === 0) return NOT_ASSESSABLE;
  const some = printed.filter(({ value }) => value! > 0);
  if (some.length === 0) return PASS;
  const power = powerOf(view);
  if (power === 'has') return PASS;
  const numbers = some.map(({ raw }) => raw).join('、');
  const evidence = some.map(({ indicator, applicant, raw, value, table: tableNo, row, column }) => {
    return { indicator, applicant, raw, value, table: tableNo, row, column };
  });
  const rest = { indicator: some[0]!.indicator, evidence };
  if (power === 'unknown') return uncertain(`规章填 ${numbers}，未能确定本单位是否有权制定规章`, rest);
  return fail(`规章填 ${numbers}，本单位无权制定规章，疑为其他文件`, rest);
}

/** Which kind of unit has no power for what is the place's to say. */
export function judgeEnforcement({ index, kind, rules }: YearView): Judgement {
  const barred = rules.withoutPower[kind] ?? [];
  const printed = barred.flatMap((matter) => {
    const figure = findInAnyTable(index, `proactive.${matter}.decisions`);
    return typeof figure?.value === 'number' ? [{ matter, figure }] : [];
  });
  if (printed.length === 0) return NOT_ASSESSABLE;
  return together(
    printed.map(({ matter, figure: { indicator, applicant, raw, value, table, row, column } }) => {
      if (value === 0) return PASS;
      const evidence = [{ indicator, applicant, raw, value, table, row, column }];
      return fail(`${DECISIONS[matter]}处理决定填 ${raw}，按当地规定本单位没有此项权力`, {
        indicator,
        evidence,
      });
    }),
  );
}

function powerOf({ kind, unitName, neighbours }: YearView): 'has' | 'none' | 'unknown' {
  if (kind === 'town' || kind === 'street' || kind === 'branch' || kind === 'public_utility') return 'none';
  if (kind === 'vertical' || kind === 'functional_zone' || kind === 'authorised_body') return 'unknown';
  // 国务院部门 are named without a place, or after the state: 国家市场监督管理总局.
  if (kind === 'department') return PLACE.test(unitName) && !OF_STATE.test(unitName) ? 'none' : 'unknown';
  const code = neighbours.self?.divisionCode ?? null;
  if (kind === 'government' && code !== null) return code.slice(4, 6) === '00' ? 'has' : 'none';
  if (/(?:县|旗|(?<!自治)区)(?:人民政府)?$/.test(unitName) && kind === 'government') return 'none';
  return 'unknown';
}

const DECISIONS: Readonly<Record<DecisionKind, string>> = {
  licensing: '行政许可',
  penalty: '行政处罚',
  coercion: '行政强制',
};
const OF_STATE = /^(?:国家|国务院|中国|中华人民共和国)/;
const PLACE = /^.{1,12}?[省市县区州旗]/;
