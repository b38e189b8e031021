/**
 * source   来源   one list of reports on one site, or one report page, as a city office writes it down
 * family   站群   the software a site runs on; it decides how list pages are read
 * listing  列表项 one link on a list page that may be a report
 * capture  采集记录 that a URL served a document, since when, last seen when
 * due rule 时限规则 by which day units of a kind must have published, and why
 */
import type { UnitKind } from './unit.js';

export interface SourcesFile {
  readonly sources: readonly Source[];
  readonly due: readonly DueRule[];
  /** The report years that are expected of every unit, both ends included. */
  readonly expected: { readonly from: number; readonly to: number } | null;
  /** Units CSV, resolved against the sources file. */
  readonly units: string | null;
  /** Sites that this machine serves itself, on loopback: the bundled sample, and tests. */
  readonly localSites: readonly LocalSite[];
}

/** What a sources file says of all its hosts together. */
export type Reach = Omit<SourcesFile, 'sources' | 'due' | 'expected' | 'units'>;

export interface Source {
  readonly id: string;
  readonly family: string;
  /** First list page, or the report page with `{year}` where the address carries the report year. */
  readonly url: string;
  /** Every report of this source is of this unit; absent where the list mixes units. */
  readonly unitId: string | null;
  /** Units that the list is expected to hold, by their words in titles where one list mixes units. */
  readonly unitIds: readonly string[];
  /** For a family whose address carries the year. */
  readonly years: { readonly from: number; readonly to: number } | null;
  /** Milliseconds between two requests to the host. */
  readonly delayMs: number;
  /** At most so many list pages. */
  readonly maxPages: number;
  /** Milliseconds before a page that is held is looked at again; absent: on every run. */
  readonly recheckMs?: number;
}

export interface LocalSite {
  readonly host: string;
  /** Folder, resolved against the sources file. */
  readonly folder: string;
  /** Where something on this machine serves the site already, in place of the folder. */
  readonly port?: number;
}

export interface DueRule {
  readonly kinds: readonly UnitKind[];
  /** The rule of a place: only for this unit and those that stand below it; absent: everywhere. */
  readonly under?: string;
  readonly fromYear: number | null;
  readonly toYear: number | null;
  /** `MM-DD` of the year after the report year. */
  readonly date: string;
  /** 条例第四十九条, or the local notice. */
  readonly basis: string;
}

/** One link of a list page. */
export interface Listing {
  readonly url: string;
  readonly title: string;
  /** `YYYY-MM-DD` as printed beside the link. */
  readonly listedOn: string | null;
}
