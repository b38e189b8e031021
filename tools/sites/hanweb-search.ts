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

/** Hanweb `search.jsp`: POST, all columns of a unit mixed; others stand in column 99, reports in 282. */
export function hanwebSearchSite(
  reports: readonly ReportToPublish[],
  options: SiteOptions = {},
): PublisherSite {
  const { pageSize = 15 } = options;
  const { host, entries, published, article } = publish(
    reports,
    options,
    ({ bytes }, place) =>
      `/art/2024/1/${(place % 28) + 1}/art_${bytes.length > 0 ? 282 : 99}_${place + 1}.html`,
  );
  const handler = serveWith(host, (url, form) => {
    if (url.pathname !== '/module/xxgk/search.jsp') return article(url);
    if (form?.get('area') !== '370784') return { body: shell('<p>共0页</p>') };
    const { part, count } = pageOf(entries, Number(form.get('currpage')), pageSize);
    return { body: `<ul>${part.map(listItem).join('')}</ul><div>共<b>${count}</b>页</div>` };
  });
  const entry = {
    id: 'hanweb-search',
    family: 'hanweb-search',
    url: `http://${host}/module/xxgk/search.jsp`,
    params: { area: '370784', column: '282' },
  };
  return { host, handler, entry, reports: published };
}
