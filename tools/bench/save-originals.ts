import { saveCaptures } from '../../src/store/collection/captures.js';
import type { Database } from '../../src/store/postgres/database.js';
import type { LoadableReports } from './loadable-reports.js';

/** Records the originals of reports as the jobs do. */
export async function saveOriginals(db: Database, { documents, captures }: LoadableReports): Promise<void> {
  const byHash = new Map(documents.map((document) => [document.sha256, document]));
  await saveCaptures(
    db,
    captures.map((capture) => ({ document: byHash.get(capture.documentSha256)!, capture })),
  );
}
