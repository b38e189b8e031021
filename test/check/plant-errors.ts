import { FORM_TABLE_BY_ID } from '../../src/catalogue/forms.js';
import { consistentApplications } from './build-figures.js';

export type Cells = Readonly<Record<string, number>>;

export interface Planted {
  readonly name: string;
  readonly truth: number;
  readonly printed: number;
}

/** mulberry32: the same numbers for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const pick = <T>(of: readonly T[], random: () => number): T => of[Math.floor(random() * of.length)]!;

/** Half zeros, else one to three digits, as in towns and cities. */
const count = (random: () => number) =>
  random() < 0.5 ? 0 : Math.floor(random() * pick([10, 100, 1000], random));

export function randomApplications(form: string, random: () => number): Cells {
  const leaves: Record<string, number> = {};
  for (const { indicator, applicant } of FORM_TABLE_BY_ID.get(form)!.cells) {
    if (applicant !== 'total' && indicator !== 'results.total') {
      leaves[`${indicator}@${applicant}`] = count(random);
    }
  }
  for (const name of Object.keys(leaves).filter((n) => n.startsWith('applications.carried_in@'))) {
    leaves[name] = Math.min(leaves[name]!, leaves[name.replace('carried_in', 'carried_out')]!);
  }
  return consistentApplications(form, leaves);
}

const PARTS = ['upheld', 'corrected', 'other', 'pending'];

export function randomReview(random: () => number): Cells {
  return Object.fromEntries(
    ['review', 'litigation.direct', 'litigation.after_review'].flatMap((group) => {
      const parts = PARTS.map((part) => [`${group}.${part}`, count(random)] as const);
      return [...parts, [`${group}.total`, parts.reduce((sum, [, n]) => sum + n, 0)] as const];
    }),
  );
}

/** What the slip would print in the cell, and null where the cell can't show it. */
export type Slip = (cell: {
  form: string;
  name: string;
  truth: number;
  cells: Cells;
  random: () => number;
}) => number | null;

/** （六）其他处理 of 2019 has the code of a total, but is one row of many. */
const isTotal = (name: string) =>
  name.endsWith('@total') || (name.includes('.total') && !name.includes('other.total'));

const digits = (change: (text: string, random: () => number) => string): Slip => {
  return ({ truth, random }) => {
    const printed = change(String(truth), random);
    return truth > 0 && !/^0|^$/.test(printed) ? Number(printed) : null;
  };
};

const neighbour = (down: number, across: number): Slip => {
  return ({ form, name, cells }) => {
    const { columns, cells: places } = FORM_TABLE_BY_ID.get(form)!;
    const names = places.map((c) => (c.applicant ? `${c.indicator}@${c.applicant}` : c.indicator));
    const slot = names.indexOf(name);
    const column = (slot % columns.length) + across;
    if (column < 0 || column >= columns.length) return null;
    return cells[names[slot + down * columns.length + across]!] || null;
  };
};

export const SLIPS: Readonly<Record<string, Slip>> = {
  'swapped digits': digits((text, random) => {
    const at = Math.floor(random() * (text.length - 1));
    return text.length < 2 ? '' : text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
  }),
  'dropped digit': digits((text, random) => {
    const at = Math.floor(random() * text.length);
    return text.slice(0, at) + text.slice(at + 1);
  }),
  'duplicated digit': digits((text, random) => {
    const at = Math.floor(random() * text.length);
    return text.slice(0, at) + text[at] + text.slice(at);
  }),
  'added digit': digits((text, random) => {
    const at = Math.floor(random() * (text.length + 1));
    return text.slice(0, at) + Math.floor(random() * 10) + text.slice(at);
  }),
  'ten times': ({ truth }) => truth * 10,
  'a tenth': ({ truth }) => (truth % 10 === 0 ? truth / 10 : null),
  'zero for a number': ({ name, truth }) => (isTotal(name) || truth === 0 ? null : 0),
  'negative sign': ({ truth }) => -truth,
  'total not computed': ({ name }) => (isTotal(name) ? 0 : null),
  'total without one part': ({ name, truth, cells, random }) => {
    const [row, applicant] = name.split('@');
    if (!isTotal(name)) return null;
    const parts = Object.keys(cells).filter((n) => {
      if (n === name) return false;
      if (!applicant) return n.startsWith(row!.replace('total', ''));
      return applicant === 'total'
        ? n.startsWith(`${row}@`)
        : n.startsWith('results.') && n.endsWith(applicant);
    });
    return truth - cells[pick(parts, random)]!;
  },
  'value of the row above': neighbour(-1, 0),
  'value of the row below': neighbour(1, 0),
  'value of the column before': neighbour(0, -1),
  'value of the column after': neighbour(0, 1),
  'any other number': ({ random }) => Math.floor(random() * 1000),
};

/** One slip in a random cell that can show it. */
export function plant(form: string, cells: Cells, slip: Slip, random: () => number): Planted | null {
  for (let tries = 0; tries < 200; tries++) {
    const name = pick(Object.keys(cells), random);
    const truth = cells[name]!;
    const printed = slip({ form, name, truth, cells, random });
    if (printed !== null && printed !== truth && Number.isInteger(printed))
      return { name, truth, printed: printed === 0 ? 0 : printed };
  }
  return null;
}

/** Moves a row of 表三 by one column, with its total or without: the cells of it that then print something else. */
export function shiftRow(form: string, cells: Cells, random: () => number): Planted[] {
  const { rows, columns } = FORM_TABLE_BY_ID.get(form)!;
  const row = pick(rows, random).key;
  const names = columns.map(({ key }) => `${row}@${key}`).slice(0, random() < 0.5 ? undefined : -1);
  const step = random() < 0.5 ? 1 : -1;
  return names.flatMap((name, i) => {
    const truth = cells[name]!;
    const printed = cells[names[i + step] ?? ''] ?? 0;
    return printed === truth ? [] : [{ name, truth, printed }];
  });
}
