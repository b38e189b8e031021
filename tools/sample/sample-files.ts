/** Everything in fixtures/sample, as bytes by path. */
import { expectedJson } from './expected-json.js';
import { makeHanwebSite } from './hanweb-site.js';
import { makeSampleReports, type SampleReport } from './sample-reports.js';
import { unitsCsv } from './sample-units.js';
import { sourcesYaml } from './sources-yaml.js';
import { makeTrsSite } from './trs-site.js';

export interface SampleFile {
  /** Under fixtures/sample, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface PublishedReport {
  readonly report: SampleReport;
  readonly file: string;
  readonly url: string;
}

export interface SampleSite {
  readonly files: readonly SampleFile[];
  readonly published: readonly PublishedReport[];
}

/** Makes the whole sample; the same code gives the same bytes. */
export function makeSampleFiles(): SampleFile[] {
  const reports = makeSampleReports();
  const trs = makeTrsSite(reports.filter((report) => report.unitId.startsWith('beiyuan-')));
  const hanweb = makeHanwebSite(reports.filter((report) => report.unitId.startsWith('nanhu-')));
  const text = (path: string, content: string): SampleFile => ({ path, bytes: Buffer.from(content) });
  return [
    text('units.csv', unitsCsv()),
    text('sources.yaml', sourcesYaml()),
    text('expected.json', expectedJson(reports, [...trs.published, ...hanweb.published])),
    ...trs.files,
    ...hanweb.files,
  ];
}
