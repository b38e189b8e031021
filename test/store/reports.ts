import { createHash } from 'node:crypto';
import { FORM_TABLE_BY_ID } from '../../src/catalogue/forms.js';
import { INDICATOR_BY_CODE } from '../../src/catalogue/indicators.js';
import type { Extraction, Figure } from '../../src/model/extraction.js';
import type { LoadableReport } from '../../src/model/loading.js';
import { saveCapture } from '../../src/store/collection/captures.js';
import type { Database } from '../../src/store/postgres/database.js';
import { saveReports } from '../../src/store/reports/save-reports.js';
import { saveUnits } from '../../src/store/units/units.js';

/** A document's name made from any word. */
export const sha = (word: string): string => createHash('sha256').update(word).digest('hex');

/** Every cell of a form table as the figure `fill` says; by default all print 0. */
export function tableFigures(
  formTable: string,
  table: number,
  fill: (indicator: string, applicant: string | null) => Partial<Figure> = () => ({}),
): Figure[] {
  return FORM_TABLE_BY_ID.get(formTable)!.cells.map(({ slot, indicator, applicant }) => ({
    indicator,
    applicant,
    formTable,
    raw: '0',
    value: 0,
    unit: INDICATOR_BY_CODE.get(indicator)!.unit,
    state: 'number',
    table,
    row: 3 + Math.floor(slot / 7),
    column: 1 + (slot % 7),
    ...fill(indicator, applicant),
  }));
}

export const printed = (value: number): Partial<Figure> => ({ raw: String(value), value });
export const blank: Partial<Figure> = { raw: '', value: null, state: 'blank' };

export function extraction(parts: Partial<Extraction> = {}): Extraction {
  return {
    mediaType: 'text/html',
    template: 't2021',
    identity: { unit: '某镇人民政府', year: 2021, title: '年报', publishedOn: '2022-01-20', period: null },
    sections: [{ code: 'overview', heading: '一、总体情况', text: '全文' }],
    figures: [
      ...tableFigures('t2021.proactive', 0),
      ...tableFigures('t2021.applications', 1),
      ...tableFigures('review_litigation', 2),
    ],
    claims: [],
    findings: [],
    outcomes: { 't3-balance': 'pass' },
    ...parts,
  };
}

export function loadable(unitId: string, reportYear: number, word: string, parts: Partial<Extraction> = {}) {
  return {
    unitId,
    reportYear,
    documentSha256: sha(word),
    parserVersion: '1-test',
    extraction: extraction(parts),
  } satisfies LoadableReport;
}

/** Units of a county, each under it. */
export async function saveCounty(db: Database, county: string, units: readonly string[]): Promise<void> {
  const record = (unitId: string, name: string, parentId: string | null) => ({
    unitId,
    name,
    kind: parentId ? ('town' as const) : ('government' as const),
    divisionCode: parentId ? null : '370784',
    parentId,
    validFrom: null,
    validTo: null,
  });
  await saveUnits(db, [
    record(county, `${county}市人民政府`, null),
    ...units.map((u) => record(u, `${u}镇`, county)),
  ]);
}

/** The document of a report and the address that serves it since a day. */
export async function capture(db: Database, report: LoadableReport, day: string, url?: string) {
  const { documentSha256, unitId, reportYear } = report;
  const document = { sha256: documentSha256, mediaType: 'text/html', byteLength: 1, servedType: 'text/html' };
  const served = {
    url: url ?? `http://localhost/${unitId}/${reportYear}`,
    sourceId: 'source',
    unitId,
    documentSha256,
    listedTitle: '年报',
    listedOn: '2022-01-21',
    reportYear,
    capturedAt: new Date(`${day}T00:00:00Z`),
    etag: `"${documentSha256.slice(0, 8)}"`,
    lastModified: null,
  };
  return saveCapture(db, { document, capture: served });
}

/** Reports with the captures that they come from, each of the year after. */
export async function saveCaptured(db: Database, reports: readonly LoadableReport[]): Promise<void> {
  for (const report of reports) await capture(db, report, `${report.reportYear + 1}-01-20`);
  await saveReports(db, reports);
}
