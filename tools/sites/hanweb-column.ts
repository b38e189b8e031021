import {
  type ListEntry,
  listItem,
  type PublisherSite,
  publish,
  type ReportToPublish,
  type SiteOptions,
  serveWith,
  shell,
} from './publisher-site.js';

const PROXY = '/module/web/jpage/dataproxy.jsp';

/**
 * Hanweb col/art: the first group stands in the page as XML, the others come from `dataproxy.jsp`.
 * Form A asks by POST for records, three pages at once; form B follows `nextgroup`.
 */
export function hanwebColumnSite(
  reports: readonly ReportToPublish[],
  options: SiteOptions & { readonly form?: 'A' | 'B'; readonly record?: 'li' | 'tr' } = {},
): PublisherSite {
  const { pageSize = 15, form = 'A', record = 'li' } = options;
  const { host, entries, published, article } = publish(
    reports,
    options,
    ({ date }, place) => `/art/${date.split('-').map(Number).join('/')}/art_282_${place + 1}.html`,
  );
  const group = 3 * pageSize;
  const print = record === 'li' ? listItem : rowOf;
  const store = (from: number, to: number, nextPage: number | null) => {
    const next =
      nextPage === null
        ? ''
        : `${PROXY}?page=${nextPage}&amp;appid=1&amp;webid=3&amp;path=/&amp;columnid=282&amp;unitid=423656&amp;permissiontype=0`;
    const records = entries
      .slice(from - 1, to)
      .map((entry) => `<record><![CDATA[${print(entry)}]]></record>`);
    const head =
      form === 'A'
        ? `<totalrecord>${entries.length}</totalrecord>`
        : `<nextgroup><![CDATA[<a href="${next}"></a>]]></nextgroup>`;
    return `<datastore>${head}<recordset>${records.join('\n')}</recordset></datastore>`;
  };
  const following = (page: number) => ((page + 1) * group < entries.length ? page + 1 : null);
  const handler = serveWith(host, (url, posted) => {
    if (url.pathname === '/col/col282/index.html') {
      const first = `<script type="text/xml">${store(1, group, entries.length > group ? 1 : null)}</script>`;
      return { body: shell(`<div id="423656">${first}</div><script>${script(pageSize)}</script>`) };
    }
    if (url.pathname !== PROXY) return article(url);
    if (form === 'B') {
      const page = Number(url.searchParams.get('page'));
      if (url.searchParams.get('unitid') !== '423656')
        return { body: '<datastore></datastore>', type: 'text/xml' };
      return { body: store(page * group + 1, (page + 1) * group, following(page)), type: 'text/xml' };
    }
    if (
      posted?.get('unitid') !== '423656' ||
      posted.get('columnid') !== '282' ||
      posted.get('webname') !== '某市'
    )
      return { body: '<datastore></datastore>', type: 'text/xml' };
    const [from, to] = ['startrecord', 'endrecord'].map((key) => Number(url.searchParams.get(key)));
    return { body: store(from!, to!, null), type: 'text/xml' };
  });
  const entry = { id: 'hanweb-column', family: 'hanweb-column', url: `http://${host}/col/col282/index.html` };
  return { host, handler, entry, reports: published };
}

function script(pageSize: number): string {
  return `$('#423656').jpage({ dataStore: ds, proxyUrl: '${PROXY}', perPage: ${pageSize},
  ajaxParam: { col: 1, appid: 1, webid: 3, path: '/', columnid: 282, sourceContentType: 1, unitid: '423656', webname: '某市', permissiontype: 0 } });`;
}

function rowOf({ path, title, date }: ListEntry): string {
  return `<tr><td><a href="${path}" title="${title}">${title}</a></td><td>${date}</td></tr>`;
}
