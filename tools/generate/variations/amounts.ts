/** Money: the unit in the cell, in the header, in both, or nowhere. */
import type { ExpectedFigure } from './draft.js';
import { relabel, setFigure } from './edit-draft.js';
import { type Variation, vary } from './variation.js';

const FEES = 'proactive.fees.amount@';
const PURCHASE = 'proactive.procurement.amount@';

const fees = (
  name: string,
  zh: string,
  raw: string,
  value: number,
  state: ExpectedFigure['state'],
): Variation =>
  vary(name, zh, (draft) => setFigure(draft, FEES, { raw, value, state, unit: '万元' }), {
    slot: 'amount',
    table2: 't2021',
  });

interface Purchase {
  readonly raw: string;
  readonly value: number;
  readonly unit: string | null;
  readonly state: ExpectedFigure['state'];
  readonly header?: string;
}

const purchase = (name: string, zh: string, { header, ...figure }: Purchase): Variation =>
  vary(
    name,
    zh,
    (draft) => {
      setFigure(draft, PURCHASE, figure);
      if (header) relabel(draft, 'proactive', '采购总金额', header);
    },
    { slot: 'amount', table2: 't2019' },
  );

export const AMOUNTS: readonly Variation[] = [
  fees('fees-in-yuan', '表头是万元，格子里印元', '437880元', 43.788, 'annotated'),
  fees('fees-in-wan-yuan', '格子里也印万元', '43.788万元', 43.788, 'annotated'),
  fees('fees-unit-in-brackets', '格子里的单位加括号', '43.788（万元）', 43.788, 'annotated'),
  fees('fees-many-decimals', '四位小数', '7730.2865', 7730.2865, 'number'),
  fees('fees-separated', '金额带千分位', '96,171.6', 96171.6, 'number'),
  fees('fees-trailing-zeros', '金额末尾有零', '4068.20', 4068.2, 'number'),
  purchase('purchase-bare', '采购总金额没有单位', {
    raw: '1035000',
    value: 1035000,
    unit: null,
    state: 'number',
  }),
  purchase('purchase-bare-large', '采购总金额没有单位，也没有千分位', {
    raw: '11398889',
    value: 11398889,
    unit: null,
    state: 'number',
  }),
  purchase('purchase-header-in-wan-yuan', '表头印“采购总金额(万元)”', {
    raw: '96171.6',
    value: 96171.6,
    unit: '万元',
    state: 'number',
    header: '采购总金额(万元)',
  }),
  purchase('purchase-header-with-unit-word', '表头印“采购总金额（单位：元）”', {
    raw: '251000',
    value: 251000,
    unit: '元',
    state: 'number',
    header: '采购总金额（单位：元）',
  }),
  purchase('purchase-in-yuan', '格子里印“251000元”', {
    raw: '251000元',
    value: 251000,
    unit: '元',
    state: 'annotated',
  }),
  purchase('purchase-in-yuan-and-fen', '格子里印“2039758.6 元”', {
    raw: '2039758.6 元',
    value: 2039758.6,
    unit: '元',
    state: 'annotated',
  }),
];
