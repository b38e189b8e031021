import type { Identity } from '../catalogue/identities.js';
import type { Figure } from '../model/extraction.js';
import type { Evidence, Finding } from '../model/finding.js';
import { type Decimal, formatDecimal, formatMagnitude, sumExactly } from './decimal.js';
import type { SeenOperand, Sums, Verdict } from './judge.js';

/** The finding for an equation that doesn't hold. `year` is given where two years are compared. */
export function describeBroken(identity: Identity, verdict: Verdict, sums: Sums, year?: number): Finding {
  const { instance, left, right, outcome } = verdict;
  const head = `${instance.placeZh}${identity.brokenZh}`;
  const message =
    instance.kind === 'count'
      ? `${head}：印为 ${formatDecimal(sums.left)}`
      : `${head}：${writeSide(left, sums.left, year)}，${writeSide(right, sums.right, year)}，相差 ${formatMagnitude(sums.difference)}`;
  return {
    check: identity.id,
    severity: instance.severity,
    message,
    outcome,
    ...locate(verdict),
    evidence: showEvidence([...left, ...right], year),
  };
}

/** One finding for all instances of an identity that rest on cells whose reading isn't certain: no accusation. */
export function describeUncertain(identity: Identity, verdicts: readonly Verdict[], year?: number): Finding {
  const cells = verdicts.flatMap(({ left, right }) => [...left, ...right]);
  const unread = cells.filter(({ reading }) => reading === 'unreadable');
  const distinct = [...new Map(unread.map((cell) => [nameCell(cell), cell])).values()];
  return {
    check: identity.id,
    severity: 'info',
    message: `${identity.nameZh}有 ${verdicts.length} 处存疑：${distinct.length} 个单元格是文字或读数未确认，不作判定`,
    outcome: 'uncertain',
    evidence: showEvidence(distinct, year),
  };
}

function nameCell({ operand: { yearsBack, unitId = '', key } }: SeenOperand): string {
  return `${yearsBack} ${unitId} ${key}`;
}

export function showEvidence(cells: readonly SeenOperand[], year?: number): Evidence[] {
  return cells.flatMap(({ figure, operand: { yearsBack, unitId } }) => {
    if (!figure) return [];
    const { indicator, applicant, raw, value, table, row, column } = figure;
    const evidence = { indicator, applicant, raw, value, table, row, column };
    const back = yearsBack && year !== undefined ? { ...evidence, year: year - yearsBack } : evidence;
    return [unitId === undefined ? back : { ...back, unitId }];
  });
}

export function placeOf({ indicator, applicant, table, row, column }: Figure): Partial<Finding> {
  return { indicator, applicant, table, row, column };
}

/** 本年新收 12 + 上年结转 0 = 12; zeros are left out of a long sum. */
export function writeSide(side: readonly SeenOperand[], sum: Decimal, year?: number): string {
  const shown = side.length > LONG_SUM ? side.filter(({ figure }) => figure?.value) : side;
  if (shown.length === 0) return '各项均为 0';
  const terms = shown.map(({ operand: { labelZh, yearsBack }, figure }) => {
    const when = year === undefined ? '' : `${year - yearsBack}年`;
    return `${when}${labelZh} ${formatDecimal(sumExactly([figure?.value ?? 0]))}`;
  });
  return terms.length === 1 && side.length === 1 ? terms[0]! : `${terms.join(' + ')} = ${formatDecimal(sum)}`;
}

/** A sum of more terms than this is written without its zeros. */
const LONG_SUM = 6;

/** Names the whole row or column only where the report's own table shows the cells in one; else the first cell. */
function locate({ instance, left, right }: Verdict): Partial<Finding> {
  const figures = [...left, ...right].flatMap(({ figure }) => figure ?? []);
  const first = figures[0]!;
  const { table, row, column } = first;
  const all = (test: (figure: Figure) => boolean) => figures.every((f) => f.table === table && test(f));
  if (instance.extent === 'row' && all((f) => f.row === row)) return { table, row };
  if (instance.extent === 'column' && all((f) => f.column === column)) return { table, column };
  return placeOf(first);
}
