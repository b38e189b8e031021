import { saveCapture, saveDocument } from '../../src/store/captures.js';
import type { Database } from '../../src/store/database.js';
import type { LoadableReports } from './loadable-reports.js';

/** Records the originals of reports as the jobs do. */
export async function saveOriginals(db: Database, { documents, captures }: LoadableReports): Promise<void> {
  for (const document of documents) await saveDocument(db, document);
  for (const capture of captures) await saveCapture(db, capture);
}
