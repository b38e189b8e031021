import { LATE_PUBLICATION, PUBLICATION_DATE_UNKNOWN, REPORT_MISSING } from '../catalogue/checks.js';
import { checkSeries } from '../check/check-series.js';
import { namesOf } from '../check/likeness/bare-text.js';
import { similarity } from '../check/likeness/grams.js';
import { isTooShort, written } from '../check/unit-year/judge-copies.js';
import { NO_NEIGHBOURS } from '../check/unit-year/year-view.js';
import type { Extraction } from '../model/extraction.js';
import type { Finding } from '../model/finding.js';
import type { SeriesReport } from '../model/series.js';
import type { UnitRecord } from '../model/unit.js';
import { localRules } from '../store/judgement/local-rules.js';
import { unitSeries } from '../store/judgement/unit-series.js';
import type { Database } from '../store/postgres/database.js';
import { listUnits } from '../store/units/units.js';
import { assignUnit } from './assign-unit.js';
import type { OriginalView } from './original-view.js';
import { type DraftReading, readDraft } from './read-draft.js';
import { today } from './today.js';

/** A draft as it would be judged if it were published. */
export interface CheckedDraft {
  readonly extraction: Extraction;
  readonly view: OriginalView;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly year: number | null;
  readonly findings: readonly Finding[];
  /** How like 一 and 五 are to those of the year before. */
  readonly likeness: DraftLikeness | null;
  /** What could not be checked, in Chinese. */
  readonly limits: readonly string[];
}

export interface DraftLikeness {
  readonly year: number;
  /** From 0 to 1; null where one of the texts is too short to compare. */
  readonly share: number | null;
}

/** The checks of a published report, on a draft: within it, and against what the unit reported before. Stores nothing. */
export async function checkDraft(
  use: <T>(work: (db: Database) => Promise<T>) => Promise<T>,
  bytes: Buffer,
  unitId: string | null,
  now: Date,
): Promise<CheckedDraft | Extract<DraftReading, { problem: string }>> {
  const reading = await readDraft(bytes);
  if ('problem' in reading) return reading;
  const { extraction, view } = reading;
  const own = extraction.findings.filter(({ check }) => !UNPUBLISHED.has(check));
  const held = await use(async (db) => {
    const units = await listUnits(db);
    const found = assignUnit(extraction, { unitId, reportYear: null, listedTitle: null }, units);
    if ('refusal' in found)
      return {
        limits: [UNASSIGNED[found.refusal.code] ?? found.refusal.message],
        findings: [],
        likeness: null,
        unit: null,
      };
    return { ...(await againstSeries(db, extraction, found, now)), unit: nameOf(found.unitId, units) };
  });
  return {
    extraction,
    view,
    unitId: held.unit?.unitId ?? null,
    unitName: held.unit?.name ?? null,
    year: extraction.identity.year,
    findings: [...own, ...held.findings],
    likeness: held.likeness,
    limits: held.limits,
  };
}

async function againstSeries(
  db: Database,
  extraction: Extraction,
  { unitId, reportYear, findings }: { unitId: string; reportYear: number; findings: readonly Finding[] },
  now: Date,
): Promise<{ findings: Finding[]; likeness: DraftLikeness | null; limits: string[] }> {
  const rules = await localRules(db);
  for await (const series of unitSeries(db, [unitId])) {
    const draft = {
      reportYear,
      documentSha256: '',
      publishedOn: extraction.identity.publishedOn,
      figures: extraction.figures,
      sections: extraction.sections,
      title: extraction.identity.title,
    };
    const others = series.reports.filter((report) => report.reportYear !== reportYear);
    const reports = [...others, draft].sort((a, b) => a.reportYear - b.reportYear);
    const judged = checkSeries({ ...series, reports }, today(now), {
      neighboursIn: () => NO_NEIGHBOURS,
      rules,
    }).find((one) => one.reportYear === reportYear);
    const between = (judged?.findings ?? []).filter(({ check }) => !UNPUBLISHED.has(check));
    const previous = others.find((report) => report.reportYear === reportYear - 1);
    return {
      findings: [...findings, ...between],
      likeness: previous ? likenessTo(previous, extraction, series.unitName) : null,
      limits: previous
        ? []
        : [`没有该单位 ${reportYear - 1} 年度的年报，未比较结转等跨年度数据，也未比较文字是否雷同`],
    };
  }
  return { findings: [...findings], likeness: null, limits: ['单位名录中没有该单位，未与以往年度比较'] };
}

function likenessTo(
  { reportYear, sections = [] }: SeriesReport,
  draft: Extraction,
  unitName: string,
): DraftLikeness {
  const names = namesOf(unitName);
  const [own, last] = [written(draft.sections, names), written(sections, names)];
  const comparable = !isTooShort(own.grams) && !isTooShort(last.grams);
  return { year: reportYear, share: comparable ? similarity(own.grams, last.grams) : null };
}

function nameOf(unitId: string, units: readonly UnitRecord[]): { unitId: string; name: string } {
  return { unitId, name: units.findLast((unit) => unit.unitId === unitId)?.name ?? unitId };
}

/** A draft is neither late nor missing. */
const UNPUBLISHED: ReadonlySet<string> = new Set([
  REPORT_MISSING.id,
  LATE_PUBLICATION.id,
  PUBLICATION_DATE_UNKNOWN.id,
]);

/** What a person can do about it here. */
const UNASSIGNED: Readonly<Record<string, string>> = {
  'load/unit-unknown': '不能确定草稿是哪个单位的，未与以往年度比较；请在下方选择单位后再检查',
  'load/year-unknown': '草稿没有写明统计年度，未与以往年度比较；请在标题或正文中写明',
};
