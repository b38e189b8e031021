import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { Source, SourcesFile } from '../../model/source.js';
import { decodeText } from '../decode-text.js';
import { FETCH_LIMITS } from '../http/fetch-limits.js';
import { readUnitsFile } from '../registry/units-file.js';
import { checkSources } from './check-sources.js';
import { fetchRulesOf, networkRulesOf } from './network-rules.js';
import { type PlacedProblem, problemsOf } from './sources-problems.js';
import { SourcesSchema, type WrittenSources } from './sources-schema.js';
import { placeOf } from './yaml-place.js';

/** The sources file can't be used. One line per problem: `sources.yaml:14:5: due[0].date: expected …, got …`. */
export class SourcesFileError extends Error {
  override readonly name = 'SourcesFileError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(problems.join('\n'), options);
    this.problems = problems;
  }
}

/**
 * Reads the YAML that a city office edits: what to collect, from where, and by when it is due.
 * Paths in it are relative to it and come out absolute. UTF-8, or GB18030 as old editors save it.
 * Throws SourcesFileError with every problem at once, and UnitsFileError for the units file that it names.
 */
export async function readSourcesFile(path: string): Promise<SourcesFile> {
  const text = decodeText(await bytesOf(path));
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => `${path}:${lines.linePos(offset).line}:${lines.linePos(offset).col}`;
  if (document.errors.length > 0) {
    const problems = document.errors.map(
      ({ pos, message }) => `${at(pos[0])}: not YAML: ${oneLine(message)}`,
    );
    throw new SourcesFileError(problems);
  }
  const refuse = (problems: readonly PlacedProblem[]) => {
    const told = problems.map((problem) => `${at(placeOf(document, problem.path))}: ${tell(problem)}`);
    if (told.length > 0) throw new SourcesFileError(told);
  };

  const parsed = SourcesSchema.safeParse(valuesOf(document, path), { reportInput: true });
  if (!parsed.success) refuse(problemsOf(parsed.error.issues));
  const file = sourcesFileOf(parsed.data!, dirname(path));
  const units = file.units === null ? null : await readUnitsFile(file.units);
  refuse([...checkSources(parsed.data!, units), ...(await missingFolders(file))]);
  return file;
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT' ? 'no such file; check the path after --sources' : `can't be read (${code})`;
    throw new SourcesFileError([`${path}: ${why}`], { cause });
  }
}

function valuesOf(document: Document.Parsed, path: string): unknown {
  try {
    return document.toJS();
  } catch (cause) {
    // Aliases that multiply: a few lines would fill the memory.
    throw new SourcesFileError([`${path}:1:1: ${oneLine((cause as Error).message)}; write the values out`], {
      cause,
    });
  }
}

function sourcesFileOf(file: WrittenSources, folder: string): SourcesFile {
  const network = networkRulesOf(file);
  return {
    units: file.units ? resolve(folder, file.units) : null,
    expected: file.expected ?? null,
    due: (file.due ?? []).map((rule) => ({
      kinds: rule.kinds,
      ...(rule.under ? { under: rule.under } : {}),
      fromYear: rule.from_year ?? null,
      toYear: rule.to_year ?? null,
      date: rule.date,
      basis: rule.basis,
    })),
    checks: file.checks ?? null,
    localRules:
      file.key_work || file.without_power
        ? { keyWork: file.key_work ?? {}, withoutPower: file.without_power ?? {} }
        : null,
    localSites: (file.local_sites ?? []).map((site) => ({
      host: site.host,
      folder: resolve(folder, site.folder),
    })),
    ...(network ? { network } : {}),
    sources: file.sources.map(
      (source): Source => ({
        id: source.id,
        family: source.family,
        url: source.url,
        unitId: source.unit ?? null,
        unitIds: source.unit ? [source.unit] : (source.units ?? []),
        years: source.years ?? null,
        delayMs: source.delay_ms ?? FETCH_LIMITS.delayMs.value,
        maxPages: source.max_pages ?? FETCH_LIMITS.maxPages.value,
        ...fetchRulesOf(file, source),
        params: source.params ?? {},
        select: source.select ?? null,
        verified: source.verified && source.verified !== 'never' ? source.verified : null,
        ...(source.recheck ? { recheckMs: milliseconds(source.recheck) } : {}),
      }),
    ),
  };
}

/** `7d`, `12h`. */
function milliseconds(span: string): number {
  return Number.parseInt(span, 10) * (span.endsWith('d') ? 24 : 1) * 3_600_000;
}

async function missingFolders(file: SourcesFile): Promise<PlacedProblem[]> {
  const found = await Promise.all(
    file.localSites.map(async ({ folder }, index) => {
      const isFolder = await stat(folder).then(
        (stats) => stats.isDirectory(),
        () => false,
      );
      return isFolder
        ? []
        : [{ path: ['local_sites', index, 'folder'], message: `no folder ${folder}; correct the path` }];
    }),
  );
  return found.flat();
}

/** `due[0].date: message`; problems of the whole file have no path. */
function tell({ path, message }: PlacedProblem): string {
  const name = path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');
  return name === '' ? message : `${name}: ${message}`;
}

function oneLine(message: string): string {
  return message.replace(/\s+/g, ' ').trim();
}
