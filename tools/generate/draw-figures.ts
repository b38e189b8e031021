/** Draws the figures of one report so that every identity of the forms holds. */
import { drawProactive } from './draw-proactive.js';
import {
  drawDense,
  drawFull,
  type FigureOptions,
  type Figures,
  type FigureTruth,
  figureKey,
  type Profile,
  plain,
} from './figures.js';
import {
  type Applicant,
  CARRIED_IN,
  CARRIED_OUT,
  COURT_GROUPS,
  COURT_OUTCOMES,
  NEW_RECEIVED,
  PARTS,
  RESULTS_TOTAL,
  resultRows,
} from './form-rows.js';
import type { Random } from './random.js';

/** Draws tables 二, 三 and 四. */
export function drawFigures(rng: Random, options: FigureOptions): Figures {
  const figures = [
    ...drawProactive(rng, options),
    ...drawApplications(rng, options),
    ...drawCourt(rng, options),
  ];
  return new Map(figures.map((figure) => [figureKey(figure.indicator, figure.applicant), figure]));
}

/** Results first, then 结转, so that 新收 is what is left over: the printed identity holds by construction. */
function drawApplications(rng: Random, options: FigureOptions): FigureTruth[] {
  const leaves = resultRows(options.table3).map((row) => row.indicator);
  const columns = new Map(PARTS.map((part) => [part, drawColumn(rng, part, leaves, options)]));
  const indicators = [
    NEW_RECEIVED.indicator,
    CARRIED_IN.indicator,
    ...leaves,
    RESULTS_TOTAL.indicator,
    CARRIED_OUT.indicator,
  ];
  return indicators.flatMap((indicator) => {
    const parts = PARTS.map((part) => columns.get(part)!.get(indicator)!);
    const total = parts.reduce((sum, part) => sum + part, 0);
    return [
      ...PARTS.map((part, index) => plain(indicator, parts[index]!, '件', part)),
      plain(indicator, total, '件', 'total'),
    ];
  });
}

function drawColumn(
  rng: Random,
  part: Applicant,
  leaves: readonly string[],
  options: FigureOptions,
): Map<string, number> {
  const column = new Map(leaves.map((leaf) => [leaf, drawResult(rng, part, leaf, options.profile)]));
  const sum = () => leaves.reduce((total, leaf) => total + column.get(leaf)!, 0);
  const carriedOut = drawResult(rng, part, CARRIED_OUT.indicator, options.profile);
  const carriedIn =
    options.carriedIn?.[part] ??
    Math.min(drawResult(rng, part, CARRIED_IN.indicator, options.profile), sum() + carriedOut);
  const missing = Math.max(0, carriedIn - sum() - carriedOut);
  column.set('results.granted', column.get('results.granted')! + missing);
  column.set(RESULTS_TOTAL.indicator, sum());
  column.set(CARRIED_OUT.indicator, carriedOut);
  column.set(CARRIED_IN.indicator, carriedIn);
  column.set(NEW_RECEIVED.indicator, sum() + carriedOut - carriedIn);
  return column;
}

function drawResult(rng: Random, part: Applicant, indicator: string, profile: Profile): number {
  if (profile === 'dense') return drawDense(rng);
  if (profile === 'full') return drawFull(rng);
  if (indicator === 'results.other.fee_overdue') return 0;
  const [likely, most] = TOWN_RANGES[indicator] ?? [0.08, 1];
  const share = part === 'natural_person' ? 1 : part === 'legal.business' ? 0.4 : 0.06;
  return rng.chance(likely * share) ? rng.between(1, most) : 0;
}

function drawCourt(rng: Random, options: FigureOptions): FigureTruth[] {
  const draw = () =>
    options.profile === 'full'
      ? drawFull(rng)
      : options.profile === 'dense'
        ? drawDense(rng)
        : rng.chance(0.08)
          ? 1
          : 0;
  return COURT_GROUPS.flatMap((group) => {
    const outcomes = COURT_OUTCOMES.slice(0, -1).map((outcome) =>
      plain(`${group.code}.${outcome.code}`, draw(), '件'),
    );
    const total = outcomes.reduce((sum, outcome) => sum + outcome.value!, 0);
    return [...outcomes, plain(`${group.code}.total`, total, '件')];
  });
}

/** Probability of a non-zero cell for natural persons, and its most. */
const TOWN_RANGES: Readonly<Record<string, readonly [number, number]>> = {
  'results.granted': [0.9, 6],
  'results.partially_granted': [0.45, 2],
  'results.denied.third_party_rights': [0.2, 1],
  'results.denied.process_information': [0.15, 1],
  'results.unable.not_held': [0.6, 3],
  'results.unable.creation_required': [0.3, 2],
  'results.not_processed.petition_complaint': [0.3, 2],
  [CARRIED_IN.indicator]: [0.4, 2],
  [CARRIED_OUT.indicator]: [0.6, 2],
};
