import { INDICATOR_BY_CODE } from '../../catalogue/indicators.js';
import type { Figure } from '../../model/extraction.js';
import type { Finding } from '../../model/finding.js';
import { readNumber } from './read-number.js';
import { inRowUnit } from './row-unit.js';
import type { Claim } from './table-reading.js';

/**
 * Claims to figures: one per cell of the form. Two cells that claim one meaning and differ are both withheld, and so
 * is a column that names another year than the report's.
 */
export function toFigures(
  claims: readonly Claim[],
  reportYear: number | null,
): {
  figures: readonly Figure[];
  findings: readonly Finding[];
} {
  const figures: Figure[] = [];
  const findings: Finding[] = [];
  for (const rivals of groupByMeaning(claims).values()) {
    const { figure, notes } = settle(rivals, reportYear);
    figures.push(figure);
    findings.push(...notes);
  }
  return { figures, findings };
}

function groupByMeaning(claims: readonly Claim[]): ReadonlyMap<string, readonly Claim[]> {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = `${claim.slot.indicator}@${claim.slot.applicant ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  return groups;
}

function settle(
  all: readonly Claim[],
  reportYear: number | null,
): { figure: Figure; notes: readonly Finding[] } {
  const ofYear = all.filter(({ labelYear }) => !labelYear || !reportYear || labelYear === reportYear);
  const rivals = inSight(ofYear.length > 0 ? ofYear : all);
  const readings = rivals.map(read);
  const first = readings.find(({ figure }) => figure.state !== 'blank') ?? readings[0]!;
  const { figure } = first;
  if (figure.state === 'blank') return first;
  if (ofYear.length === 0) {
    const message = `表头写的是 ${rivals[0]!.labelYear} 年，不是统计年度 ${reportYear}，“${figure.raw}”未采用`;
    return withhold(figure, 'extract/other-year', message);
  }
  if (rivals.some(({ shared }) => shared)) {
    return withhold(
      figure,
      'extract/shared-cell',
      `单元格“${figure.raw}”跨多行合并，不能确定属于哪一行，未采用`,
    );
  }
  if (readings.every((other) => other.figure.raw === figure.raw)) return first;
  const printed = readings.map((other) => `“${other.figure.raw}”`).join('、');
  return withhold(figure, 'extract/conflict', `同一数据在文档中出现多次且不一致（${printed}），未采用`);
}

/** Copies that aren't seen as the page stands say nothing against those that are. */
function inSight(claims: readonly Claim[]): readonly Claim[] {
  const seen = claims.filter(({ grid }) => !grid.table.aside);
  return seen.length > 0 ? seen : claims;
}

function read(claim: Claim): { figure: Figure; notes: readonly Finding[] } {
  const { slot, cell, grid, row } = claim;
  const indicator = INDICATOR_BY_CODE.get(slot.indicator)!;
  const isAmount = indicator.type === 'decimal';
  const printed = readNumber(cell.text, indicator, (isAmount ? claim.rowUnit : null) ?? claim.headerUnit);
  const reading = isAmount ? printed : inRowUnit(printed, indicator, claim.rowUnit);
  const figure: Figure = {
    indicator: slot.indicator,
    applicant: slot.applicant,
    formTable: claim.index.form.id,
    raw: cell.text,
    value: reading.value,
    unit: reading.unit,
    state: reading.state,
    table: grid.table.ordinal,
    row,
    column: cell.column,
  };
  const { doubt } = cell.cell;
  if (doubt !== undefined)
    return withhold(figure, 'extract/uncertain-number', `单元格“${figure.raw}”${doubt}，未采用`);
  return { figure, notes: reading.note ? [about(figure, reading.note)] : [] };
}

function withhold(
  figure: Figure,
  check: string,
  message: string,
): { figure: Figure; notes: readonly Finding[] } {
  const withheld: Figure = { ...figure, value: null, state: 'withheld' };
  return { figure: withheld, notes: [about(withheld, { check, severity: 'warning', message })] };
}

function about(
  figure: Figure,
  note: { check: string; severity: Finding['severity']; message: string },
): Finding {
  const { indicator, applicant, table, row, column } = figure;
  return { ...note, indicator, applicant, table, row, column };
}
