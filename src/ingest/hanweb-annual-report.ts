import type { CheerioAPI } from 'cheerio';
import { FetchError } from './fetch-error.js';
import type { FetchResult } from './http-client.js';
import type { FetchPage, ListedItem, ListFamily } from './list-family.js';
import { loadListPage } from './list-page.js';
import { readReportTitle } from './report-title.js';

/**
 * Hanweb jcms: `xxgkAnnualReport.jsp?area=<code>&fbtime=<year>` is the report itself, one page a year.
 * A year without a report answers 404, or 200 with a notice or next to nothing: then it has no item.
 */
export const listHanwebAnnualReports: ListFamily = async function* (source, fetch) {
  if (source.years === null) throw new TypeError(`source ${source.id}: expected years, got none`);
  for (let year = source.years.from; year <= source.years.to; year++) {
    const url = source.url.replaceAll('{year}', String(year));
    const fetched = await fetchYear(url, fetch);
    if (fetched === null) continue;
    const item = readReportPage(fetched, year);
    yield { url, fetched, items: item === null ? [] : [item], otherItems: 0, pagesLeft: 0 };
  }
};

async function fetchYear(url: string, fetch: FetchPage): Promise<FetchResult | null> {
  try {
    return await fetch(url);
  } catch (error) {
    if (error instanceof FetchError && (error.status === 404 || error.status === 410)) return null;
    throw error;
  }
}

function readReportPage(fetched: FetchResult, year: number): ListedItem | null {
  const { $ } = loadListPage(fetched);
  const title = titleOf($);
  const listedOn =
    /^\d{4}-\d{2}-\d{2}/.exec($('meta[name="PubDate" i]').attr('content')?.trim() ?? '')?.[0] ?? null;
  if (!holdsReport($)) return null;
  // Some sites ignore a year that they don't have and serve their newest report.
  const titleYear = readReportTitle(title).year;
  const reportYear = titleYear === null || titleYear === year ? year : null;
  return { url: new URL(fetched.url).href, title, listedOn, reportYear, fetched };
}

function titleOf($: CheerioAPI): string {
  const meta = $('meta[name="ArticleTitle" i]').attr('content') ?? '';
  const candidates = [meta, ...texts($, 'h1, h2, h3, .title, #title'), ...texts($, 'title')]
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
  return candidates.find((text) => readReportTitle(text).isReport) ?? candidates[0] ?? '';
}

function texts($: CheerioAPI, selector: string): string[] {
  return $(selector)
    .toArray()
    .map((element) => $(element).text());
}

/** A notice counts only where no report stands: 六 of many a report reads 暂无其他需要报告的事项. */
function holdsReport($: CheerioAPI): boolean {
  const body = $('body').clone();
  body.find('script, style, noscript').remove();
  const text = body.text().replace(/\s+/g, '');
  if (SECTION_WORDS.filter((words) => words.test(text)).length >= 2) return true;
  if (NOTHING_HERE.test(text)) return false;
  return text.length >= SHORTEST_TEXT || body.find(ATTACHMENT).length > 0;
}

/** The form of 2019 and after, then the one before it; of each at least two stand in any report. */
const SECTION_WORDS = [/总体情况|概述/, /主动公开/, /申请/, /行政复议|诉讼/, /存在(?:的)?(?:主要)?问题/];
const NOTHING_HERE =
  /暂无(?:相关|任何)?(?:信息|内容|数据|记录|年报|年度报告|报告)|没有(?:查询到|找到|任何)?(?:相关|符合)[^。]{0,8}(?:信息|内容|数据|记录|报告)/;
const ATTACHMENT = 'a[href*=".doc" i], a[href*=".pdf" i], a[href*=".wps" i]';
/** Characters; a page heading alone has fewer. */
const SHORTEST_TEXT = 30;
