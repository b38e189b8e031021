import { ArchiveError } from '../ingest/archive-error.js';
import { ReadError } from '../parse/readers/read-error.js';
import { type CitedFigure, citedFigures, type FigureKey } from '../store/views/cited-figures.js';
import type { JobContext } from './context.js';
import { readArchived } from './convert-document.js';
import { describeCell, describeRow, type RowFigure, sameCell } from './same-cell.js';

export interface RowProof {
  /** Name and value, in the order to print them. */
  readonly lines: readonly (readonly [string, string])[];
  readonly equal: boolean;
}

/**
 * Takes one stored figure back to the archived bytes and reads its cell again.
 * @throws UnknownNameError where there is no such figure.
 */
export async function verifyRow(context: JobContext, key: FigureKey): Promise<RowProof[]> {
  const figures = await citedFigures(context.db, key);
  const proofs: RowProof[] = [];
  for (const figure of figures) proofs.push(await prove(context, key, figure));
  return proofs;
}

async function prove(context: JobContext, key: FigureKey, figure: CitedFigure): Promise<RowProof> {
  const row = rowOf(key, figure);
  const known: [string, string][] = [
    ['unit', `${key.unitId} (${figure.unitName}), ${key.reportYear}`],
    ['figure', `${key.indicator}${key.applicant ? ` @ ${key.applicant}` : ''} (${figure.labelZh})`],
    ['address', figure.sourceUrl ?? 'none recorded'],
    ['original', figure.documentSha256],
    ['stored', describeRow(row)],
  ];
  if (figure.correctedBy !== null) {
    known.push([
      'corrected',
      `${figure.value ?? 'no number'}, by ${figure.correctedBy}: ${figure.correctionReason}`,
    ]);
  }
  try {
    const original = { sha256: figure.documentSha256, servedType: figure.servedType };
    const { figures } = await readArchived(context, original, { control: 'always' });
    const { now, equal } = sameCell(row, figures);
    const readNow = now ? describeCell(now) : 'no such figure';
    return { lines: [...known, ['read now', readNow], ['equal', equal ? 'yes' : 'NO']], equal };
  } catch (error) {
    if (!(error instanceof ReadError || error instanceof ArchiveError)) throw error;
    return { lines: [...known, ['read now', error.message], ['equal', 'NO']], equal: false };
  }
}

function rowOf({ indicator, applicant }: FigureKey, figure: CitedFigure): RowFigure {
  return {
    indicator,
    applicant: applicant ?? '',
    reportedValue: figure.reportedValue ?? '',
    raw: figure.raw,
    state: figure.state,
    unit: figure.unit ?? '',
    table: String(figure.tableNo),
    row: String(figure.rowNo),
    column: String(figure.columnNo),
  };
}
