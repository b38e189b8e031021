/** Prints a draft as a .docx. */
import { XML } from '../docx-parts.js';
import { paragraph, type RunFont, runs } from '../docx-runs.js';
import { type DocxOptions, packDocument } from '../render-docx.js';
import type { Draft, DraftBlock, DraftTable, Inline } from './draft.js';
import { type PrintedCell, printedRows, widthOf } from './draft-table.js';
import { inlineDocx } from './inline-marks.js';

export function printDocx(draft: Draft): Uint8Array {
  const { docx, truth } = draft;
  const options: DocxOptions = {
    style: docx.style,
    headingNumbers: docx.headingNumbers,
    random: draft.ink,
    creator: truth.unit.name,
    createdOn: truth.publishedOn,
  };
  const title = paragraph(runs(draft.title, options, FONT), '<w:pStyle w:val="Title"/>', options);
  const body = draft.blocks.map((block) => printBlock(block, draft, options)).join('');
  const document = docx.document.reduce(
    (xml, step) => step(xml),
    `${XML}<w:document ${NAMESPACES}><w:body>${title}${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
  );
  return packDocument(document, draft.title, options, docx.parts);
}

function printBlock(block: DraftBlock, draft: Draft, options: DocxOptions): string {
  if (block.kind === 'markup') return block.markup;
  if (block.kind === 'table') return printTable(block, draft, options);
  if (block.kind === 'paragraph') {
    const place = block.align ? `<w:jc w:val="${block.align}"/>` : '';
    return paragraph(content(block.inline, block.text, options), place, options);
  }
  const style = `<w:pStyle w:val="Heading${block.level}"/>`;
  if (options.headingNumbers === 'typed')
    return paragraph(content(block.inline, block.number + block.words, options), style, options);
  const list = `<w:numPr><w:ilvl w:val="${block.level - 1}"/><w:numId w:val="1"/></w:numPr>`;
  return paragraph(runs(block.words, options, FONT), style + list, options);
}

function content(inline: readonly Inline[] | undefined, text: string, options: DocxOptions): string {
  const plain = (part: string) => runs(part, options, FONT);
  return inline ? inlineDocx(inline, plain) : plain(text);
}

function printTable(table: DraftTable, draft: Draft, options: DocxOptions): string {
  const rows = printedRows(table).map((row) => {
    const before = row.findIndex(({ cell }) => !cell.gap);
    const gap = row.slice(0, before).reduce((sum, { columnSpan }) => sum + columnSpan, 0);
    const properties = gap > 0 ? `<w:trPr><w:gridBefore w:val="${gap}"/></w:trPr>` : '';
    return `<w:tr>${properties}${row
      .slice(before)
      .map((cell) => printCell(cell, draft, options))
      .join('')}</w:tr>`;
  });
  const grid = '<w:gridCol w:w="900"/>'.repeat(widthOf(table));
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

function printCell(printed: PrintedCell, { docx }: Draft, options: DocxOptions): string {
  const { cell, columnSpan, rowSpan, continued } = printed;
  const down = continued ? '<w:vMerge/>' : rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '';
  const own = continued ? '' : content(cell.inline, cell.text, options);
  const value = cell.figure === null ? own : docx.value.reduce((xml, step) => step(xml), own);
  const tc = (properties: string, inner: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/>${properties}</w:tcPr>${paragraph(inner, '<w:jc w:val="center"/>', options)}</w:tc>`;
  if (columnSpan === 1 || docx.merges === 'gridSpan')
    return tc((columnSpan > 1 ? `<w:gridSpan w:val="${columnSpan}"/>` : '') + down, value);
  return (
    tc(`<w:hMerge w:val="restart"/>${down}`, value) + tc(`<w:hMerge/>${down}`, '').repeat(columnSpan - 1)
  );
}

const FONT: RunFont = { face: '宋体', size: 21 };
const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');
