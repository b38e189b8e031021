import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '../../src/ingest/archive.js';
import type { Database } from '../../src/store/postgres/database.js';
import type { World, WorldReport } from './world.js';

export interface HeldReports {
  readonly published: number;
  readonly held: number;
  readonly lost: readonly string[];
  readonly duplicated: readonly string[];
  /** Readings of bytes that were no whole report, kept as versions beside the report. */
  readonly fragments: number;
}

/** What the sites list in the end, and whether it is in the archive and the database, whole and once. */
export async function judgeHeld(
  world: World,
  { db, archive, dataFolder }: { db: Database; archive: Archive; dataFolder: string },
  everHeld: ReadonlySet<string>,
): Promise<HeldReports> {
  const published = publishedReports(world);
  const { captures, reports, versions } = await readStored(db);
  const lost: string[] = [];
  const duplicated: string[] = [];
  for (const { url, sha256, unitId, year } of published) {
    const name = `${unitId} ${year} ${url}`;
    const current = reports.filter((row) => row.unit_id === unitId && row.report_year === year);
    const own = captures.filter((row) => row.document_sha256 === sha256);
    if (!own.some((row) => row.url === url)) lost.push(`${name}: not captured`);
    else if (!(await isWhole(archive, sha256))) lost.push(`${name}: not in the archive`);
    else if (current.length === 0) lost.push(`${name}: no report of that unit and year`);
    else if (!current.some((row) => row.document_sha256 === sha256))
      lost.push(`${name}: another document stands for it (${current[0]!.document_sha256.slice(0, 8)})`);
    if (own.length > 1) duplicated.push(`${name}: captured at ${own.map((row) => row.url).join(', ')}`);
    if (current.length > 1) duplicated.push(`${name}: ${current.length} current reports`);
  }
  const held = published.length - lost.length;
  for (const key of everHeld) {
    const [url, sha256] = key.split(' ') as [string, string];
    const stays = captures.some((row) => row.url === url && row.document_sha256 === sha256);
    if (!stays || !(await isWhole(archive, sha256))) lost.push(`${key}: was held and is gone`);
  }
  duplicated.push(...strayFiles(dataFolder));
  const right = new Set(allReports(world).map(({ sha256 }) => sha256));
  const fragments = versions.filter((row) => !right.has(row.document_sha256)).length;
  return { published: published.length, held, lost, duplicated, fragments };
}

/** Whole reports that are held now, as `address hash`. */
export async function wholeReports(world: World, db: Database): Promise<string[]> {
  const right = new Set(allReports(world).map(({ url, sha256 }) => `${url} ${sha256}`));
  const captures = await ask<CaptureRow>(db, CAPTURES);
  return captures.map((row) => `${row.url} ${row.document_sha256}`).filter((key) => right.has(key));
}

function publishedReports({ hosts }: World): WorldReport[] {
  return hosts.flatMap(({ sites }) =>
    sites.flatMap(({ versions, reports }) =>
      versions.at(-1)!.site.reports.map(({ url }) => reports.get(url)!),
    ),
  );
}

function allReports({ hosts }: World): WorldReport[] {
  return hosts.flatMap(({ sites }) => sites.flatMap(({ reports }) => [...reports.values()]));
}

async function readStored(db: Database) {
  return {
    captures: await ask<CaptureRow>(db, CAPTURES),
    reports: await ask<ReportRow>(db, 'select unit_id, report_year, document_sha256 from mart.report'),
    versions: await ask<ReportRow>(
      db,
      'select unit_id, report_year, document_sha256 from core.report where template is not null',
    ),
  };
}

async function ask<T>(db: Database, query: string): Promise<readonly T[]> {
  const client = await db.pool.connect();
  try {
    return (await client.query<T>(query)).rows;
  } finally {
    client.release();
  }
}

interface CaptureRow {
  readonly url: string;
  readonly document_sha256: string;
}

interface ReportRow {
  readonly unit_id: string;
  readonly report_year: number;
  readonly document_sha256: string;
}

async function isWhole(archive: Archive, sha256: string): Promise<boolean> {
  return archive.get(sha256).then(
    () => true,
    () => false,
  );
}

/** Files of the archive that don't have the name of their bytes: the same bytes would be there twice. */
function strayFiles(dataFolder: string): string[] {
  const root = join(dataFolder, 'archive', 'sha256');
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return files
    .filter((file) => {
      const bytes = readFileSync(join(file.parentPath, file.name));
      return createHash('sha256').update(bytes).digest('hex') !== file.name;
    })
    .map((file) => `${file.name} in the archive: not the name of its bytes`);
}

const CAPTURES = 'select url, document_sha256 from raw.capture';
