import { toSimplified } from '../catalogue/traditional-characters.js';
import { unitOfItem } from '../ingest/registry/unit-of-item.js';
import type { Extraction } from '../model/extraction.js';
import type { Finding } from '../model/finding.js';
import type { UnitRecord } from '../model/unit.js';

/** What is known of a document from outside: its source entry, its list, its manifest. */
export interface Provenance {
  readonly unitId: string | null;
  readonly reportYear: number | null;
  readonly listedTitle: string | null;
}

export type Assignment =
  | { readonly unitId: string; readonly reportYear: number; readonly findings: readonly Finding[] }
  | { readonly refusal: { readonly code: string; readonly message: string } };

/**
 * Ties an extraction to a unit and a report year. The unit comes from the source entry first, then from the text:
 * township names occur in many counties. The year comes from the document's own words first. A contradiction is a
 * finding; what neither says is refused with the reason, never guessed.
 */
export function assignUnit(
  extraction: Extraction,
  known: Provenance,
  units: readonly UnitRecord[],
): Assignment {
  const notAReport = extraction.findings.find(({ check }) => NOT_LOADED.includes(check));
  if (notAReport) return refuse(notAReport.check, notAReport.message);
  const { unit: named, year } = extraction.identity;
  const unitId = known.unitId ?? unitByName(named, units) ?? unitByName(known.listedTitle, units);
  const reportYear = year ?? known.reportYear;
  if (unitId === null) {
    const which = named ? `文档中的单位是“${named}”，单位名录中没有，或有重名` : '文档没有写明单位';
    return refuse('load/unit-unknown', `不能确定发布单位：${which}；请在来源文件、清单或单位名录中指明`);
  }
  if (reportYear === null)
    return refuse('load/year-unknown', '不能确定统计年度：标题、统计期限和来源都没有写明；请在清单中指明');
  return { unitId, reportYear, findings: contradictions(extraction, known, unitId, reportYear, units) };
}

/** The one unit of the registry that the text names; null for none or several. */
export function unitByName(text: string | null, units: readonly UnitRecord[]): string | null {
  if (!text) return null;
  return unitOfItem(toSimplified(text), null, units);
}

function contradictions(
  { identity }: Extraction,
  known: Provenance,
  unitId: string,
  reportYear: number,
  units: readonly UnitRecord[],
): Finding[] {
  const findings: Finding[] = [];
  const named = known.unitId === null ? unitId : unitByName(identity.unit, units);
  if (named !== null && named !== unitId) {
    const message = `文档中的单位“${identity.unit}”与来源登记的单位不同，按来源登记入库`;
    findings.push({ check: 'load/unit-contradiction', severity: 'warning', message });
  }
  if (known.reportYear !== null && known.reportYear !== reportYear) {
    const message = `文档的统计年度 ${reportYear} 与来源或列表的年度 ${known.reportYear} 不同，按文档入库`;
    findings.push({ check: 'load/year-contradiction', severity: 'warning', message });
  }
  return findings;
}

function refuse(code: string, message: string): Assignment {
  return { refusal: { code, message } };
}

/** What is no report, or none that can be read. */
const NOT_LOADED: readonly string[] = ['recognise/not-a-report', 'recognise/only-pictures'];
