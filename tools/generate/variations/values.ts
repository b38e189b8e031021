/** How a number is printed in its cell: blanks, digits, separators, units, notes, signs. */
import type { Random } from '../random.js';
import type { Draft, ExpectedFigure } from './draft.js';
import { plainKeys, printAs, setFigure } from './edit-draft.js';
import { some } from './some.js';
import { MARKUP, type Variation, vary } from './variation.js';

const counts = (draft: Draft): string[] => plainKeys(draft).filter((key) => COUNTED.test(key));

const dress = (
  name: string,
  zh: string,
  print: (raw: string, rng: Random) => string,
  slot = 'dress',
): Variation =>
  vary(
    name,
    zh,
    (draft, rng) => {
      for (const key of some(plainKeys(draft), rng, 0.5))
        printAs(draft, key, print(draft.cells.get(key)!.text, rng));
    },
    { slot },
  );

const change = (
  name: string,
  zh: string,
  raw: string,
  value: number,
  state: ExpectedFigure['state'],
): Variation =>
  vary(
    name,
    zh,
    (draft) => {
      setFigure(draft, 'proactive.licensing.items_change@', { raw, value, state });
      setFigure(draft, 'proactive.fees.items_change@', { raw, value, state });
    },
    { slot: 'items-change', table2: 't2019' },
  );

export const VALUES: readonly Variation[] = [
  dress(
    'padded',
    '数字前后有空格',
    (raw, rng) => ' '.repeat(rng.between(1, 6)) + raw + ' '.repeat(rng.between(0, 6)),
  ),
  dress('padded-full-width', '数字前后有全角空格', (raw) => `　${raw}　`),
  dress('padded-zero-width', '数字后有零宽空格', (raw) => `${raw}\u200b`, 'dress'),
  dress('full-width-digits', '全角数字', (raw) =>
    raw.replace(/[0-9.]/g, (sign) =>
      sign === '.' ? '．' : String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
    ),
  ),
  vary(
    'thousands-separators',
    '千分位逗号',
    (draft) => {
      setFigure(draft, 'proactive.licensing.decisions@', { raw: '12345', value: 12345, state: 'number' });
      for (const key of plainKeys(draft)) printAs(draft, key, separated(draft.cells.get(key)!.text, ','));
    },
    { slot: 'dress' },
  ),
  vary(
    'thousands-separators-full-width',
    '全角千分位逗号',
    (draft) => {
      setFigure(draft, 'proactive.licensing.decisions@', { raw: '12345', value: 12345, state: 'number' });
      for (const key of plainKeys(draft)) printAs(draft, key, separated(draft.cells.get(key)!.text, '，'));
    },
    { slot: 'dress' },
  ),
  vary(
    'count-with-unit',
    '数字后带“件”',
    (draft, rng) => {
      for (const key of some(counts(draft), rng, 0.4))
        printAs(draft, key, `${draft.cells.get(key)!.text}件`, 'annotated');
    },
    { slot: 'dress' },
  ),
  vary(
    'note-in-cell',
    '格子里带说明：22（其中修订 16 件）',
    (draft, rng) => {
      for (const key of some(counts(draft), rng, 0.2))
        printAs(draft, key, `${draft.cells.get(key)!.text}（其中修订 16 件）`, 'annotated');
    },
    { slot: 'dress' },
  ),
  vary(
    'note-in-cell-half-width',
    '格子里带半角括号说明：55(含自然失效29件)',
    (draft, rng) => {
      for (const key of some(counts(draft), rng, 0.2))
        printAs(draft, key, `${draft.cells.get(key)!.text}(含自然失效29件)`, 'annotated');
    },
    { slot: 'dress' },
  ),
  vary(
    'note-on-its-own-line',
    '格子里换行后带说明',
    (draft, rng) => {
      for (const key of some(counts(draft), rng, 0.2))
        printAs(draft, key, `${draft.cells.get(key)!.text}\n（含自然失效29件）`, 'annotated');
    },
    { slot: 'dress', formats: MARKUP },
  ),
  change('change-less-word', '本年增/减印作“减3”', '减3', -3, 'annotated'),
  change('change-fewer-word', '本年增/减印作“减少3项”', '减少3项', -3, 'annotated'),
  change('change-more-word', '本年增/减印作“增5”', '增5', 5, 'annotated'),
  change('change-minus', '本年增/减印作“-3”', '-3', -3, 'number'),
  change('change-full-width-minus', '本年增/减印作“－3”', '－3', -3, 'number'),
  change('change-plus', '本年增/减印作“+3”', '+3', 3, 'number'),
];

/** Applications and court cases, whose unit is 件. */
const COUNTED = /^(applications|results|review|litigation)\./;

function separated(text: string, separator: string): string {
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, separator);
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
