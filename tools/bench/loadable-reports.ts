import { createHash } from 'node:crypto';
import { checkReport } from '../../src/check/check-report.js';
import { PARSER_VERSION, readOnce } from '../../src/jobs/read-document.js';
import type { Extraction } from '../../src/model/extraction.js';
import type { CaptureRecord, DocumentRecord, LoadableReport } from '../../src/model/loading.js';
import type { UnitRecord } from '../../src/model/unit.js';
import type { BenchDocument } from '../generate/bench-corpus.js';

/** Parsed reports and their originals, ready to be stored. */
export interface LoadableReports {
  readonly units: readonly UnitRecord[];
  readonly documents: readonly DocumentRecord[];
  readonly captures: readonly CaptureRecord[];
  readonly reports: readonly LoadableReport[];
}

/** One extraction for each report of the corpus; every fourth with a wrong total, so that there are findings to store. */
export function extractionsOf(corpus: readonly BenchDocument[]): Extraction[] {
  return corpus.map(({ html }, index) => {
    const extraction = readOnce(html);
    return index % 4 === 3 ? withWrongTotal(extraction) : extraction;
  });
}

function withWrongTotal(extraction: Extraction): Extraction {
  const figures = extraction.figures.map((figure) => {
    if (figure.indicator !== 'results.total' || figure.applicant !== 'total' || figure.value === null)
      return figure;
    const value = figure.value + 1;
    return { ...figure, value, raw: String(value) };
  });
  const { findings, outcomes } = checkReport({ ...extraction, figures });
  if (findings.length === 0) throw new Error('a wrong total was not found');
  return { ...extraction, figures, findings, outcomes };
}

/** `count` reports that no other `series` has, one a unit and year. */
export function loadableReports(
  extractions: readonly Extraction[],
  count: number,
  series: string,
  years: readonly number[] = FIVE_YEARS,
): LoadableReports {
  const reports = Array.from({ length: count }, (_, index) => ({
    unitId: `bench-${series}-${Math.floor(index / years.length)}`,
    reportYear: years[index % years.length]!,
    documentSha256: createHash('sha256').update(`${series} ${index}`).digest('hex'),
    parserVersion: PARSER_VERSION,
    extraction: extractions[index % extractions.length]!,
  }));
  return {
    units: [...new Set(reports.map(({ unitId }) => unitId))].map(unitRecord),
    documents: reports.map(documentRecord),
    captures: reports.map(captureRecord),
    reports,
  };
}

function unitRecord(unitId: string): UnitRecord {
  const open = { divisionCode: null, parentId: null, validFrom: null, validTo: null };
  return { unitId, name: `${unitId}镇人民政府`, kind: 'town', ...open };
}

function documentRecord({ documentSha256 }: LoadableReport): DocumentRecord {
  return { sha256: documentSha256, mediaType: 'text/html', byteLength: 111_000, servedType: 'text/html' };
}

function captureRecord({ unitId, reportYear, documentSha256 }: LoadableReport): CaptureRecord {
  return {
    url: `https://www.example.gov.cn/zfxxgk/${unitId}/${reportYear}/t${reportYear}0131_${unitId}.html`,
    sourceId: 'bench',
    unitId,
    documentSha256,
    listedTitle: `${unitId}镇人民政府${reportYear}年政府信息公开工作年度报告`,
    listedOn: `${reportYear + 1}-01-31`,
    reportYear,
    capturedAt: new Date(Date.UTC(reportYear + 1, 1, 1)),
    etag: null,
    lastModified: null,
  };
}

export const FIVE_YEARS = [2019, 2020, 2021, 2022, 2023];
