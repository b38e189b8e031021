import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type LocalFile, readLocalFile } from '../ingest/local-files.js';
import { MANIFEST_NAME, type ManifestEntry } from '../ingest/manifest-file.js';
import type { RunCounts } from '../model/loading.js';
import { sniff } from '../parse/sniff.js';
import { saveCapture, saveDocument } from '../store/captures.js';
import { addCounts, type JobContext, NO_COUNTS } from './context.js';
import { LOCAL_SOURCE, parsePending } from './parse-pending.js';

/** Loads local files as if they had been collected: archived, captured, then parsed and loaded like everything else. */
export async function loadFiles(
  context: JobContext,
  files: readonly LocalFile[],
  manifest: ReadonlyMap<string, ManifestEntry>,
  now: Date,
): Promise<RunCounts> {
  let counts = NO_COUNTS;
  for (const file of files) {
    if (!file.path.endsWith(MANIFEST_NAME))
      counts = addCounts(counts, await keepFile(context, file, manifest.get(file.path), now));
  }
  return addCounts(counts, await parsePending(context));
}

async function keepFile(
  { db, archive, report }: JobContext,
  { path, named }: LocalFile,
  entry: ManifestEntry | undefined,
  now: Date,
): Promise<RunCounts> {
  let bytes: Buffer;
  try {
    bytes = await readLocalFile(path);
  } catch (error) {
    report.warn(`${path}: can't be read: ${(error as Error).message}`);
    return { ...NO_COUNTS, found: 1, failed: 1 };
  }
  const mediaType = sniff(bytes);
  if (mediaType === 'unknown' && !named && bytes.length > 0) {
    report.warn(`${path}: passed over, not a web page, .docx, .doc, .pdf or text`);
    return NO_COUNTS;
  }
  const { sha256 } = await archive.put(bytes);
  await saveDocument(db, { sha256, mediaType, byteLength: bytes.length, servedType: null });
  const outcome = await saveCapture(db, {
    url: entry?.sourceUrl ?? pathToFileURL(resolve(path)).href,
    sourceId: LOCAL_SOURCE,
    unitId: entry?.unitId ?? null,
    documentSha256: sha256,
    listedTitle: null,
    listedOn: entry?.publishedOn ?? null,
    reportYear: entry?.reportYear ?? null,
    capturedAt: now,
    etag: null,
    lastModified: null,
  });
  return { ...NO_COUNTS, found: 1, fetched: outcome === 'unchanged' ? 0 : 1 };
}
