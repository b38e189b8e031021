import type { Source } from '../../src/model/source.js';
import type { UnitRecord } from '../../src/model/unit.js';
import type { PublisherSite } from '../sites/publisher-site.js';
import type { Asked, FaultKind } from './fault-kinds.js';

/** How the collector is run: in this process, as a process that is killed, or as four processes. */
export type Mode = 'alone' | 'killed' | 'workers';

/** Everything that one run is about, drawn from its seed. */
export interface World {
  readonly seed: number;
  readonly mode: Mode;
  readonly units: readonly UnitRecord[];
  readonly hosts: readonly WorldHost[];
  /** Rounds with faults; one without follows. */
  readonly rounds: number;
  readonly maxRetryAfterMs: number;
  /** Requests of all hosts after which a process is killed, and milliseconds after that. */
  readonly kill: { readonly atRequest: number; readonly afterMs: number } | null;
}

export interface WorldHost {
  readonly host: string;
  readonly sites: readonly WorldSite[];
  readonly etags: boolean;
  /** In place of the charset of its pages; null tells the truth. */
  readonly charset: string | null;
  /** Of its robots.txt; null where it has none. */
  readonly crawlDelayMs: number | null;
  readonly faults: readonly Fault[];
}

/** From the n-th request of its kind to a host on, so many times. */
export interface Fault {
  readonly kind: FaultKind;
  readonly on: Asked;
  readonly from: number;
  readonly times: number;
}

export interface WorldSite {
  readonly source: Source;
  /** What the list is at first, and what it becomes, each for so many requests of list pages. */
  readonly versions: readonly ListVersion[];
  /** Documents that pages lead to, by path. */
  readonly documents: ReadonlyMap<string, Buffer>;
  /** Every report that is ever listed, by its page's address. */
  readonly reports: ReadonlyMap<string, WorldReport>;
}

export interface ListVersion {
  /** Requests of list pages on the host, before which this version holds. */
  readonly until: number;
  readonly site: PublisherSite;
}

export interface WorldReport {
  readonly unitId: string;
  readonly year: number;
  /** Of its document: the page's own, or that of what the page leads to. */
  readonly url: string;
  readonly sha256: string;
}
