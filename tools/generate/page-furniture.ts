/** What two site families put around an article: head, navigation, dates and publisher. */
import { escapeHtml } from './escape-html.js';

export interface PageSite {
  readonly family: 'trs' | 'hanweb';
  /** 北塬县人民政府门户网站 */
  readonly siteName: string;
  readonly publisher: string;
  /** `YYYY-MM-DD` as the page gives it. */
  readonly publishedOn: string;
  /** As the page declares it; the bytes are the caller's. */
  readonly charset: 'utf-8' | 'gb2312';
  readonly navigation: readonly Link[];
  /** Links to the other years, above the article (Hanweb). */
  readonly years?: readonly Link[];
  /** Scripts and styles of the site, for pages that must have a certain size. */
  readonly headExtra?: string;
}

export interface Link {
  readonly href: string;
  readonly text: string;
}

/** Puts an article into its page. */
export function wrapPage(title: string, article: string, site: PageSite): string {
  return site.family === 'trs' ? trsPage(title, article, site) : hanwebPage(title, article, site);
}

/** A page of the site that is not a report: same furniture, a few plain paragraphs. */
export function plainPage(title: string, paragraphs: readonly string[], site: PageSite): string {
  return wrapPage(title, paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n'), site);
}

/** What a Hanweb site answers, with status 200, for a year that it holds no report of. */
export function emptyHanwebPage(site: PageSite): string {
  const years = `<div class="years">${(site.years ?? []).map(anchor).join(' ')}</div>`;
  const body = [navigation(site.navigation), years, '<div id="zoom"><p>暂无相关信息</p></div>'];
  return page('政府信息公开年报', [['ColumnName', '政府信息公开年报']], site, body);
}

function trsPage(title: string, article: string, site: PageSite): string {
  const metas = [
    ['SiteName', site.siteName],
    ['ColumnName', '政府信息公开年报'],
    ['ArticleTitle', title],
    ['PubDate', `${site.publishedOn} 09:30`],
    ['ContentSource', site.publisher],
  ];
  return page(title, metas, site, [
    navigation(site.navigation),
    '<div class="main">',
    `<table class="xxgk-head"><tbody><tr><th>发布机构</th><td>${escapeHtml(site.publisher)}</td>` +
      `<th>发布日期</th><td>${site.publishedOn}</td></tr></tbody></table>`,
    `<h1 class="title">${escapeHtml(title)}</h1>`,
    `<div class="info">发布日期：${site.publishedOn}　信息来源：${escapeHtml(site.publisher)}　浏览次数：<span id="hits"></span></div>`,
    `<div class="TRS_Editor">\n${article}\n</div>`,
    '</div>',
  ]);
}

function hanwebPage(title: string, article: string, site: PageSite): string {
  const years = (site.years ?? []).map(anchor).join(' ');
  return page(title, [['ColumnName', '政府信息公开年报']], site, [
    navigation(site.navigation),
    `<div class="years">${years}</div>`,
    '<div class="article">',
    `<h1>${escapeHtml(title)}</h1>`,
    `<p class="date">发布日期：${site.publishedOn}　来源：${escapeHtml(site.publisher)}</p>`,
    `<div id="zoom">\n${article}\n</div>`,
    '</div>',
  ]);
}

function page(title: string, metas: readonly string[][], site: PageSite, body: readonly string[]): string {
  return [
    '<!DOCTYPE html>',
    '<html lang="zh-CN"><head>',
    `<meta http-equiv="Content-Type" content="text/html; charset=${site.charset}">`,
    `<title>${escapeHtml(title)}</title>`,
    ...metas.map(([name, content]) => `<meta name="${name}" content="${escapeHtml(content!)}">`),
    ...(site.headExtra ? [site.headExtra] : []),
    '</head><body>',
    `<div class="header"><a href="/">${escapeHtml(site.siteName)}</a></div>`,
    ...body,
    `<div class="footer">主办：${escapeHtml(site.siteName)}</div>`,
    '</body></html>',
    '',
  ].join('\n');
}

function navigation(links: readonly Link[]): string {
  return `<ul class="nav">${links.map((link) => `<li>${anchor(link)}</li>`).join('\n')}</ul>`;
}

function anchor(link: Link): string {
  return `<a href="${escapeHtml(link.href)}" title="${escapeHtml(link.text)}">${escapeHtml(link.text)}</a>`;
}
