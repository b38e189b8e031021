import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type LocalFile, readLocalFile } from '../ingest/local/local-files.js';
import { MANIFEST_NAME, type ManifestEntry } from '../ingest/registry/manifest-file.js';
import type { RunCounts } from '../model/loading.js';
import { sniff } from '../parse/readers/sniff.js';
import { type Original, saveCaptures } from '../store/collection/captures.js';
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
  const documents = files.filter(({ path }) => basename(path) !== MANIFEST_NAME);
  for (let start = 0; start < documents.length; start += FILES_AT_ONCE) {
    const some = documents.slice(start, start + FILES_AT_ONCE);
    const kept = await Promise.allSettled(
      some.map((file) => keepFile(context, file, manifest.get(file.path), now)),
    );
    const originals = kept.flatMap((k) =>
      k.status === 'fulfilled' && k.value !== 'failed' && k.value !== 'passed over' ? [k.value] : [],
    );
    const outcomes = await saveCaptures(context.db, originals);
    // What was archived before a disk ran full is recorded all the same.
    const broken = kept.find((k) => k.status === 'rejected');
    if (broken) throw broken.reason;
    const failed = kept.filter((k) => k.status === 'fulfilled' && k.value === 'failed').length;
    counts = addCounts(counts, {
      ...NO_COUNTS,
      found: originals.length + failed,
      fetched: outcomes.filter((outcome) => outcome !== 'unchanged').length,
      failed,
    });
  }
  return addCounts(counts, await parsePending(context));
}

/** Writing waits for the disk once a file: several wait together. */
const FILES_AT_ONCE = 32;

async function keepFile(
  { archive, report }: JobContext,
  file: LocalFile,
  entry: ManifestEntry | undefined,
  now: Date,
): Promise<Original | 'failed' | 'passed over'> {
  const { path, named, passedOver } = file;
  if (passedOver !== undefined) {
    report.warn(`${path}: passed over, ${passedOver}`);
    return 'passed over';
  }
  let bytes: Buffer;
  try {
    bytes = await readLocalFile(file);
  } catch (error) {
    report.warn(`${path}: ${(error as Error).message}`);
    return 'failed';
  }
  const mediaType = sniff(bytes);
  if (mediaType === 'unknown' && !named && bytes.length > 0) {
    report.warn(`${path}: passed over, not a web page, .docx, .doc, .pdf or text`);
    return 'passed over';
  }
  const { sha256 } = await archive.put(bytes);
  const document = { sha256, mediaType, byteLength: bytes.length, servedType: null };
  const capture = {
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
  };
  return { document, capture };
}
