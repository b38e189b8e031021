import { fileURLToPath } from 'node:url';
import { ArchiveError } from '../ingest/archive-error.js';
import type { Extraction } from '../model/extraction.js';
import type { LoadableReport, RefusedDocument, RunCounts } from '../model/loading.js';
import type { UnitRecord } from '../model/unit.js';
import { ReadError } from '../parse/readers/read-error.js';
import { type PendingDocument, pendingDocuments } from '../store/collection/pending-documents.js';
import { saveRefusals } from '../store/collection/refusals.js';
import { saveReports } from '../store/reports/save-reports.js';
import { listUnits, saveUnits } from '../store/units/units.js';
import { assignUnit } from './assign-unit.js';
import { type JobContext, NO_COUNTS } from './context.js';
import { type ControlChoice, controlFor, DEFAULT_CONTROL } from './control-choice.js';
import { readArchived } from './convert-document.js';
import { PARSER_VERSION } from './read-document.js';
import { unlistedUnit } from './unlisted-unit.js';

export interface ParseChoice {
  readonly control?: ControlChoice;
  /** Of the document's hash. */
  readonly prefix?: string;
}

/** Captures of local files: their units need not be registered first. */
export const LOCAL_SOURCE = 'local';

/**
 * Reads every document that the current parser version has not read, and loads it: a report whole, or a refusal with
 * its reason. A document whose bytes can't be had stays pending, so that nothing is lost. `control` says which of the
 * documents that were loaded before are read by both readers; new ones always are. With `prefix`, only the documents
 * whose hash begins so: several processes share the work by it.
 */
export async function parsePending(
  context: JobContext,
  { control = DEFAULT_CONTROL, prefix = '' }: ParseChoice = {},
): Promise<RunCounts> {
  const batch = new Batch(context, await listUnits(context.db), control);
  let done = 0;
  for (;;) {
    // What stays pending (its bytes can't be had) comes again with each page; it is tried once a run.
    const limit = PAGE_DOCUMENTS + batch.tried.size;
    const page = (await pendingDocuments(context.db, PARSER_VERSION, { limit, prefix })).filter(
      ({ sha256, unitId }) => !batch.tried.has(`${sha256} ${unitId}`),
    );
    if (page.length === 0) return batch.counts;
    for (const document of page) {
      batch.tried.add(`${document.sha256} ${document.unitId}`);
      if (await batch.add(document)) batch.tried.delete(`${document.sha256} ${document.unitId}`);
      done += 1;
      context.report.progress(`parse: ${done} documents`);
    }
    await batch.flush();
  }
}

class Batch {
  counts = NO_COUNTS;
  /** Documents of this run that are not dealt with. */
  readonly tried = new Set<string>();
  #reports: LoadableReport[] = [];
  #refusals: RefusedDocument[] = [];

  constructor(
    private readonly context: JobContext,
    private units: readonly UnitRecord[],
    private readonly control: ControlChoice,
  ) {}

  /** True when the document leaves the work to do with the next flush. */
  async add(document: PendingDocument): Promise<boolean> {
    const extraction = await this.#read(document);
    if (extraction === null) return false;
    if (extraction !== 'refused') await this.#assign(document, extraction);
    if (this.#reports.length + this.#refusals.length >= BATCH_DOCUMENTS) await this.flush();
    return true;
  }

  async flush(): Promise<void> {
    const { db, report } = this.context;
    const [reports, refusals] = [this.#reports, this.#refusals];
    this.#reports = [];
    this.#refusals = [];
    if (refusals.length > 0) await saveRefusals(db, refusals);
    if (reports.length === 0) return;
    const { added, changed, failed } = await saveReports(db, reports);
    for (const { report: unsaved, message } of failed)
      report.warn(`${unsaved.documentSha256}: not stored: ${message}`);
    this.#count({ loaded: added + changed, failed: failed.length });
  }

  async #read(document: PendingDocument): Promise<Extraction | 'refused' | null> {
    const { sha256, servedType, url } = document;
    try {
      const copies = { ...this.context, renewsCopies: true };
      const extraction = await readArchived(
        copies,
        { sha256, servedType },
        controlFor(document, this.control),
      );
      this.#count({ parsed: 1 });
      return extraction;
    } catch (error) {
      if (error instanceof ReadError) {
        this.#refuse({ sha256, url }, error.code, error.message);
        return 'refused';
      }
      if (!(error instanceof ArchiveError)) throw error;
      this.context.report.warn(error.message);
      this.#count({ failed: 1 });
      return null;
    }
  }

  async #assign(document: PendingDocument, extraction: Extraction): Promise<void> {
    let assigned = assignUnit(extraction, document, this.units);
    const named = extraction.identity.unit;
    if (
      'refusal' in assigned &&
      assigned.refusal.code === 'load/unit-unknown' &&
      this.#mayAddUnit(document, named)
    ) {
      const unit = unlistedUnit(named!);
      await saveUnits(this.context.db, [unit], { retries: false });
      this.units = [...this.units.filter(({ unitId }) => unitId !== unit.unitId), unit];
      assigned = assignUnit(extraction, { ...document, unitId: unit.unitId }, this.units);
    }
    if ('refusal' in assigned) {
      this.#refuse(document, assigned.refusal.code, assigned.refusal.message);
      return;
    }
    const { unitId, reportYear, findings } = assigned;
    this.#reports.push({
      unitId,
      reportYear,
      documentSha256: document.sha256,
      parserVersion: PARSER_VERSION,
      extraction: { ...extraction, findings: [...extraction.findings, ...findings] },
    });
  }

  /** Not where the registry has several units of that name: which one it is, only a person can say. */
  #mayAddUnit(document: PendingDocument, named: string | null): boolean {
    return (
      document.sourceId === LOCAL_SOURCE && named !== null && !this.units.some(({ name }) => name === named)
    );
  }

  #refuse({ sha256, url }: { sha256: string; url: string }, code: string, message: string): void {
    this.#refusals.push({ documentSha256: sha256, parserVersion: PARSER_VERSION, code, message });
    this.context.report.warn(`${nameOf(url)}: ${message} [${code}]`);
    this.#count({ failed: 1 });
  }

  #count(more: Partial<RunCounts>): void {
    const { parsed = 0, loaded = 0, failed = 0 } = more;
    const { counts } = this;
    this.counts = {
      ...counts,
      parsed: counts.parsed + parsed,
      loaded: counts.loaded + loaded,
      failed: counts.failed + failed,
    };
  }
}

/** A local file by its path: an address writes Chinese names as %E5%…, which nobody can read. */
function nameOf(url: string): string {
  return url.startsWith('file:') ? fileURLToPath(url) : url;
}

const PAGE_DOCUMENTS = 2000;

/** Enough for COPY to pay, little enough to lose nothing much when killed. */
const BATCH_DOCUMENTS = 200;
