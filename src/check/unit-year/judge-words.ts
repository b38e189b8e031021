import { toSimplified } from '../../catalogue/traditional-characters.js';
import { namesOf } from '../likeness/bare-text.js';
import { fail, type Judgement, NOT_ASSESSABLE, PASS, together } from '../quality/judgement.js';
import { passageOf, textOf } from '../quality/report-view.js';
import type { YearView } from './year-view.js';

/** Due from every level of government; a street is none, its words are welcome. */
export function judgeAssessment({ report: { sections }, kind }: YearView): Judgement {
  if (!sections?.some(({ code }) => code === 'overview')) return NOT_ASSESSABLE;
  const text = toSimplified(textOf(sections, 'overview', 'problems', 'other', 'extra'));
  if (/考核|评议|责任追究|追责|问责|考评/.test(text)) return PASS;
  const severity = kind === 'government' || kind === 'town' ? 'warning' : 'info';
  return fail('未见工作考核、社会评议和责任追究的内容', { severity });
}

export function judgeTownItems({ report: { sections } }: YearView): Judgement {
  if (!sections?.some(({ code }) => code === 'overview')) return NOT_ASSESSABLE;
  const text = toSimplified(sections.map((section) => section.text).join('\n'));
  return TOWN_ITEMS.test(text) ? PASS : fail('未提及农业农村、土地、征收、社会救助等乡镇应公开的事项');
}

/** The year's tasks are the local notice's; one of its words is enough. */
export function judgeKeyWork({ report: { sections }, year, rules }: YearView): Judgement {
  const words = rules.keyWork[year] ?? [];
  if (!sections || sections.length === 0 || words.length === 0) return NOT_ASSESSABLE;
  const text = toSimplified(sections.map((section) => section.text).join('\n'));
  if (words.some((word) => text.includes(word))) return PASS;
  return fail(`未提及${year}年政务公开工作要点：${words.join('、')}`);
}

/** The name of a sibling where a report speaks of itself: 由…编制, 与…联系, …（以下简称本机关）. */
export function judgeOtherName({ report: { sections }, unitName, neighbours }: YearView): Judgement {
  const { self, siblings } = neighbours;
  if (!sections || siblings.length === 0) return NOT_ASSESSABLE;
  const own = namesOf(unitName, self?.name);
  const found = sections.flatMap(({ text }, section) =>
    [...text.matchAll(SELF_NAMED)].flatMap((match) => {
      const said = match[1] ?? match[2] ?? match[3] ?? '';
      if (own.some((mine) => said.includes(mine))) return [];
      const other = siblings.flatMap(({ name }) => namesOf(name)).find((name) => isSaid(name, said, own));
      if (!other) return [];
      const evidence = [passageOf(section, text, match.index, match.index + match[0].length)];
      return [fail(`以本单位口吻出现“${other}”`, { evidence })];
    }),
  );
  return together(found);
}

/** A name that is a part of the unit's own, or has it as a part, tells nothing. */
function isSaid(name: string, said: string, own: readonly string[]): boolean {
  return (
    name.length > 1 && said.includes(name) && !own.some((mine) => mine.includes(name) || name.includes(mine))
  );
}

/** The address tells the column on many sites; where it doesn't, nothing does. */
export function judgeColumn({ report: { sourceUrl } }: YearView): Judgement {
  return sourceUrl && ANNUAL_REPORTS.test(sourceUrl) ? PASS : NOT_ASSESSABLE;
}

const TOWN_ITEMS =
  /农业|农村|惠农|农田|水利|土地|宅基地|征收|征地|筹资|筹劳|社会救助|救助|低保|五保|特困|扶贫|乡村振兴|村务/;
const SELF_NAMED =
  /由([^，。；\n]{2,30}?)(?:负责)?编制|与([^，。；\n]{2,30}?)(?:党政|办公室|联系)|([^，。；\n]{2,30}?)[(（]以下简称[^)）]{0,6}(?:本机关|本单位|本镇|我镇|本局|我局)/g;
const ANNUAL_REPORTS = /annualreport|zfxxgknb|xxgknb|gknb|ndbg|nianbao|\/nb\/|xxgknd/i;
