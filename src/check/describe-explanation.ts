import { IDENTITY_HYPOTHESIS } from '../catalogue/checks.js';
import { FORM_TABLE_BY_ID } from '../catalogue/forms.js';
import { INDICATOR_BY_CODE } from '../catalogue/indicators.js';
import type { Figure } from '../model/extraction.js';
import type { Evidence, Finding } from '../model/finding.js';
import { placeOf } from './describe-verdict.js';
import type { TableExplanation } from './explain-table.js';
import { nameApplicant, nameRow, nameTable } from './form-names.js';
import type { Cause, Change } from './weigh-cause.js';

/** The finding that offers the explanation, as a hypothesis: it accuses nobody and changes nothing. */
export function describeExplanation(explanation: TableExplanation): Finding {
  const shown = explanation.causes.slice(0, MOST_SHOWN);
  return {
    check: IDENTITY_HYPOTHESIS.id,
    severity: IDENTITY_HYPOTHESIS.severity,
    message: `推测（仅供核对，未改动任何数据）：${writeCauses(explanation, shown)}`,
    outcome: 'uncertain',
    ...locate(explanation),
    evidence: shown.flatMap(({ changes }) => changes.map(showChange)),
  };
}

function writeCauses(explanation: TableExplanation, shown: readonly Cause[]): string {
  const { formTable, causes, complete, blanksLeftOut } = explanation;
  const table = nameTable(FORM_TABLE_BY_ID.get(formTable)!.subject);
  const [first] = causes;
  if (!first) {
    const bound = complete ? '' : '在限定的计算量内';
    return `${table}的合计与勾稽不能同时成立，${bound}找不到不超过三格、数值又能确定的改法`;
  }
  const blanks = blanksLeftOut ? '（只因空白格而不成立的除外）' : '';
  const group = formTable === FORM_TABLE_OF_GROUPS ? `${table}${nameGroup(first)}` : table;
  const head = `${group}的合计与勾稽${blanks}，改${countCells(first.changes.length)}即可全部成立`;
  if (causes.length === 1 && (complete || first.pattern)) return `${head}：${writeCause(first)}`;
  const number = complete ? `共有 ${causes.length} 种改法` : `至少有 ${causes.length} 种改法`;
  const likeliest = shown.map((cause, i) => `（${i + 1}）${writeCause(cause)}`).join('；');
  const list = causes.length > shown.length ? `较可能的 ${shown.length} 种` : '依可能性列出';
  return `${head}，${number}，不能确定是哪一种，${list}：${likeliest}`;
}

function writeCause({ changes, pattern }: Cause): string {
  const cells = changes.map((change) => writeChange(change, pattern === undefined)).join('，');
  return pattern ? `${cells}（${pattern.reasonZh}）` : cells;
}

function writeChange({ figure, meant, kind }: Change, withReason: boolean): string {
  const printed = figure.value === null ? '空白' : `印为 ${figure.value}`;
  return `${nameCell(figure)}${printed}，疑为 ${meant}${withReason ? `（${kind.reasonZh}）` : ''}`;
}

function nameCell({ formTable, indicator, applicant }: Figure): string {
  const row = FORM_TABLE_BY_ID.get(formTable)?.rows.find(({ key }) => key === indicator);
  if (row && applicant) return `“${nameRow(row)}”行“${nameApplicant(applicant)}”列`;
  return `“${INDICATOR_BY_CODE.get(indicator)?.labelZh ?? indicator}”`;
}

/** 行政复议, 行政诉讼 / 未经复议直接起诉 or 行政诉讼 / 复议后起诉: their sums have no cell in common. */
function nameGroup({ changes }: Cause): string {
  const label = INDICATOR_BY_CODE.get(changes[0]!.figure.indicator)?.labelZh ?? '';
  return `“${label.split(' / ').slice(0, -1).join(' / ')}”`;
}

function countCells(number: number): string {
  return number === 1 ? '一格' : number === 2 ? '两格' : number === 3 ? '三格' : `${number} 格`;
}

/** The cell where one is clearly likeliest; else as much of the place as the likeliest causes share. */
function locate({ causes, somewhere }: TableExplanation): Partial<Finding> {
  const [first, second] = causes;
  if (!first) return { table: somewhere.table };
  const clear = !second || first.cost < second.cost;
  const likeliest = clear ? [first] : causes.filter(({ cost }) => cost === first.cost);
  const figures = likeliest.flatMap(({ changes }) => changes.map(({ figure }) => figure));
  const [cell] = figures;
  if (figures.length === 1) return placeOf(cell!);
  const { table, row, column } = cell!;
  if (figures.every((figure) => figure.row === row)) return { table, row };
  return figures.every((figure) => figure.column === column) ? { table, column } : { table };
}

function showChange({ figure, meant }: Change): Evidence {
  const { indicator, applicant, raw, value, table, row, column } = figure;
  return { indicator, applicant, raw, value, table, row, column, text: `推测值 ${meant}` };
}

const FORM_TABLE_OF_GROUPS = 'review_litigation';

/** Of causes that are equally small. */
const MOST_SHOWN = 3;
