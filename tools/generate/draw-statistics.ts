/** Draws a statistics table of 2014–2018 whose identities hold. */
import { drawDense, drawFull, type Figures, figureKey, type Profile, plain } from './figures.js';
import type { Random } from './random.js';
import { STATISTICS_ROWS } from './statistics-rows.js';

export function drawStatistics(rng: Random, profile: Profile): Figures {
  const draw = (): number =>
    profile === 'full' ? drawFull(rng) : profile === 'dense' ? drawDense(rng) : rng.between(0, 9);
  const values = new Map<string, number>();
  for (const { indicator, unit } of STATISTICS_ROWS)
    if (indicator) values.set(indicator, unit === '万元' ? rng.between(0, 999) / 100 : draw());
  const of = (row: string): number => values.get(`stats.${row}`)!;
  const set = (row: string, value: number) => values.set(`stats.${row}`, value);
  for (const [total, parts] of SUMS)
    set(
      total,
      parts.reduce((sum, part) => sum + of(part), 0),
    );
  set(
    'proactive.items',
    Math.min(
      of('proactive.items'),
      CHANNELS.reduce((sum, way) => sum + of(way), 0),
    ),
  );
  set(
    'proactive.normative_disclosed',
    Math.min(of('proactive.normative_disclosed'), of('proactive.normative_issued')),
  );
  return new Map(
    STATISTICS_ROWS.flatMap(({ indicator, unit }) =>
      indicator ? [[figureKey(indicator), plain(indicator, values.get(indicator)!, unit)] as const] : [],
    ),
  );
}

const under = (parent: string, ...rows: string[]): string[] => rows.map((row) => `${parent}.${row}`);

const CHANNELS = under('channel', 'gazette', 'website', 'weibo', 'wechat', 'other');
const COURT = ['upheld', 'corrected', 'other'];

/** Parts before the totals that they are parts of. */
const SUMS: readonly (readonly [total: string, parts: readonly string[]])[] = [
  ['applications.received', under('applications', 'in_person', 'fax', 'online', 'letter')],
  ['closed.total', under('closed', 'on_time', 'extended')],
  [
    'replies.denied.total',
    under(
      'replies.denied',
      ...['state_secret', 'trade_secret', 'privacy', 'security_stability'],
      ...['not_government_information', 'other_legal'],
    ),
  ],
  [
    'replies.total',
    under(
      'replies',
      ...['already_public', 'granted', 'partially_granted', 'denied.total', 'not_own_competence'],
      ...['not_existing', 'correction_requested', 'referred_elsewhere'],
    ),
  ],
  ['review.total', under('review', ...COURT)],
  ['litigation.total', under('litigation', ...COURT)],
  ['capacity.staff', under('capacity', 'staff_full_time', 'staff_part_time')],
];
