/** Draws table 二: stocks that follow from what was made and repealed, and the amounts with their odd spellings. */
import { drawDense, drawFull, type FigureOptions, type FigureTruth, plain } from './figures.js';
import type { Random } from './random.js';

/** The cells of table 二 in the order of the form. */
export function drawProactive(rng: Random, options: FigureOptions): FigureTruth[] {
  return options.table2 === 't2019' ? draw2019(rng, options) : draw2021(rng, options);
}

function draw2019(rng: Random, options: FigureOptions): FigureTruth[] {
  const count = counter(rng, options);
  const made = count(2);
  const disclosed = made > 0 ? rng.between(0, made) : 0;
  const before = options.inForceBefore ?? count(12);
  return [
    ...['newly_made', 'newly_disclosed', 'disclosed_total'].map((measure) =>
      plain(`proactive.rules.${measure}`, 0, '件'),
    ),
    plain('proactive.normative.newly_made', made, '件'),
    plain('proactive.normative.newly_disclosed', disclosed, '件'),
    plain('proactive.normative.disclosed_total', before + disclosed, '件'),
    ...['licensing', 'other_services', 'penalty', 'coercion'].flatMap((subject) => [
      ...drawItems(rng, subject, count(40)),
      plain(`proactive.${subject}.decisions`, count(60), '件'),
    ]),
    ...drawItems(rng, 'fees', count(3)),
    ...drawProcurement(rng, count(8)),
  ];
}

/** 上一年项目数量 and 本年增/减, which never takes away more than there was. */
function drawItems(rng: Random, subject: string, before: number): FigureTruth[] {
  const change = rng.chance(0.5) ? 0 : rng.between(-Math.min(3, before), 4);
  const indicator = `proactive.${subject}.items_change`;
  return [
    plain(`proactive.${subject}.items_prev_year`, before, '项'),
    change < 0 && rng.chance(0.5)
      ? { ...plain(indicator, change, '项'), raw: `减${-change}`, state: 'annotated' }
      : plain(indicator, change, '项'),
  ];
}

/** 采购总金额 has no unit in the form: the cell says 元 or 万元 itself. */
function drawProcurement(rng: Random, projects: number): FigureTruth[] {
  const indicator = 'proactive.procurement.amount';
  const yuan = projects * rng.between(120, 9000) * 50;
  const amount: FigureTruth =
    projects === 0
      ? { ...plain(indicator, 0, ''), unit: null }
      : rng.chance(0.5)
        ? { ...plain(indicator, yuan, '元'), raw: `${yuan}元`, state: 'annotated' }
        : { ...plain(indicator, yuan / 10_000, '万元'), raw: `${yuan / 10_000}万元`, state: 'annotated' };
  return [plain('proactive.procurement.projects', projects, '项'), amount];
}

function draw2021(rng: Random, options: FigureOptions): FigureTruth[] {
  const count = counter(rng, options);
  const stock = (subject: string, before: number, issued: number): FigureTruth[] => {
    const repealed = Math.min(before + issued, count(1));
    return [
      plain(`proactive.${subject}.issued`, issued, '件'),
      plain(`proactive.${subject}.repealed`, repealed, '件'),
      plain(`proactive.${subject}.in_force`, before + issued - repealed, '件'),
    ];
  };
  return [
    ...(options.profile === 'town' ? stock('rules', 0, 0) : stock('rules', count(3), count(1))),
    ...stock('normative', options.inForceBefore ?? count(12), count(2)),
    plain('proactive.licensing.decisions', count(90), '件'),
    plain('proactive.penalty.decisions', count(25), '件'),
    plain('proactive.coercion.decisions', count(3), '件'),
    plain('proactive.fees.amount', count(900) / 100, '万元'),
  ];
}

const counter = (rng: Random, options: FigureOptions) => (most: number) =>
  options.profile === 'full'
    ? drawFull(rng)
    : options.profile === 'dense'
      ? drawDense(rng)
      : rng.chance(0.35)
        ? 0
        : rng.between(0, most);
