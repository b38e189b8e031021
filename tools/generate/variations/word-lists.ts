/** Row labels whose numbers the word processor counts. */
import { NUMBERING } from '../docx-parts.js';
import { printedRows } from './draft-table.js';
import { tablesOf } from './edit-draft.js';
import { DOCX, type Variation, vary } from './variation.js';

export const WORD_LISTS: readonly Variation[] = [
  vary(
    'row-labels-numbered-by-word',
    '表三行标签的序号由 Word 自动编号',
    (draft) => {
      let list = FIRST_LIST - 1;
      for (const table of tablesOf(draft, 'applications'))
        for (const { cell } of printedRows(table).flat()) {
          if (cell.figure !== null || !/^\d\./.test(cell.text)) continue;
          if (cell.text.startsWith('1.')) list += 1;
          cell.text = String.fromCharCode(LIST_SIGN + list) + cell.text.replace(/^\d\./, '');
        }
      draft.docx.document.push(numberLabels);
      draft.docx.parts['word/numbering.xml'] = NUMBERING.replace(
        '</w:numbering>',
        `${listParts(list)}</w:numbering>`,
      ).replace('<w:num ', `${ARABIC}<w:num `);
    },
    { formats: DOCX, slot: 'row-numbers' },
  ),
];

/** Private-use characters that stand for the list that a label is numbered in until the document is made. */
const LIST_SIGN = 0xe000;
const FIRST_LIST = 10;
const ARABIC =
  '<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>';

function listParts(last: number): string {
  return Array.from({ length: last - FIRST_LIST + 1 }, (_, n) => FIRST_LIST + n)
    .map(
      (id) =>
        `<w:num w:numId="${id}"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
    )
    .join('');
}

function numberLabels(document: string): string {
  return document.replace(
    /<w:pPr>(<w:jc w:val="center"\/>)<\/w:pPr>((?:(?!<\/w:p>)[\s\S])*?)([\ue000-\ue0ff])/g,
    (_, own: string, runs: string, sign: string) =>
      `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${sign.charCodeAt(0) - LIST_SIGN}"/></w:numPr>${own}</w:pPr>${runs}`,
  );
}
