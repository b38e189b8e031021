import { createHash } from 'node:crypto';
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

/** UCAP: `list.shtml`, `list_2.shtml` …; `createPageHTML` with the element first. */
export function ucapSite(
  reports: readonly ReportToPublish[],
  options: SiteOptions & { readonly prefix?: string } = {},
): PublisherSite {
  const { pageSize = 15, prefix = 'list' } = options;
  const { host, entries, published, article } = publish(reports, options, ({ title, date }) => {
    const hash = createHash('md5').update(title).digest('hex');
    return `/gknb/${date.slice(0, 7).replace('-', '')}/${hash}.shtml`;
  });
  const handler = serveWith(host, (url) => {
    const found = /^\/gknb\/(\w+?)(?:_(\d+))?\.shtml$/.exec(url.pathname);
    if (found?.[1] !== prefix) return article(url);
    const number = Number(found[2] ?? 1);
    const { part, count } = pageOf(entries, number, pageSize);
    if (part.length === 0) return null;
    const script = `createPageHTML('page_div',${count}, ${number},'${prefix}','shtml',${entries.length});`;
    return {
      body: shell(
        `<ul>${part.map(listItem).join('')}</ul><div id="page_div"></div><script>${script}</script>`,
      ),
    };
  });
  const entry = { id: 'ucap', family: 'ucap', url: `http://${host}/gknb/${prefix}.shtml` };
  return { host, handler, entry, reports: published };
}
