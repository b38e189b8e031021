import type { Random } from '../generate/random.js';
import { genericSite } from '../sites/generic.js';
import { gkmlptSite } from '../sites/gkmlpt.js';
import { hanwebAnnualReportSite } from '../sites/hanweb-annual-report.js';
import { hanwebColumnSite } from '../sites/hanweb-column.js';
import { hanwebSearchSite } from '../sites/hanweb-search.js';
import { jpaasSite } from '../sites/jpaas.js';
import { lonxinSite } from '../sites/lonxin.js';
import type { PublisherSite, ReportToPublish, SiteOptions } from '../sites/publisher-site.js';
import { trsSite } from '../sites/trs.js';
import { ucapSite } from '../sites/ucap.js';
import { vsbSite } from '../sites/vsb.js';

export type YearlyReport = ReportToPublish & { readonly year: number };
/** A site with these reports on its list now; made anew when the list changes. */
export type MakeSite = (reports: readonly YearlyReport[], options: SiteOptions) => PublisherSite;

export interface SiteKind {
  /** Kinds of one group have addresses in common, so they can't share a host. */
  readonly group: string;
  /** One unit, one address a year. */
  readonly byYear?: boolean;
  /** One of its quirks, drawn. */
  readonly draw: (rng: Random) => MakeSite;
}

export const SITE_KINDS: readonly SiteKind[] = [
  kind('trs', trsSite, [{ pager: 'createPageHTML' }, { pager: 'countPage' }]),
  kind('ucap', ucapSite, [{ prefix: 'list' }, { prefix: 'index' }]),
  kind('vsb', vsbSite, [{ pager: 'links' }, { pager: 'script' }]),
  kind('generic', genericSite, [{ pager: 'open' }, { pager: 'hidden' }, { select: true }]),
  kind('gkmlpt', gkmlptSite, [{}, { quirk: 'all-at-once' }, { quirk: 'no-total' }, { folder: '/town' }]),
  kind('lonxin', lonxinSite, [{ counted: true }, { counted: false }]),
  kind('jpaas', jpaasSite, [{ ownSize: true }, {}]),
  kind('hanweb', hanwebColumnSite, [{ form: 'A' }, { form: 'B' }, { record: 'tr' }]),
  kind('hanweb', hanwebSearchSite, [{}]),
  { group: 'yearly', byYear: true, draw: () => hanwebAnnualReportSite },
];

function kind<const More extends object>(
  group: string,
  make: (reports: readonly ReportToPublish[], options: SiteOptions & More) => PublisherSite,
  quirks: readonly More[],
): SiteKind {
  return {
    group,
    draw: (rng) => {
      const quirk = rng.pick(quirks);
      return (reports, options) => make(reports, { ...options, ...quirk });
    },
  };
}
