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

/** TRS WCM: `index.html`, `index_1.html` …; the count in one of the two scripts that are seen. */
export function trsSite(
  reports: readonly ReportToPublish[],
  options: SiteOptions & { readonly pager?: 'createPageHTML' | 'countPage' } = {},
): PublisherSite {
  const { pageSize = 15, pager = 'createPageHTML' } = options;
  const { host, entries, published, article } = publish(
    reports,
    options,
    ({ date }, place) =>
      `/nb/${date.slice(0, 7).replace('-', '')}/t${date.replaceAll('-', '')}_${1000 + place}.html`,
  );
  const handler = serveWith(host, (url) => {
    const found = /^\/nb\/(?:index(?:_(\d+))?\.html)?$/.exec(url.pathname);
    if (found === null) return article(url);
    const number = Number(found[1] ?? 0) + 1;
    const { part, count } = pageOf(entries, number, pageSize);
    if (part.length === 0) return null;
    const script =
      pager === 'createPageHTML'
        ? `//createPageHTML(${count}, ${number - 1}, "index", "html");`
        : `var currentPage = ${number - 1};//所在页从0开始\nvar countPage = ${count}//共多少页`;
    return { body: shell(`<ul>${part.map(listItem).join('')}</ul><script>${script}</script>`) };
  });
  return {
    host,
    handler,
    entry: { id: 'trs', family: 'trs', url: `http://${host}/nb/index.html` },
    reports: published,
  };
}
