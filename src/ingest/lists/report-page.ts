import type { CheerioAPI } from 'cheerio';
import type { FetchResult } from '../http/http-client.js';
import type { ListedItem } from './list-family.js';
import type { LoadedPage } from './list-page.js';
import { readReportTitle } from './report-title.js';

/** The page as an entry of its own list, whatever it holds. `year`: the one its address names, or null. */
export function itemOfPage({ $ }: LoadedPage, fetched: FetchResult, year: number | null): ListedItem {
  const title = titleOf($);
  const listedOn =
    /^\d{4}-\d{2}-\d{2}/.exec($('meta[name="PubDate" i]').attr('content')?.trim() ?? '')?.[0] ?? null;
  const titleYear = readReportTitle(title).year;
  // Some sites ignore a year that they don't have and serve their newest report.
  const reportYear = year === null ? titleYear : titleYear === null || titleYear === year ? year : null;
  return { url: new URL(fetched.url).href, title, listedOn, reportYear, fetched };
}

/** The list page as a report, where it is one: a column page of 博达, list and article at one address (广河). */
export function reportOnListPage(page: LoadedPage, fetched: FetchResult): ListedItem | null {
  return standsAsReport(page.$) ? itemOfPage(page, fetched, null) : null;
}

/** Statutory tables, or the numbered headings of a report: no list, and no page around an attachment, has them. */
export function standsAsReport($: CheerioAPI): boolean {
  const inTables = squeezed($('td, th').text());
  if (TABLE_WORDS.some((words) => words.test(inTables))) return true;
  const text = textOf($);
  return NUMBERED_HEADINGS.filter((heading) => heading.test(text)).length >= 3;
}

/**
 * Whether anything that may be a report stands on a page that should be one.
 * A notice counts only where no report stands: 六 of many a report reads 暂无其他需要报告的事项.
 */
export function holdsReport($: CheerioAPI): boolean {
  const text = textOf($);
  if (SECTION_WORDS.filter((words) => words.test(text)).length >= 2) return true;
  if (NOTHING_HERE.test(text)) return false;
  return text.length >= SHORTEST_TEXT || $('body').find(ATTACHMENT).length > 0;
}

/** Whether a page without a report says that there is none, or says nothing at all: an error page does neither. */
export function saysNoReport($: CheerioAPI): boolean {
  const text = textOf($);
  return text === '' || NOTHING_HERE.test(text);
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

/** Without what is not shown; in one walk, as cheerio's own takes the square of the elements. */
function textOf($: CheerioAPI): string {
  const texts: string[] = [];
  const open: ReturnType<ReturnType<CheerioAPI['root']>['contents']>[number][] = $('body').toArray();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'text') texts.push(node.data);
    else if ('children' in node && !('name' in node && UNSHOWN.has(node.name)))
      for (let n = node.children.length - 1; n >= 0; n--) open.push(node.children[n]!);
  }
  return squeezed(texts.join(''));
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

const UNSHOWN: ReadonlySet<string> = new Set(['script', 'style', 'noscript']);
/** Labels of 表二 and 表三 of either form. */
const TABLE_WORDS = [/第二十条第?[（(]?[一五六八]/, /本年新收政府信息公开申请/, /结转下年度继续办理/];
const NUMBERED_HEADINGS = [
  /[一1][、.．][^。，]{0,8}(?:总体情况|概述)/,
  /[二三][、.．][^。，]{0,8}主动公开/,
  /[三四][、.．][^。，]{0,12}申请/,
  /[四五六][、.．][^。，]{0,12}(?:行政复议|行政诉讼)/,
  /[五六七][、.．][^。，]{0,12}存在的?(?:主要)?问题/,
];
/** The form of 2019 and after, then the one before it; of each at least two stand in any report. */
const SECTION_WORDS = [/总体情况|概述/, /主动公开/, /申请/, /行政复议|诉讼/, /存在(?:的)?(?:主要)?问题/];
const NOTHING_HERE =
  /暂无(?:相关|任何)?(?:信息|内容|数据|记录|年报|年度报告|报告)|没有(?:查询到|找到|任何)?(?:相关|符合)[^。]{0,8}(?:信息|内容|数据|记录|报告)/;
const ATTACHMENT = 'a[href*=".doc" i], a[href*=".pdf" i], a[href*=".wps" i]';
/** Characters; a page heading alone has fewer. */
const SHORTEST_TEXT = 30;
