import {
  type PublisherSite,
  pageOf,
  publish,
  type ReportToPublish,
  type SiteOptions,
  serveWith,
} from './publisher-site.js';

/**
 * Guangdong gkmlpt: the tree of columns in `window._CONFIG`, lists as JSON, and articles whose text is escaped in a
 * script. `quirk`: `all-at-once` gives every row on page 1 and 404 beyond, `no-total` leaves the total out.
 */
export function gkmlptSite(
  reports: readonly ReportToPublish[],
  options: SiteOptions & { readonly quirk?: 'all-at-once' | 'no-total'; readonly folder?: string } = {},
): PublisherSite {
  const { pageSize = 20, quirk, folder = '' } = options;
  const { host, entries, published } = publish(
    reports,
    options,
    (_, place) => `${folder}/gkmlpt/content/0/963/post_${963000 + place}.html`,
  );
  const base = `http://${host}`;
  const pages = published.map((report) => ({
    ...report,
    bytes: Buffer.from(gkmlptArticle(report.title, report.date, report.bytes.toString())),
  }));
  const handler = serveWith(host, (url) => {
    if (url.pathname === `${folder}/gkmlpt/index`) return { body: indexPage(entries.length) };
    const found = new RegExp(`^${folder}/gkmlpt/api/all/(\\d+)$`).exec(url.pathname);
    if (found === null) {
      const page = pages.find((report) => report.url === url.href);
      return page === undefined ? null : { body: page.bytes };
    }
    if (found[1] !== '722' || url.searchParams.get('sid') !== '662021')
      return { body: '{"articles":[]}', type: 'application/json' };
    const number = Number(url.searchParams.get('page'));
    if (quirk === 'all-at-once' && number > 1) return null;
    const { part } = pageOf(entries, number, quirk === 'all-at-once' ? 100 : pageSize);
    const articles = part.map(({ path, title, date }, place) => ({
      id: place,
      title,
      url: base + path,
      post_url: base + path,
      created_at: '2026-06-18 16:25:04',
      display_publish_time: Date.parse(`${date}T00:30:00+08:00`) / 1000,
      attachment: [],
    }));
    const total =
      quirk === undefined ? { total: entries.length, classify: { post_count: entries.length } } : {};
    return { body: JSON.stringify({ ...total, articles }), type: 'application/json' };
  });
  const entry = { id: 'gkmlpt', family: 'gkmlpt', url: `${base}${folder}/gkmlpt/index` };
  return { host, handler, entry, reports: pages };
}

function indexPage(count: number): string {
  const tree = [
    { id: 700, name: '机构职能', post_count: 3, children: [], jump_url: '' },
    {
      id: 720,
      name: '政府信息公开',
      post_count: 0,
      jump_url: '',
      children: [
        {
          id: 721,
          name: '政府信息公开年报',
          post_count: 0,
          jump_url: '',
          children: [{ id: 722, name: '本级 [1]', post_count: count, children: [], jump_url: '' }],
        },
      ],
    },
  ];
  return `<html><head><meta charset="utf-8"></head><body><div id="app"></div><script>window._CONFIG = { SID: '662021', TREE: ${JSON.stringify(tree)}, SERVICE_AREA_ID: 1 };</script></body></html>`;
}

/** A page as the platform serves it: the article stands in a script, its tags escaped. */
export function gkmlptArticle(title: string, date: string, content: string): string {
  const detail = JSON.stringify({ title, content, display_publish_time: `${date} 09:00:00` }).replace(
    /[<>&]/g,
    (sign) => `\\u00${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body><div id="app"></div>
<script>window._CONFIG = { SID: '662021', DETAIL: ${detail}, POST_ID: 1 };</script><script src="/app.js"></script></body></html>`;
}
