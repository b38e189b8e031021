import { createHash } from 'node:crypto';
import { listLocalFiles, readLocalFile } from '../ingest/local-files.js';
import { readUnarchived } from '../jobs/convert-document.js';
import type { ReadOptions } from '../jobs/read-document.js';
import type { Extraction } from '../model/extraction.js';
import { ReadError } from '../parse/read-error.js';
import { sniff } from '../parse/sniff.js';
import type { CommandContext } from './command.js';
import { EXIT } from './exit-codes.js';
import { writeResult } from './write-result.js';

/** `nianbao parse PATH...`: one JSON object per document on standard output; no database, no network. */
export async function parseCommand(
  { log }: CommandContext,
  paths: readonly string[],
  options: { readonly strict?: boolean; readonly control?: boolean },
): Promise<number> {
  let failed = 0;
  let errors = 0;
  for (const { path, named } of await listLocalFiles(paths)) {
    const result = await parseFile(path, named, options.control ? 'always' : 'never');
    if (result === null) {
      log.info(`${path}: passed over, not a web page, .docx, .doc, .pdf or text`);
      continue;
    }
    if ('error' in result) failed += 1;
    else
      errors += result.findings.filter(
        ({ severity }) => severity === 'error' || severity === 'blocker',
      ).length;
    await writeResult(`${JSON.stringify(result)}\n`);
  }
  return failed > 0 || (options.strict && errors > 0) ? EXIT.documentFailed : EXIT.done;
}

interface FailedDocument {
  readonly file: string;
  readonly error: { readonly code: string; readonly message: string };
}

type ParsedDocument = ReturnType<typeof present>;

async function parseFile(
  file: string,
  named: boolean,
  control: ReadOptions['control'],
): Promise<ParsedDocument | FailedDocument | null> {
  try {
    const bytes = await readLocalFile(file);
    if (!named && bytes.length > 0 && sniff(bytes) === 'unknown') return null;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    try {
      return present(file, sha256, await readUnarchived(bytes, null, { control }));
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      return {
        file,
        sha256,
        mediaType: sniff(bytes),
        error: { code: error.code, message: error.message },
      } as FailedDocument;
    }
  } catch (error) {
    return { file, error: { code: 'read/unreadable', message: `文件无法读取：${(error as Error).message}` } };
  }
}

/** The shape that the contract fixes; what it does not name is added behind. */
function present(file: string, sha256: string, extraction: Extraction) {
  const { mediaType, template, identity, sections, figures, localCells, claims, findings, outcomes } =
    extraction;
  const { unit, year, title, publishedOn, period, signature, contact, evidence } = identity;
  return {
    file,
    sha256,
    mediaType,
    template,
    unit,
    year,
    title,
    publishedOn,
    period,
    sections,
    figures: figures.map(({ formTable, ...figure }) => ({ ...figure, formTable })),
    findings,
    outcomes,
    localCells: localCells ?? [],
    signature,
    contact,
    evidence,
    claims,
  };
}
