import type { Listing } from '../../model/source.js';
import { canonicalAddress } from './canonical-address.js';
import { addressOf, squeeze } from './list-links.js';
import type { LoadedPage } from './list-page.js';
import { standsAsReport } from './report-page.js';
import { readReportTitle } from './report-title.js';

/**
 * The documents that hold the report where the article is only a cover for them: no statutory table and no numbered
 * sections stand in the page, and a link leads to a .docx, .doc, .wps or .pdf that is called the report, or that is the
 * page's only document. One format a document: the one that is read best. Empty where the page is the report.
 * A link that names another year than `reportYear` leads to the report of another year.
 * Articles that stand in a script must be put in their place before (`unwrapDetail`).
 */
export function attachmentsOf(page: LoadedPage, reportYear: number | null): Listing[] {
  if (standsAsReport(page.$)) return [];
  const links = documentLinks(page).filter(({ title }) => !FORMS.test(title) && isOf(reportYear, title));
  const reports = links.filter(({ title }) => readReportTitle(title).isReport);
  const chosen = bestFormats(reports.length > 0 ? reports : links);
  return reports.length > 0 || chosen.length === 1
    ? chosen.map(({ url, title }) => ({ url, title, listedOn: null }))
    : [];
}

function isOf(reportYear: number | null, title: string): boolean {
  const { year } = readReportTitle(title);
  return reportYear === null || year === null || year === reportYear;
}

interface DocumentLink {
  readonly url: string;
  readonly title: string;
  /** Place in FORMATS. */
  readonly format: number;
}

function documentLinks({ $, baseUrl }: LoadedPage): DocumentLink[] {
  const links = new Map<string, DocumentLink>();
  for (const element of $('a[href]').toArray()) {
    const link = $(element);
    const url = addressOf(link.attr('href') ?? '', baseUrl);
    const names = [link.attr('title'), link.attr('download'), link.text()].map((name) => squeeze(name ?? ''));
    const format = url === null ? -1 : formatOf(url, names);
    if (url === null || format < 0) continue;
    const title =
      names.find((name) => readReportTitle(name).isReport) ?? names.find((name) => name !== '') ?? '';
    const key = canonicalAddress(url);
    if ((links.get(key)?.title ?? '') === '') links.set(key, { url, title, format });
  }
  return [...links.values()];
}

/** By the address (`….docx`, `downfile.jsp?…&filename=<hash>.doc`), else by the name that the link shows. */
function formatOf(url: string, names: readonly string[]): number {
  const { pathname, searchParams } = new URL(url);
  const files = [pathname, ...searchParams.values(), ...names];
  const ending = files.map((file) => /\.(\w{2,4})$/.exec(file.trim())?.[1]?.toLowerCase() ?? '');
  return FORMATS.findIndex((format) => ending.includes(format));
}

/** 年报.docx beside 年报.pdf is one report. */
function bestFormats(links: readonly DocumentLink[]): DocumentLink[] {
  const best = new Map<string, DocumentLink>();
  for (const link of links) {
    const name = link.title.replace(/\.\w{2,4}$/, '').replace(/[（(][^（()）]*[）)]$/, '');
    const held = best.get(name);
    if (held === undefined || link.format < held.format) best.set(name, link);
  }
  return [...best.values()];
}

/** Read best first. */
const FORMATS = ['docx', 'doc', 'wps', 'pdf'];
/** Documents that stand on every page of a site. */
const FORMS = /申请表|申请书|指南|目录|流程|解读|图解|通知/;
