import {
  listItem,
  type PublisherSite,
  pageOf,
  publish,
  type ReportToPublish,
  type SiteOptions,
  serveWith,
  shell,
} from './publisher-site.js';

/** A site of no known family: `?page=2`, with the pager in the open or hidden in base64 (Yunnan). */
export function genericSite(
  reports: readonly ReportToPublish[],
  options: SiteOptions & { readonly pager?: 'open' | 'hidden'; readonly select?: boolean } = {},
): PublisherSite {
  const { pageSize = 15, pager = 'open', select = false } = options;
  const { host, entries, published, article } = publish(
    reports,
    options,
    (_, place) => `/xxgk-show-${136188 + place}.html`,
  );
  const handler = serveWith(host, (url) => {
    if (url.pathname !== '/nb.php') return article(url);
    const number = Number(url.searchParams.get('page') ?? 1);
    const { part, count } = pageOf(entries, number, pageSize);
    const next =
      number < count ? `<a href="/nb.php?page=${number + 1}">下一页</a>` : '<a href="#">下一页</a>';
    const shown =
      pager === 'open'
        ? `<div class="pages">${next}</div>`
        : `<div id="pages">${Buffer.from(encodeURIComponent(next)).toString('base64')}</div><script>$('#pages').html(decodeURIComponent(window.atob($('#pages').text())))</script>`;
    return { body: shell(`<ul class="list">${part.map(listItem).join('')}</ul>${shown}`) };
  });
  const entry = {
    id: 'generic',
    family: 'generic',
    url: `http://${host}/nb.php`,
    ...(select ? { select: { item: 'ul.list li', date: 'span', next: '.pages' } } : {}),
  };
  return { host, handler, entry, reports: published };
}
