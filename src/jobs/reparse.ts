import { ArchiveError } from '../ingest/archive-error.js';
import type { Extraction, Figure } from '../model/extraction.js';
import type { RunCounts } from '../model/loading.js';
import { ReadError } from '../parse/readers/read-error.js';
import { archivedDocuments } from '../store/collection/archived-documents.js';
import { forgetReadings } from '../store/reports/forget-readings.js';
import { type StoredReport, storedReports } from '../store/reports/stored-reports.js';
import {
  claimsDiffer,
  compareFigures,
  describeDifference,
  type FigureDifference,
  sectionsDiffer,
} from './compare-figures.js';
import type { JobContext } from './context.js';
import { type ControlChoice, controlFor, DEFAULT_CONTROL } from './control-choice.js';
import { readArchived } from './convert-document.js';
import { parsePending } from './parse-pending.js';

/** What reading the archive with the current code would change. */
export interface ReparseDifferences {
  readonly documents: number;
  readonly reports: number;
  readonly unchanged: number;
  /** Figures that would change, by form table, by site, by cell. */
  readonly byForm: ReadonlyMap<string, number>;
  readonly bySite: ReadonlyMap<string, number>;
  readonly byCell: ReadonlyMap<string, number>;
  /** The first differences, in words. */
  readonly examples: readonly string[];
}

/** Reads every stored report again and says what differs; nothing is changed. */
export async function diffArchive(
  context: JobContext,
  control: ControlChoice = DEFAULT_CONTROL,
): Promise<ReparseDifferences> {
  const { db, report } = context;
  const tally = new Tally();
  for await (const stored of storedReports(db)) {
    tally.add(stored, await readAgain(context, stored, control));
    report.progress(
      `reparse: ${tally.reports} reports read again, ${tally.examples.length} examples of change`,
    );
  }
  let documents = 0;
  for await (const _ of archivedDocuments(db)) documents += 1;
  return { ...tally.result(), documents };
}

/** Makes every document work to do again, and does it: refusals too may become reports. */
export async function reparseArchive(
  context: JobContext,
  control: ControlChoice = DEFAULT_CONTROL,
): Promise<RunCounts> {
  await forgetReadings(context.db);
  return parsePending(context, { control });
}

async function readAgain(
  context: JobContext,
  { documentSha256: sha256, servedType, control: heldControl }: StoredReport,
  control: ControlChoice,
): Promise<Extraction | string> {
  try {
    return await readArchived(context, { sha256, servedType }, controlFor({ sha256, heldControl }, control));
  } catch (error) {
    if (error instanceof ReadError || error instanceof ArchiveError) return error.message;
    throw error;
  }
}

class Tally {
  reports = 0;
  readonly examples: string[] = [];
  #unchanged = 0;
  readonly #byForm = new Map<string, number>();
  readonly #bySite = new Map<string, number>();
  readonly #byCell = new Map<string, number>();

  add(stored: StoredReport, read: Extraction | string): void {
    this.reports += 1;
    const name = `${stored.unitId} ${stored.reportYear} (${stored.documentSha256.slice(0, 12)})`;
    if (typeof read === 'string') {
      this.#note(`${name}: would be refused: ${read}`);
      return;
    }
    const differences = compareFigures(stored.figures, read.figures);
    const sections = sectionsDiffer(stored.sections, read.sections);
    const claims = claimsDiffer(stored.claims, read.claims);
    if (differences.length === 0 && !sections && !claims) this.#unchanged += 1;
    if (sections) this.#note(`${name}: the text of its sections would change`);
    if (claims) this.#note(`${name}: the numbers of its prose would change`);
    for (const difference of differences) this.#count(stored, name, difference);
  }

  result(): Omit<ReparseDifferences, 'documents'> {
    return {
      reports: this.reports,
      unchanged: this.#unchanged,
      byForm: this.#byForm,
      bySite: this.#bySite,
      byCell: this.#byCell,
      examples: this.examples,
    };
  }

  #count(stored: StoredReport, name: string, difference: FigureDifference): void {
    const figure = (difference.derived ?? difference.stored) as Figure;
    increase(this.#byForm, figure.formTable);
    increase(this.#bySite, siteOf(stored.sourceUrl));
    increase(this.#byCell, difference.key);
    this.#note(`${name}: ${describeDifference(difference)}`);
  }

  #note(text: string): void {
    if (this.examples.length < MAX_EXAMPLES) this.examples.push(text);
  }
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function siteOf(url: string | null): string {
  return url && URL.canParse(url) ? new URL(url).host || 'local files' : 'local files';
}

const MAX_EXAMPLES = 200;
