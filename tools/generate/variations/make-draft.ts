/** A report as the official form prints it: where every variation starts. */
import { makeLayout } from '../layout.js';
import type { Random } from '../random.js';
import { type ReportTruth, toldClaims } from '../truth.js';
import type { Draft, DraftBlock, DraftCell, ExpectedFigure, Format } from './draft.js';
import { draftTable } from './draft-table.js';

export function makeDraft(truth: ReportTruth, format: Format, ink: Random): Draft {
  const codes = truth.sections.filter(({ heading }) => heading.words !== '').map(({ code }) => code);
  const blocks = makeLayout(truth).blocks.map((block): DraftBlock => {
    if (block.kind === 'table') return draftTable(block);
    if (block.kind === 'paragraph') return { ...block };
    return block.level === 1 ? { ...block, code: codes.shift()! } : { ...block };
  });
  const { name, county } = truth.unit;
  const style = ink.chance(0.5) ? 'clean' : 'word';
  return {
    format,
    truth,
    title: truth.title,
    blocks,
    cells: cellsOf(blocks),
    expected: {
      figures: new Map<string, ExpectedFigure>(truth.figures),
      units: [name, county + name],
      year: truth.year,
      publishedOn: truth.publishedOn,
      template: truth.template ?? truth.table3,
      sections: truth.sections.map(({ code }) => code),
      claims: toldClaims(truth),
    },
    html: {
      style,
      page: ink.pick(['trs', 'hanweb']),
      dated: true,
      publisher: name,
      beforeArticle: [],
      afterArticle: [],
      value: [],
      article: [],
      whole: [],
      encode: utf8,
      servedType: null,
    },
    docx: { style, headingNumbers: 'typed', merges: 'gridSpan', value: [], document: [], parts: {} },
    text: { rows: 'cell-a-line', blanks: 'kept', whole: [], encode: utf8 },
    ink,
  };
}

const utf8 = (text: string): Uint8Array => Buffer.from(text);

function cellsOf(blocks: readonly DraftBlock[]): Map<string, DraftCell> {
  const cells = new Map<string, DraftCell>();
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    for (const cell of block.rows.flat()) if (cell?.figure) cells.set(cell.figure, cell);
  }
  return cells;
}
