import { FORM_TABLE_BY_ID } from '../catalogue/forms.js';
import {
  type Comparison,
  type Counting,
  CROSS_YEAR_IDENTITIES,
  type Equation,
  type Identity,
  REPORT_IDENTITIES,
  type Term,
} from '../catalogue/identities.js';
import { INDICATOR_BY_CODE } from '../catalogue/indicators.js';
import type { Severity } from '../model/finding.js';
import type { FormCell, FormTable } from '../model/form.js';
import { cellKey } from './figure-index.js';
import { nameApplicant, nameRow, nameTable } from './form-names.js';

/** One identity at one place of one form table, with every cell that it looks at. */
export interface Instance {
  readonly kind: Equation['kind'];
  readonly severity: Severity;
  /** 表三“自然人”列 */
  readonly placeZh: string;
  /** What of the table a finding names. */
  readonly extent: 'row' | 'column' | 'cell';
  readonly left: readonly Operand[];
  readonly right: readonly Operand[];
  readonly leftIsTotal: boolean;
  /** Of a counting: money may have decimals. */
  readonly fractional: boolean;
}

export interface Operand {
  readonly formTable: string;
  readonly key: string;
  readonly labelZh: string;
  readonly yearsBack: 0 | 1;
  /** Whose report of the year before, where it is another unit's. */
  readonly unitId?: string;
}

/** The instances of an identity in one form table; none where it says nothing of that table. */
export function instancesOf(identity: Identity, formTable: string): readonly Instance[] {
  return INSTANCES.get(identity)?.get(formTable) ?? [];
}

function expand(equation: Equation, table: FormTable): Instance[] {
  return equation.kind === 'count' ? expandCounting(equation, table) : expandComparison(equation, table);
}

function expandCounting({ kind, severity }: Counting, table: FormTable): Instance[] {
  return table.cells.flatMap((cell) => {
    const { type, labelZh } = INDICATOR_BY_CODE.get(cell.indicator)!;
    if (type === 'signed_int') return [];
    const key = cellKey(cell.indicator, cell.applicant);
    const left: Operand[] = [{ formTable: table.id, key, labelZh, yearsBack: 0 }];
    const placeZh = nameTable(table.subject) + nameCell(cell, table, labelZh);
    const fractional = type === 'decimal';
    return [{ kind, severity, placeZh, extent: 'cell', left, right: [], leftIsTotal: false, fractional }];
  });
}

function expandComparison(comparison: Comparison, table: FormTable): Instance[] {
  const { kind, severity, scope, left, right, leftIsTotal = false } = comparison;
  const across = right.some((term) => term.yearsBack);
  const instance = (
    name: string,
    extent: Instance['extent'],
    operand: (term: Term) => Operand,
  ): Instance => ({
    kind,
    severity,
    placeZh: nameTable(table.subject) + name,
    extent: across ? 'cell' : extent,
    left: left.map(operand),
    right: right.map(operand),
    leftIsTotal,
    fractional: true,
  });
  switch (scope.each) {
    case 'applicant':
      return scope.applicants.map((applicant) =>
        instance(`“${nameApplicant(applicant)}”列`, 'column', (term) => fillIn(term, table, { applicant })),
      );
    case 'row':
      return table.rows.map((row) =>
        instance(`“${nameRow(row)}”行`, 'row', (term) => fillIn(term, table, { indicator: row.key })),
      );
    case 'once':
      return [instance(`“${scope.nameZh}”`, 'cell', (term) => fillIn(term, table, {}))];
  }
}

function fillIn(term: Term, table: FormTable, scope: { indicator?: string; applicant?: string }): Operand {
  const indicator = term.indicator ?? scope.indicator!;
  const applicant = term.applicant ?? scope.applicant ?? null;
  const labelZh =
    term.labelZh ?? (term.applicant ? nameApplicant(term.applicant) : nameIndicator(indicator, table));
  const key = cellKey(indicator, applicant);
  return { formTable: table.id, key, labelZh, yearsBack: term.yearsBack ?? 0 };
}

function nameIndicator(indicator: string, table: FormTable): string {
  const row = table.rows.find((r) => r.key === indicator);
  return row ? nameRow(row) : indicator;
}

function nameCell({ rowKey, columnKey }: FormCell, table: FormTable, labelZh: string): string {
  if (table.subject !== 'applications') return `“${labelZh}”`;
  return `“${nameIndicator(rowKey, table)}”行“${nameApplicant(columnKey)}”列`;
}

/** The forms don't change while the program runs: expanded once. */
const INSTANCES: ReadonlyMap<Identity, ReadonlyMap<string, readonly Instance[]>> = new Map(
  [...REPORT_IDENTITIES, ...CROSS_YEAR_IDENTITIES].map((identity) => {
    const tables = new Set(identity.equations.flatMap((equation) => equation.formTables));
    const perTable = [...tables].map((id) => {
      const equations = identity.equations.filter((equation) => equation.formTables.includes(id));
      return [id, equations.flatMap((equation) => expand(equation, FORM_TABLE_BY_ID.get(id)!))] as const;
    });
    return [identity, new Map(perTable)];
  }),
);
