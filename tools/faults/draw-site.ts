import { createHash } from 'node:crypto';
import type { UnitRecord } from '../../src/model/unit.js';
import type { Random } from '../generate/random.js';
import { shell } from '../sites/publisher-site.js';
import { DELAY_MS } from './limits.js';
import { makeReport, reportTitle } from './make-report.js';
import type { SiteKind, YearlyReport } from './site-kinds.js';
import type { WorldReport, WorldSite } from './world.js';

interface Place {
  readonly host: string;
  readonly id: string;
  /** Units that publish nothing yet; those of this site are taken out. */
  readonly free: UnitRecord[];
}

/** One site with its reports, some of them attached to their page, and a list that may change while it is read. */
export function drawSite(rng: Random, kind: SiteKind, { host, id, free }: Place): WorldSite {
  const units = free.splice(0, kind.byYear ? 1 : rng.between(2, 5));
  const years = kind.byYear ? [2021, 2022, 2023].slice(0, rng.between(1, 3)) : [2022];
  const documents = new Map<string, Buffer>();
  const made = years.flatMap((year) =>
    units.map((unit, place) => {
      const seed = rng.between(1, 1e9);
      const attached = !kind.byYear && rng.chance(0.15) ? `/files/${unit.unitId}.docx` : null;
      return { ...makePublished(unit, year, place, seed, attached, documents), unit, attached };
    }),
  );
  const options = { host, pageSize: rng.between(1, 3), others: rng.between(0, 2) };
  const make = kind.draw(rng);
  const siteWith = (some: typeof made) =>
    make(
      some.map(({ report }) => report),
      options,
    );
  const whole = siteWith(made);
  const versions = drawVersions(rng, made, kind).map(({ until, reports }) => ({
    until,
    site: siteWith(reports),
  }));
  const byTitle = new Map(made.map((one) => [one.report.title, one]));
  const reports = new Map(
    whole.reports.map(({ url, title, bytes }): [string, WorldReport] => {
      const { unit, report, attached } = byTitle.get(title)!;
      const document = attached === null ? bytes : documents.get(attached)!;
      const at = attached === null ? url : `http://${host}${attached}`;
      return [url, { unitId: unit.unitId, year: report.year, url: at, sha256: sha256(document) }];
    }),
  );
  const { entry } = whole;
  const source = {
    ...{ id, family: entry.family, url: entry.url, params: entry.params ?? {}, years: entry.years ?? null },
    unitId: kind.byYear ? units[0]!.unitId : null,
    unitIds: units.map(({ unitId }) => unitId),
    ...{ delayMs: DELAY_MS, maxPages: 50, verified: null },
    select: entry.select === undefined ? null : { ...NO_SELECTORS, ...entry.select },
  };
  return { source, versions, documents, reports };
}

/** The whole list, or one that changes at some request: a report comes on top, is gone for a while, or for good. */
function drawVersions<T>(rng: Random, made: readonly T[], { byYear }: SiteKind) {
  const version = (until: number, reports: readonly T[]) => ({ until, reports: [...reports] });
  const always = Number.POSITIVE_INFINITY;
  const at = rng.between(1, 6);
  if (byYear || made.length < 3 || rng.chance(0.6)) return [version(always, made)];
  const later = made.slice(1);
  return rng.pick([
    [version(at, later), version(always, made)],
    [version(at, made), version(at + rng.between(8, 12), later), version(always, made)],
    [version(at, made), version(always, later)],
  ]);
}

function makePublished(
  { name, unitId }: UnitRecord,
  year: number,
  place: number,
  seed: number,
  attached: string | null,
  documents: Map<string, Buffer>,
): { readonly report: YearlyReport; readonly unitId: string } {
  const date = `${year + 1}-01-${10 + place}`;
  const title = reportTitle(name, year);
  const bytes = makeReport({ name, year, publishedOn: date }, attached === null ? 'html' : 'docx', seed);
  if (attached !== null) documents.set(attached, bytes);
  const cover = shell(`<h1>${title}</h1><p>附件：<a href="${attached}">${title}.docx</a></p>`);
  return {
    unitId,
    report: { title, date, year, place, bytes: attached === null ? bytes : Buffer.from(cover) },
  };
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const NO_SELECTORS = { item: null, link: null, date: null, title: null, next: null };
