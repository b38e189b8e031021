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

/**
 * Hanweb jpaas: the list is asked for with what the page names in `queryData`. `ownSize`: it keeps to its own page
 * size, whatever is asked for.
 */
export function jpaasSite(
  reports: readonly ReportToPublish[],
  options: SiteOptions & { readonly ownSize?: boolean } = {},
): PublisherSite {
  const { host, entries, published, article } = publish(reports, options, ({ title }) => {
    return `/art/2023/art_${createHash('md5').update(title).digest('hex')}.html`;
  });
  const queryData =
    "{'parseType':'bulidstatic','webId':'52','tplSetId':'tpl1','pageType':'column','tagId':'信息列表','editType':'null','pageId':'1638'}";
  const navigation = queryData.replace('信息列表', '栏目导航');
  const handler = serveWith(host, (url) => {
    if (url.pathname === '/col/nb/index.html')
      return {
        body: shell(
          `<div queryData="${navigation}"></div><div queryData="${queryData}" url="/api-gateway/jpaas-publish-server/front/page/build/unit"></div>`,
        ),
      };
    if (url.pathname !== '/api-gateway/jpaas-publish-server/front/page/build/unit') return article(url);
    const asked = url.searchParams;
    if (asked.get('webId') !== '52' || asked.get('pageId') !== '1638' || asked.get('tagId') !== '信息列表')
      return { body: '{"success":false,"data":null}', type: 'application/json' };
    const paging = JSON.parse(asked.get('paramJson') ?? '{}') as { pageNo: number; pageSize: number };
    const { pageNo } = paging;
    const pageSize = options.ownSize ? (options.pageSize ?? 15) : paging.pageSize;
    const { part } = pageOf(entries, pageNo, pageSize);
    const html = `<ul>${part.map(listItem).join('')}</ul><div class="pagination" rows="${pageSize}" count="${entries.length}"><a href="?2">2</a></div>`;
    return { body: JSON.stringify({ success: true, data: { html } }), type: 'application/json' };
  });
  return {
    host,
    handler,
    entry: { id: 'jpaas', family: 'jpaas', url: `http://${host}/col/nb/index.html` },
    reports: published,
  };
}
