/** The district site of 南瑚区: Hanweb, where one address with `area` and `fbtime` is the report itself. */
import { emptyHanwebPage, type PageSite } from '../generate/page-furniture.js';
import { renderSampleReport } from './render-sample.js';
import type { SampleFile, SampleSite } from './sample-files.js';
import { SAMPLE_YEARS, type SampleReport } from './sample-reports.js';
import { SAMPLE_UNITS } from './sample-units.js';

export const HANWEB_HOST = 'www.nanhu.example';

/** The address of a unit's report of a year, or with `{year}` the pattern of them all. */
export function hanwebPath(unitId: string, year: number | '{year}'): string {
  const unit = SAMPLE_UNITS.find((candidate) => candidate.id === unitId)!;
  return `/module/xxgk/xxgkAnnualReport.jsp?area=${unit.divisionCode}000&fbtime=${year}`;
}

/** Report pages and `site.json`, which says what each address answers. */
export function makeHanwebSite(reports: readonly SampleReport[]): SampleSite {
  const pages = reports.map((report) => {
    const name = `reports/${report.unitId}-${report.truth.year}.html`;
    return { report, name, path: hanwebPath(report.unitId, report.truth.year), bytes: pageOf(report) };
  });
  const routes = pages.map(({ report, name, path }) => [
    path,
    { file: name, type: contentType(report), status: 200 },
  ]);
  const manifest = `${JSON.stringify({ routes: Object.fromEntries(routes) }, null, 2)}\n`;
  const files: SampleFile[] = [
    { path: `${FOLDER}site.json`, bytes: Buffer.from(manifest) },
    ...pages.map(({ name, bytes }) => ({ path: FOLDER + name, bytes })),
  ];
  const published = pages
    .filter(({ report }) => report.plan.format !== 'unpublished')
    .map(({ report, name, path }) => ({ report, file: FOLDER + name, url: `http://${HANWEB_HOST}${path}` }));
  return { files, published };
}

function pageOf(report: SampleReport): Uint8Array {
  const page = site(report);
  return report.plan.format === 'unpublished'
    ? Buffer.from(emptyHanwebPage(page))
    : renderSampleReport(report, page);
}

/** The page in GB18030 is served without a charset: only its own meta tells. */
function contentType({ plan }: SampleReport): string {
  return plan.format === 'html-gb18030' ? 'text/html' : 'text/html; charset=utf-8';
}

function site({ unitId, truth }: SampleReport): PageSite {
  const years: { href: string; text: string }[] = [];
  for (let year = SAMPLE_YEARS.to; year >= SAMPLE_YEARS.from; year--)
    years.push({ href: hanwebPath(unitId, year), text: `${year}年` });
  return {
    family: 'hanweb',
    siteName: '南瑚区人民政府',
    publisher: truth.unit.name,
    publishedOn: truth.publishedOn,
    charset: 'utf-8',
    navigation: NAVIGATION,
    years,
  };
}

const FOLDER = 'sites/hanweb/';
const NAVIGATION = [
  { href: '/col/col1001/index.html', text: '政府信息公开指南' },
  { href: '/col/col1002/index.html', text: '政府信息公开制度' },
  { href: '/col/col1003/index.html', text: '法定主动公开内容' },
  { href: '/col/col1004/index.html', text: '政府信息公开年报' },
];
