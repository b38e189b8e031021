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

/** 龙讯 (Anhui): the list is a label; the page names it in a script, with or without the page count. */
export function lonxinSite(
  reports: readonly ReportToPublish[],
  options: SiteOptions & { readonly counted?: boolean } = {},
): PublisherSite {
  const { pageSize = 15, counted = true } = options;
  const { host, entries, published, article } = publish(
    reports,
    options,
    (_, place) => `/XxgkAnnualReport/show/${5000 + place}.html`,
  );
  const label = `/site/label/8888?IsAjax=1&dataType=html&labelName=publicInfoList&siteId=6786551&pageSize=${pageSize}&pageIndex=1&action=list&organId=6596221&type=4&catId=7065111&result=暂无相关信息`;
  const handler = serveWith(host, (url) => {
    const { count } = pageOf(entries, 1, pageSize);
    if (url.pathname === '/public/column/21981') {
      const paging = counted ? `pageCount:${count},` : '';
      return {
        body: shell(
          `<div id="list"></div><script>Ls.pagination("#page",{${paging}url:"${label}"});</script>`,
        ),
      };
    }
    if (url.pathname !== '/site/label/8888') return article(url);
    if (url.searchParams.get('catId') !== '7065111') return { body: '暂无相关信息' };
    const { part } = pageOf(entries, Number(url.searchParams.get('pageIndex')), pageSize);
    return { body: part.length === 0 ? '<p>暂无相关信息</p>' : `<ul>${part.map(listItem).join('')}</ul>` };
  });
  const entry = { id: 'lonxin', family: 'lonxin', url: `http://${host}/public/column/21981` };
  return { host, handler, entry, reports: published };
}
