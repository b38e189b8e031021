import { createHash } from 'node:crypto';
import {
  type LocalFile,
  LocalFileError,
  listLocalFiles,
  readLocalFile,
} from '../ingest/local/local-files.js';
import { readUnarchived } from '../jobs/convert-document.js';
import type { ReadOptions } from '../jobs/read-document.js';
import type { Extraction } from '../model/extraction.js';
import { ReadError } from '../parse/readers/read-error.js';
import { sniff } from '../parse/readers/sniff.js';
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
  for (const file of await listLocalFiles(paths)) {
    const result = file.passedOver ?? (await parseFile(file, options.control ? 'always' : 'never'));
    if (typeof result === 'string') {
      log.info(`${file.path}: passed over, ${result}`);
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
  readonly sha256?: string;
  readonly mediaType?: string;
  readonly error: { readonly code: string; readonly message: string };
}

type ParsedDocument = ReturnType<typeof present>;

/** A string says why the file is passed over. */
async function parseFile(
  local: LocalFile,
  control: ReadOptions['control'],
): Promise<ParsedDocument | FailedDocument | string> {
  const file = local.path;
  let read: Pick<FailedDocument, 'sha256' | 'mediaType'> = {};
  try {
    const bytes = await readLocalFile(local);
    const mediaType = sniff(bytes);
    if (!local.named && bytes.length > 0 && mediaType === 'unknown')
      return 'not a web page, .docx, .doc, .pdf or text';
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    read = { sha256, mediaType };
    return present(file, sha256, await readUnarchived(bytes, null, { control }));
  } catch (error) {
    const code = error instanceof ReadError ? error.code : 'read/unreadable';
    const known = error instanceof ReadError || error instanceof LocalFileError;
    const message = `${known ? '' : '文件无法读取：'}${(error as Error).message}`;
    return { file, ...read, error: { code, message } };
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
