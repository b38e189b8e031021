import { toSimplified } from '../../catalogue/traditional-characters.js';
import type { Label } from '../../model/form.js';
import { foldLabel } from './fold.js';
import { isOneSlipAway } from './one-slip-away.js';

/**
 * Finds a printed label among the labels of one axis of a form: exactly after folding, else by a declared substring,
 * else as the only label that one character more, less or other makes of it.
 */
export interface LabelIndex {
  /** Keys of the labels that the text is, in the order they were declared; empty when it is none. */
  readonly find: (text: string) => readonly LabelMatch[];
}

export interface LabelMatch {
  readonly key: string;
  /** True when the whole label fits; false when a distinctive substring of it does. */
  readonly exact: boolean;
  /** The form's label, where the printed one is misspelt: whoever reads by it says so. */
  readonly misspelt?: string;
}

/** `years`: a year in the text is read as 本年; whose year it is, the caller has to ask. */
export function indexLabels(
  labels: readonly (readonly [key: string, label: Label])[],
  { years = false }: { readonly years?: boolean } = {},
): LabelIndex {
  const exact = new Map<string, (LabelMatch & { readonly official: string })[]>();
  const partial: { readonly key: string; readonly needle: string; readonly official: string }[] = [];
  for (const [key, label] of labels) {
    for (const wording of [label.text, ...(label.aliases ?? [])]) {
      const folded = foldLabel(wording);
      const known = exact.get(folded) ?? [];
      if (known.some((match) => match.key === key)) continue;
      exact.set(folded, [...known, { key, exact: true, official: label.text }]);
    }
    for (const needle of label.distinctive ?? []) {
      partial.push({ key, needle: foldLabel(needle), official: foldLabel(label.text) });
    }
  }
  const search = (text: string): readonly LabelMatch[] => {
    const folded = foldLabel(text);
    const hits = exact.get(folded);
    if (hits) return hits.filter(({ official }) => !isOtherYears(text, official));
    const found = partial.filter(
      ({ needle, official }) =>
        folded.includes(needle) && !isQualified(folded, official) && !isOtherYears(text, official),
    );
    if (found.length === 0 && years && NAMED_YEAR.test(folded)) {
      const ofYear = search(text.normalize('NFKC').replace(/\s+/g, '').replace(NAMED_YEAR, '本年'));
      return ofYear.map(({ key }) => ({ key, exact: false }));
    }
    if (found.length === 0) return isOtherYears(text, '') ? [] : misspelt(folded, exact);
    return [...new Set(found.map(({ key }) => key))].map((key) => ({ key, exact: false }));
  };
  const answers = new Map<string, readonly LabelMatch[]>();
  return {
    find: (text) => {
      if (text.length > LONGEST_LABEL) return [];
      const known = answers.get(text);
      if (known) return known;
      const matches = search(text);
      if (answers.size >= CACHED_ANSWERS) answers.clear();
      answers.set(text, matches);
      return matches;
    },
  };
}

/** `其他法律行政止公开`: one character is wrong, and only one label of the form is so near. No scores: one slip or none. */
function misspelt(
  folded: string,
  labels: ReadonlyMap<string, readonly (LabelMatch & { readonly official: string })[]>,
): readonly LabelMatch[] {
  if (folded.length < SHORTEST_MISSPELT || !HAN.test(folded)) return [];
  const near = [...labels].filter(
    ([wording]) =>
      wording.length > SHORTEST_MISSPELT && isOneSlipAway(folded, wording) && !isQualified(folded, wording),
  );
  const meant = near.flatMap(([, matches]) => matches);
  const [official] = new Set(meant.map((match) => match.official));
  if (official === undefined || meant.some((match) => match.official !== official)) return [];
  return [...new Set(meant.map(({ key }) => key))].map((key) => ({ key, exact: false, misspelt: official }));
}

const HAN = /[一-鿿]{2}/;
/** Of two or three characters a slip leaves too little. */
const SHORTEST_MISSPELT = 3;

/** 2016年, 2016年度统计数 */
const NAMED_YEAR = /(?<!\d)(?:19|20)\d{2}年度?/;

/** The same labels, and the same small numbers, come in every report. */
const CACHED_ANSWERS = 5000;

/** 历年累计制发件数 holds 制发 but is another quantity: a word that changes the meaning must be the form's own. */
function isQualified(folded: string, official: string): boolean {
  return QUALIFIERS.some((word) => folded.includes(word) && !official.includes(word));
}

/** 本年制发件数（历年累计）: a note is folded away, but not one that makes it another year's quantity. */
function isOtherYears(text: string, official: string): boolean {
  return OTHER_YEARS.test(toSimplified(text).replace(/\s+/g, '')) && !OTHER_YEARS.test(official);
}

const OTHER_YEARS = /历年|累计|上年|上一年|去年|前年|上半年|下半年|季度|同比|环比|占比|增长/;
/** Explanations inside labels run to some hundred characters; longer text is prose. */
const LONGEST_LABEL = 160;

const QUALIFIERS = [
  ...['累计', '历年', '上年', '上一年', '去年', '前年', '下年', '上半年', '下半年', '季度', '本月', '当月'],
  ...[
    '同比',
    '环比',
    '增长',
    '占比',
    '比例',
    '比重',
    '百分',
    '率',
    '平均',
    '计划',
    '目标',
    '其中',
    '截至',
    '截止',
    '备注',
    '说明',
  ],
];
