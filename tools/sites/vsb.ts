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

/** 博达: page 1 `nb.htm`, page 2 of 11 `nb/10.htm`, the last `nb/1.htm`; links of later pages relative to them. */
export function vsbSite(
  reports: readonly ReportToPublish[],
  options: SiteOptions & { readonly pager?: 'links' | 'script' } = {},
): PublisherSite {
  const { pageSize = 15, pager = 'links' } = options;
  const { host, entries, published, article } = publish(
    reports,
    options,
    (_, place) => `/info/1442/${9000 + place}.htm`,
  );
  const handler = serveWith(host, (url) => {
    const { count } = pageOf(entries, 1, pageSize);
    const found = /^\/zwgk\/nb(?:\/(\d+))?\.htm$/.exec(url.pathname);
    if (found === null) return article(url);
    const number = found[1] === undefined ? 1 : count - Number(found[1]) + 1;
    const { part } = pageOf(entries, number, pageSize);
    if (number < 1 || part.length === 0) return null;
    const up = number === 1 ? '' : '../';
    const links = part.map((entry) => listItem({ ...entry, path: `${up}..${entry.path}` }));
    return {
      body: shell(
        `<ul>${links.join('')}</ul>${pager === 'links' ? pagerOf(number, count) : `<span class="p_t">${number}/${count}</span>`}`,
      ),
    };
  });
  return {
    host,
    handler,
    entry: { id: 'vsb', family: 'vsb', url: `http://${host}/zwgk/nb.htm` },
    reports: published,
  };
}

function pagerOf(number: number, count: number): string {
  const folder = number === 1 ? 'nb/' : '';
  const next =
    number < count
      ? `<span class="p_next p_fun"><a href="${folder}${count - number}.htm">下页</a></span><span class="p_last p_fun"><a href="${folder}1.htm">尾页</a></span>`
      : '<span class="p_next_d p_fun_d">下页</span><span class="p_last_d p_fun_d">尾页</span>';
  return `<span class="p_pages"><span class="p_no_d">${number}</span>${next}</span><span class="p_t">${number}/${count}</span>`;
}
