import { THRESHOLDS as T } from '../../catalogue/quality-thresholds.js';
import type { Figure } from '../../model/extraction.js';
import type { Evidence } from '../../model/finding.js';
import { type FigureIndex, findInAnyTable } from '../figure-index.js';
import { fail, type Judgement, NOT_ASSESSABLE, PASS, together, uncertain } from '../quality/judgement.js';
import { type YearView, yearBefore } from './year-view.js';

/** 元 written where the header says 万元: too much for a town, for its peers' median, or for its own year before. */
export function judgeFees(view: YearView): Judgement {
  const fees = view.index.get('t2021.proactive')?.get('proactive.fees.amount');
  if (typeof fees?.value !== 'number') return NOT_ASSESSABLE;
  const amount = fees.value;
  const isTown = view.kind === 'town' || view.kind === 'street';
  const median = medianOf(view.neighbours.siblings.flatMap(({ feesAmount }) => feesAmount || []));
  const last = yearBefore(view)?.index.get('t2021.proactive')?.get('proactive.fees.amount')?.value ?? null;
  const reasons = [
    ...(isTown && amount > T.townFees.value ? [`乡镇街道超过 ${T.townFees.value} 万元`] : []),
    ...(median !== null && amount >= median * T.feesTimesMedian.value
      ? [`同级单位中位数为 ${median} 万元`]
      : []),
    ...(last && amount >= last * T.feesJumpFrom.value && amount <= last * T.feesJumpTo.value
      ? [`上年为 ${last} 万元`]
      : []),
  ];
  if (reasons.length === 0) return PASS;
  return fail(`行政事业性收费 ${amount} 万元，疑将元作万元：${reasons.join('，')}`, {
    indicator: fees.indicator,
    evidence: [cell(fees)],
  });
}

export function judgeAllZero({ report, earlier, year, neighbours }: YearView): Judgement {
  if (report.figures.length === 0) return NOT_ASSESSABLE;
  if (!isAllZero(report.figures)) return PASS;
  const years =
    1 +
    earlier.findIndex(
      (one, place) => one.report.reportYear !== year - 1 - place || !isAllZero(one.report.figures),
    );
  const running = years === 0 ? earlier.length + 1 : years;
  if (running >= T.zeroYears.value) return fail(`各表连续 ${running} 年全为零`, { severity: 'warning' });
  const peers = neighbours.siblings.filter(({ held }) => held);
  if (peers.length < T.leastPeers.value) return NOT_ASSESSABLE;
  const active = peers.filter(({ isActive }) => isActive).length;
  if (active * 2 <= peers.length) return PASS;
  return fail(`各表全为零，而同级 ${peers.length} 个单位中 ${active} 个有数`, { severity: 'info' });
}

export function judgeOutliers(view: YearView): Judgement {
  const before = yearBefore(view);
  if (!before) return NOT_ASSESSABLE;
  const compared = DECISIONS.flatMap(([indicator, nameZh]) => {
    const [now, then] = [findInAnyTable(view.index, indicator), findInAnyTable(before.index, indicator)];
    return typeof now?.value === 'number' && typeof then?.value === 'number' ? [{ now, then, nameZh }] : [];
  });
  if (compared.length === 0) return NOT_ASSESSABLE;
  return together(
    compared.map(({ now, then, nameZh }) => {
      const [less, more] = [now.value!, then.value!].sort((a, b) => a - b) as [number, number];
      if (more < less * T.outlierTimes.value || more - less < T.outlierLeast.value) return PASS;
      const evidence = [cell(now), { ...cell(then), year: view.year - 1 }];
      return fail(`${nameZh}处理决定 ${now.value} 件，上年 ${then.value} 件`, {
        indicator: now.indicator,
        evidence,
      });
    }),
  );
}

/** Zeros are alike everywhere; only what is not 0 tells. */
export function judgeIdentical(view: YearView): Judgement {
  const before = yearBefore(view);
  if (!before) return NOT_ASSESSABLE;
  const [now, then] = [numbers(view.index), numbers(before.index)];
  const shared = [...now].filter(([key]) => then.has(key));
  const telling = shared.filter(([key, figure]) => figure.value !== 0 || then.get(key)!.value !== 0);
  if (telling.length < T.identicalCells.value) return NOT_ASSESSABLE;
  if (telling.some(([key, figure]) => figure.value !== then.get(key)!.value)) return PASS;
  const evidence = telling.slice(0, SHOWN).map(([, figure]) => cell(figure));
  return fail(`各表 ${telling.length} 个非零数据与上年全部相同`, { evidence });
}

export function judgeCopiesElsewhere({ report, index }: YearView): Judgement {
  if (!report.others || report.others.length === 0) return NOT_ASSESSABLE;
  const own = numbers(index);
  return together(
    report.others.map(({ url, figures }) => {
      const differing = figures.filter((figure) => {
        const mine = own.get(keyOf(figure));
        return mine && typeof figure.value === 'number' && mine.value !== figure.value;
      });
      if (differing.length === 0) return PASS;
      const evidence = differing
        .slice(0, SHOWN)
        .flatMap((figure) => [cell(own.get(keyOf(figure))!), { text: `${url}：${figure.raw}` }]);
      return fail(`与另一网址 ${url} 发布的报告有 ${differing.length} 格数据不同`, { evidence });
    }),
  );
}

/** Nobody is accused while a child's report is missing, or where the report may be the office's own. */
export function judgeChildren({ report, neighbours }: YearView): Judgement {
  const { self, children } = neighbours;
  const held = children.filter((child) => child.held);
  if (!self || held.length === 0 || /办公[室厅]/.test(report.title ?? '')) return NOT_ASSESSABLE;
  return together(
    Object.entries(self.totals).flatMap(([nameZh, own]) => {
      if (own === null) return [];
      const values = children.map((child) => (child.held ? child.totals[nameZh] : null));
      const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0);
      const missing = values.filter((value) => typeof value !== 'number').length;
      if (own >= sum) return missing > 0 ? [{ outcome: 'uncertain' as const, findings: [] }] : [PASS];
      const message = `${nameZh} ${own}，小于所属 ${children.length} 个单位之和 ${sum}`;
      return [missing > 0 ? uncertain(`${message}（${missing} 个单位的数据未见）`) : fail(message)];
    }),
  );
}

function isAllZero(figures: readonly Figure[]): boolean {
  const printed = figures.filter(({ state }) => state !== 'blank' && state !== 'placeholder');
  return printed.length > 0 && printed.every(({ value }) => value === 0);
}

function numbers(index: FigureIndex): Map<string, Figure> {
  const all = [...index.values()].flatMap((table) => [...table.values()]);
  return new Map(
    all.filter(({ value }) => typeof value === 'number').map((figure) => [keyOf(figure), figure]),
  );
}

function keyOf({ formTable, indicator, applicant }: Figure): string {
  return `${formTable} ${indicator} ${applicant ?? ''}`;
}

function cell({ indicator, applicant, raw, value, table, row, column }: Figure): Evidence {
  return { indicator, applicant, raw, value, table, row, column };
}

function medianOf(values: readonly number[]): number | null {
  if (values.length < T.leastPeers.value) return null;
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

const DECISIONS = [
  ['proactive.licensing.decisions', '行政许可'],
  ['proactive.penalty.decisions', '行政处罚'],
  ['proactive.coercion.decisions', '行政强制'],
] as const;
const SHOWN = 10;
