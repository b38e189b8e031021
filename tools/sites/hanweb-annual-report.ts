import type { PublisherSite, ReportToPublish } from './publisher-site.js';
import { serveWith, shell } from './publisher-site.js';

/** Hanweb `xxgkAnnualReport.jsp`: the page is the report; a year that isn't there says so with 200. */
export function hanwebAnnualReportSite(
  reports: readonly (ReportToPublish & { readonly year: number })[],
  options: { readonly host?: string } = {},
): PublisherSite {
  const { host = 'publisher.example' } = options;
  const path = '/module/xxgk/xxgkAnnualReport.jsp';
  const byYear = new Map(reports.map((report) => [String(report.year), report]));
  const years = reports.map(({ year }) => year);
  return {
    host,
    handler: serveWith(host, (url) => {
      if (url.pathname !== path) return null;
      const report = byYear.get(url.searchParams.get('fbtime') ?? '');
      return { body: report?.bytes ?? shell('<p>暂无相关信息！</p>') };
    }),
    entry: {
      id: 'hanweb-annual-report',
      family: 'hanweb-annual-report',
      url: `http://${host}${path}?area=370784&fbtime={year}`,
      years: { from: Math.min(...years) - 1, to: Math.max(...years) + 1 },
    },
    reports: reports.map(({ year, title, date, bytes }) => ({
      url: `http://${host}${path}?area=370784&fbtime=${year}`,
      title,
      date,
      bytes,
    })),
  };
}
