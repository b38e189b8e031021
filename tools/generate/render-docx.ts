/** Prints a layout as a .docx: WordprocessingML (ECMA-376 part 1) in a package whose bytes the input decides. */
import { strToU8, type Zippable, zipSync } from 'fflate';
import {
  CONTENT_TYPES,
  coreProperties,
  DOCUMENT_RELS,
  NUMBERING,
  PACKAGE_RELS,
  settingsPart,
  stylesPart,
  XML,
} from './docx-parts.js';
import { escapeXml, type Ink, paragraph, type RunFont, revision, revisionIds, runs } from './docx-runs.js';
import type { Layout, LayoutBlock, LayoutTable } from './layout.js';
import { type GridSlot, rowsWithContinuations } from './table-grid.js';
import { printedHeading } from './truth.js';

export interface DocxOptions extends Ink {
  /** Heading numbers as text, or made by the word processor from numbering.xml. */
  readonly headingNumbers: 'typed' | 'automatic';
  readonly creator: string;
  /** `YYYY-MM-DD`, for docProps/core.xml. */
  readonly createdOn: string;
}

/** The package's bytes. */
export function renderDocx(layout: Layout, options: DocxOptions): Uint8Array {
  const title = paragraph(
    runs(layout.title, options, TITLE_RUN),
    '<w:pStyle w:val="Title"/><w:jc w:val="center"/>',
    options,
  );
  const body = layout.blocks.map((block) => renderBlock(block, options)).join('');
  const document =
    `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` +
    `${title}${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`;
  return packDocument(document, layout.title, options);
}

/** Puts word/document.xml into its package; `more` adds parts or replaces them. */
export function packDocument(
  document: string,
  title: string,
  options: DocxOptions,
  more: Readonly<Record<string, string>> = {},
): Uint8Array {
  const settings = settingsPart(options.style === 'word' ? revisionIds(options.random, REVISIONS) : []);
  return pack({
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': PACKAGE_RELS,
    'docProps/core.xml': coreProperties(escapeXml(title), escapeXml(options.creator), options.createdOn),
    'word/document.xml': document,
    'word/_rels/document.xml.rels': DOCUMENT_RELS,
    'word/styles.xml': stylesPart(options.style),
    'word/numbering.xml': NUMBERING,
    'word/settings.xml': settings,
    ...more,
  });
}

/** Zip keeps local time without a zone: a date built from local parts gives the same bytes in every zone. */
function pack(parts: Readonly<Record<string, string>>): Uint8Array {
  const files: Zippable = {};
  for (const [path, text] of Object.entries(parts)) files[path] = strToU8(text);
  return zipSync(files, { level: 6, mtime: new Date(2000, 0, 1) });
}

function renderBlock(block: LayoutBlock, options: DocxOptions): string {
  if (block.kind === 'table') return renderTable(block, options);
  if (block.kind === 'paragraph') {
    const place = block.align ? '<w:jc w:val="right"/>' : '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
    return paragraph(
      runs(block.text, options, BODY_RUN),
      `<w:spacing w:line="560" w:lineRule="exact"/>${place}`,
      options,
    );
  }
  const style = `<w:pStyle w:val="Heading${block.level}"/>`;
  if (options.headingNumbers === 'typed')
    return paragraph(runs(printedHeading(block), options, HEADING_RUN), style, options);
  const numbered = `<w:numPr><w:ilvl w:val="${block.level - 1}"/><w:numId w:val="1"/></w:numPr>`;
  return paragraph(runs(block.words, options, HEADING_RUN), style + numbered, options);
}

function renderTable(table: LayoutTable, options: DocxOptions): string {
  const width = Math.floor(9000 / table.columns);
  const rows = rowsWithContinuations(table).map(
    (row) =>
      `<w:tr${revision(options, ['rsidR', 'rsidTr'])}><w:trPr><w:trHeight w:val="400"/><w:jc w:val="center"/></w:trPr>` +
      `${row.map((slot) => renderCell(slot, width, options)).join('')}</w:tr>`,
  );
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${BORDERS}</w:tblBorders>` +
    `<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(table.columns)}</w:tblGrid>` +
    `${rows.join('')}</w:tbl>`
  );
}

function renderCell(slot: GridSlot, width: number, options: DocxOptions): string {
  const { columnSpan, rowSpan, text } = slot.cell;
  const span = columnSpan > 1 ? `<w:gridSpan w:val="${columnSpan}"/>` : '';
  const merge = slot.kind === 'continued' ? '<w:vMerge/>' : rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '';
  const borders = options.style === 'word' ? `<w:tcBorders>${BORDERS_OF_CELL}</w:tcBorders>` : '';
  const content = slot.kind === 'continued' ? '' : runs(text, options, CELL_RUN);
  return (
    `<w:tc><w:tcPr><w:tcW w:w="${width * columnSpan}" w:type="dxa"/>${span}${merge}${borders}<w:vAlign w:val="center"/></w:tcPr>` +
    `${paragraph(content, '<w:jc w:val="center"/>', options)}</w:tc>`
  );
}

const TITLE_RUN: RunFont = { face: '方正小标宋简体', size: 44 };
const HEADING_RUN: RunFont = { face: '黑体', size: 32, bold: true };
const BODY_RUN: RunFont = { face: '仿宋_GB2312', size: 32 };
const CELL_RUN: RunFont = { face: '宋体', size: 21 };
/** As many editing sessions as a report that several offices pass around collects. */
const REVISIONS = 800;
const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('');
const BORDERS_OF_CELL = ['left', 'bottom'].map(border).join('');
