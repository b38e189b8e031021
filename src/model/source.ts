/**
 * source   来源   one list of reports on one site, or one report page, as a city office writes it down
 * family   站群   the software a site runs on; it decides how list pages are read
 * listing  列表项 one link on a list page that may be a report
 * capture  采集记录 that a URL served a document, since when, last seen when
 * due rule 时限规则 by which day units of a kind must have published, and why
 */
import type { Severity } from './finding.js';
import type { UnitKind } from './unit.js';

export interface SourcesFile {
  readonly sources: readonly Source[];
  readonly due: readonly DueRule[];
  /** The report years that are expected of every unit, both ends included. */
  readonly expected: { readonly from: number; readonly to: number } | null;
  /** Units CSV, resolved against the sources file. */
  readonly units: string | null;
  /** Check id → how the office weighs it; null where the file says nothing of checks. */
  readonly checks?: Readonly<Record<string, CheckSetting>> | null;
  /** What a local notice or catalogue says; null where the file says nothing of it. */
  readonly localRules?: LocalRules | null;
  /** Sites that this machine serves itself, on loopback: the bundled sample, and tests. */
  readonly localSites: readonly LocalSite[];
  /** Where the collector may go besides `*.gov.cn`; absent where nothing is stated. */
  readonly network?: NetworkRules;
}

/** What a sources file says of all its hosts together. */
export type Reach = Omit<SourcesFile, 'sources' | 'due' | 'expected' | 'units' | 'checks' | 'localRules'>;

/** What only the place itself can say, for the checks that ask it. */
export interface LocalRules {
  /** Report year → words of that year's 政务公开工作要点, of which a report should mention one. */
  readonly keyWork: Readonly<Record<string, readonly string[]>>;
  /** Kind of unit → decisions that it has no power to make. */
  readonly withoutPower: Readonly<Partial<Record<UnitKind, readonly DecisionKind[]>>>;
}

export const DECISION_KINDS = ['licensing', 'penalty', 'coercion'] as const;

/** 行政许可, 行政处罚, 行政强制. */
export type DecisionKind = (typeof DECISION_KINDS)[number];

export type CheckSetting = Severity | 'off';

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
  /** What the family's requests need beyond the address, such as columnid and unitid. */
  readonly params: Readonly<Record<string, string>>;
  /** For the family `generic`: where entries stand; null for the others. */
  readonly select: Selectors | null;
  /** `YYYY-MM-DD` on which `nianbao sources probe` last listed reports with this entry; null for never. */
  readonly verified: string | null;
  /** What is stated of its requests besides; absent where nothing is. */
  readonly fetchRules?: FetchRules;
  /** Milliseconds before a page that is held is looked at again; absent: on every run. */
  readonly recheckMs?: number;
}

/** CSS selectors; null where the page is read without one. */
export interface Selectors {
  /** An entry of the list, in which the others are looked for. */
  readonly item: string | null;
  readonly link: string | null;
  readonly date: string | null;
  readonly title: string | null;
  /** The link to the next page, or an element around it. */
  readonly next: string | null;
}

/** What holds for the requests of one source; what is absent is as the client has it. */
export interface FetchRules {
  /** Why robots.txt isn't asked for; it is obeyed where no reason is stated. */
  readonly robotsOff?: string;
  /** No request then. */
  readonly quietHours?: QuietHours;
  /** Milliseconds for one answer, body included. */
  readonly timeoutMs?: number;
  /** Decoded bytes of one answer. */
  readonly maxBytes?: number;
}

/** A time of day in Asia/Shanghai, in minutes after midnight; `from` after `to` runs over midnight. */
export interface QuietHours {
  readonly text: string;
  readonly fromMinute: number;
  readonly toMinute: number;
}

export interface NetworkRules {
  readonly allowedHosts: readonly AllowedHost[];
  /** Host name → port on 127.0.0.1 where a server on this machine answers for it, without TLS. */
  readonly loopback: Readonly<Record<string, number>>;
}

export interface AllowedHost {
  /** A name, or `*.example.cn` for all names under one. */
  readonly host: string;
  readonly ports: readonly number[];
  readonly tls: TlsMode;
  /** Why it is allowed or its TLS is an exception. */
  readonly reason: string | null;
}

/** `legacy`: TLS 1.0 and weak keys too, certificate checked. `insecure`: not even that; told with every answer. */
export type TlsMode = 'verified' | 'legacy' | 'insecure';

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
