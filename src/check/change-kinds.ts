import { differsInOne, isDuplicated, isSwapped, lacksOne } from './digit-slips.js';

/** A cell as printed, as it might have been meant, and what stands around it. */
export interface SuspectCell {
  /** Null where blank. */
  readonly printed: number | null;
  readonly meant: number;
  readonly above: number | null;
  readonly below: number | null;
  readonly before: number | null;
  readonly after: number | null;
  /** The same cell of the year before. */
  readonly lastYear: number | null;
  /** Of a total: what it is the sum of, once for each sum. */
  readonly sumOf: readonly (readonly { readonly labelZh: string; readonly value: number }[])[];
}

export interface ChangeKind {
  readonly id: ChangeKindId;
  /** In Chinese, in brackets after the two numbers. */
  readonly reasonZh: string;
  /** Less is likelier: kinds are compared, not weighed. */
  readonly cost: number;
}

export type ChangeKindId =
  | 'sign'
  | 'total-not-computed'
  | 'total-omits-part'
  | 'swapped-digits'
  | 'ten-times'
  | 'tenth'
  | 'last-year'
  | 'dropped-digit'
  | 'duplicated-digit'
  | 'added-digit'
  | 'row-above'
  | 'row-below'
  | 'column-before'
  | 'column-after'
  | 'blank'
  | 'zero'
  | 'total-not-updated'
  | 'one-digit'
  | 'unexplained';

/** The likeliest kind that turns what was meant into what is printed; of kinds as likely, the first of the list. */
export function nameKind(cell: SuspectCell): ChangeKind {
  const kinds = KINDS.flatMap(({ id, cost, reasonZh, applies }): ChangeKind[] => {
    const found = applies(cell);
    if (found === false) return [];
    const byChance = COPIES.has(id) && cell.printed! < 10;
    const reason = found === true ? reasonZh : reasonZh.replace('*', found);
    return [{ id, reasonZh: reason, cost: cost + (byChance ? CHANCE : 0) }];
  });
  return kinds.reduce((best, kind) => (kind.cost < best.cost ? kind : best));
}

interface KindRule {
  readonly id: ChangeKindId;
  readonly cost: number;
  readonly reasonZh: string;
  /** A text takes the place of `*` in the reason. */
  readonly applies: (cell: SuspectCell) => boolean | string;
}

/** Numbers below ten stand beside each other by chance. */
const COPIES: ReadonlySet<ChangeKindId> = new Set([
  'last-year',
  'row-above',
  'row-below',
  'column-before',
  'column-after',
]);

const isTotal = ({ sumOf }: SuspectCell) => sumOf.length > 0;

const copies = (from: 'above' | 'below' | 'before' | 'after' | 'lastYear') => (cell: SuspectCell) =>
  cell.printed !== null && cell.printed !== 0 && cell.printed === cell[from];

/** Compares digits; 0 has none that could be lost or swapped. */
const digits = (compare: (printed: string, meant: string) => boolean) => (cell: SuspectCell) => {
  const { printed, meant } = cell;
  if (printed === null || !Number.isInteger(printed) || printed <= 0 || meant <= 0) return false;
  return compare(String(printed), String(meant));
};

const CHANCE = 3;

/** Costs rank: a slip that can print just this number, then one of several, then numbers that say nothing. */
const KINDS: readonly KindRule[] = [
  { id: 'blank', cost: 5, reasonZh: '空白处应有数', applies: ({ printed }) => printed === null },
  { id: 'sign', cost: 1, reasonZh: '正负号有误', applies: ({ printed, meant }) => printed === -meant },
  {
    id: 'total-not-computed',
    cost: 1,
    reasonZh: '总计未计算，仍为 0',
    applies: (cell) => isTotal(cell) && cell.printed === 0,
  },
  {
    id: 'swapped-digits',
    cost: 1,
    reasonZh: '相邻两位数字颠倒',
    applies: digits(isSwapped),
  },
  { id: 'ten-times', cost: 1, reasonZh: '多写了一个 0，成了十倍', applies: digits((p, m) => p === `${m}0`) },
  { id: 'tenth', cost: 1, reasonZh: '少写了一个 0，成了十分之一', applies: digits((p, m) => m === `${p}0`) },
  { id: 'last-year', cost: 1, reasonZh: '与上一年度同一格的数相同，可能未更新', applies: copies('lastYear') },
  {
    id: 'total-omits-part',
    cost: 2,
    reasonZh: '总计漏加了“*”',
    applies: findOmitted,
  },
  { id: 'duplicated-digit', cost: 2, reasonZh: '重复了一位数字', applies: digits(isDuplicated) },
  { id: 'dropped-digit', cost: 2, reasonZh: '漏写了一位数字', applies: digits((p, m) => lacksOne(p, m)) },
  { id: 'added-digit', cost: 3, reasonZh: '多写了一位数字', applies: digits((p, m) => lacksOne(m, p)) },
  { id: 'row-above', cost: 3, reasonZh: '与上一行的数相同，可能错行', applies: copies('above') },
  { id: 'row-below', cost: 3, reasonZh: '与下一行的数相同，可能错行', applies: copies('below') },
  { id: 'column-before', cost: 3, reasonZh: '与左边一格的数相同，可能错列', applies: copies('before') },
  { id: 'column-after', cost: 3, reasonZh: '与右边一格的数相同，可能错列', applies: copies('after') },
  { id: 'total-not-updated', cost: 4, reasonZh: '总计未随各项更新', applies: isTotal },
  { id: 'zero', cost: 5, reasonZh: '印为 0，可能是漏填后当作了 0', applies: ({ printed }) => printed === 0 },
  { id: 'one-digit', cost: 6, reasonZh: '有一位数字不同', applies: digits(differsInOne) },
  { id: 'unexplained', cost: 7, reasonZh: '原因不明', applies: () => true },
];

function findOmitted({ printed, meant, sumOf }: SuspectCell): string | false {
  const omitted = sumOf.flat().find(({ value }) => value > 0 && value === meant - (printed ?? 0));
  return omitted ? omitted.labelZh : false;
}
