import { boardPages } from './board-pages.js';
import { databaseSize } from './database-size.js';
import { docxFile } from './docx-file.js';
import { exportMemory } from './export-memory.js';
import { docxFilesToDatabase, htmlFilesToDatabase } from './files-to-database.js';
import { htmlPage } from './html-page.js';
import { loadEmbedded } from './load-embedded.js';
import { loadOnServer } from './load-on-server.js';
import type { Measurement } from './measurement.js';
import { peakMemory, peakMemoryOfMore } from './peak-memory.js';
import { docxWithControl, htmlWithControl } from './with-control.js';

/** All that is measured. The rounds of one group take turns, so that a slow minute of the machine hits all alike. */
export const MEASUREMENTS: readonly (readonly Measurement[])[] = [
  [htmlPage, docxFile],
  [htmlWithControl, docxWithControl],
  [htmlFilesToDatabase, docxFilesToDatabase],
  [loadOnServer],
  [databaseSize],
  [peakMemory, peakMemoryOfMore],
  exportMemory,
  boardPages,
  // Last: the embedded database stays in this process's memory.
  [loadEmbedded],
];
