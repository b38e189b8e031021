/** For each entry of the blind lists a document that holds the feature and that the control reader misreads for it. */
import { docxWith, PRINTED, pageOf, report } from './documents.js';

export interface BlindCase {
  /** Name of the entry. */
  readonly name: string;
  readonly bytes: Buffer;
}

const run = (content: string, properties = ''): string => `<w:r>${properties}${content}</w:r>`;
const text = (words: string): string => `<w:t xml:space="preserve">${words}</w:t>`;
const VALUE = run(text(PRINTED));
const LABEL = run(text('规章'));
const HIDDEN = '<w:rPr><w:vanish/></w:rPr>';
const NAMESPACES =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';

/** A text box as Word 2010 and later write it, without the copy for older versions. */
const textBox = (blocks: string): string =>
  run(
    `<mc:AlternateContent ${NAMESPACES}><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>` +
      `${blocks}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice></mc:AlternateContent>`,
  );

const instead = (old: string, now: string) => (xml: string) => replaceOnce(xml, old, now);

export function replaceOnce(from: string, old: string, now: string): string {
  if (!from.includes(old)) throw new Error(`the document has no ${old}`);
  return from.replace(old, () => now);
}

function rowOf(xml: string, words: string): string {
  const at = xml.indexOf(words);
  return xml.slice(xml.lastIndexOf('<w:tr>', at), xml.indexOf('</w:tr>', at) + '</w:tr>'.length);
}

function hiddenRow(xml: string): string {
  const row = rowOf(xml, LABEL);
  const copy = replaceOnce(replaceOnce(row, text(PRINTED), text('99')), '<w:trPr>', '<w:trPr><w:hidden/>');
  return replaceOnce(xml, row, copy + row);
}

/** The cell that goes on with 三、本年度办理结果 becomes an empty grid column. */
function gridBefore(xml: string): string {
  const row = rowOf(xml, '（七）总计');
  const moved = row.replace(/<w:tc>.*?<\/w:tc>/, '').replace('<w:trPr>', '<w:trPr><w:gridBefore w:val="1"/>');
  return replaceOnce(xml, row, moved);
}

/** The value of 行政许可 in three cells, merged as Word 97 did. */
function horizontalMerge(xml: string): string {
  const row = rowOf(xml, '行政许可');
  const cell = row.slice(row.lastIndexOf('<w:tc>'), row.lastIndexOf('</w:tc>') + '</w:tc>'.length);
  const goesOn = '<w:tc><w:tcPr><w:hMerge/></w:tcPr><w:p/></w:tc>';
  const merged =
    replaceOnce(cell, '<w:gridSpan w:val="3"/>', '<w:hMerge w:val="restart"/>') + goesOn + goesOn;
  return replaceOnce(xml, row, replaceOnce(row, cell, merged));
}

function tableInTextBox(xml: string): string {
  const table = xml.slice(xml.indexOf('<w:tbl>'), xml.indexOf('</w:tbl>') + '</w:tbl>'.length);
  return replaceOnce(xml, table, `<w:p>${textBox(`${table}<w:p/>`)}</w:p>`);
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STYLES =
  `<w:styles xmlns:w="${WORD}"><w:style w:type="character" w:styleId="Away">${HIDDEN}</w:style>` +
  '<w:style w:type="character" w:styleId="Gone"><w:basedOn w:val="Away"/></w:style></w:styles>';
const NOTES = `<w:footnotes xmlns:w="${WORD}"><w:footnote w:id="1"><w:p>${run(text('含修订'))}</w:p></w:footnote></w:footnotes>`;

const ruby = `<w:ruby><w:rubyPr/><w:rt>${run(text('guī'))}</w:rt><w:rubyBase>${LABEL}</w:rubyBase></w:ruby>`;
const page = (edit: (html: string) => string): Buffer => Buffer.from(edit(pageOf(report())));

export const BLIND_CASES: readonly BlindCase[] = [
  { name: 'hidden-text', bytes: docxWith(instead(VALUE, VALUE + run(text('9'), HIDDEN))) },
  {
    name: 'white-text',
    bytes: docxWith(instead(VALUE, VALUE + run(text('9'), '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'))),
  },
  { name: 'hidden-row', bytes: docxWith(hiddenRow) },
  { name: 'grid-before', bytes: docxWith(gridBefore) },
  { name: 'horizontal-merge', bytes: docxWith(horizontalMerge) },
  {
    name: 'simple-field',
    bytes: docxWith(instead(VALUE, `<w:fldSimple w:instr=" =37 ">${VALUE}</w:fldSimple>`)),
  },
  { name: 'text-box-in-table', bytes: docxWith(instead(VALUE, textBox(`<w:p>${VALUE}</w:p>`))) },
  { name: 'ruby', bytes: docxWith(instead(LABEL, run(ruby))) },
  {
    name: 'note-mark',
    bytes: docxWith(instead(VALUE, VALUE + run('<w:footnoteReference w:id="1"/>')), {
      'word/footnotes.xml': NOTES,
    }),
  },
  { name: 'direction', bytes: docxWith(instead(VALUE, `<w:dir w:val="ltr">${VALUE}</w:dir>`)) },
  { name: 'special-hyphen', bytes: docxWith(instead(VALUE, run('<w:noBreakHyphen/>'))) },
  { name: 'symbol', bytes: docxWith(instead(VALUE, run('<w:sym w:font="Wingdings" w:char="F0FC"/>'))) },
  { name: 'table-in-text-box', bytes: docxWith(tableInTextBox) },
  {
    name: 'hidden-by-style',
    bytes: docxWith(instead(VALUE, VALUE + run(text('9'), '<w:rPr><w:rStyle w:val="Gone"/></w:rPr>')), {
      'word/styles.xml': STYLES,
    }),
  },
  {
    name: 'crossing-end-tag',
    bytes: page((html) =>
      replaceOnce(replaceOnce(html, '<h2>一', '<font><h2>一'), '<td>37</td>', '<td>37</font></td>'),
    ),
  },
  {
    name: 'table-outside-cell',
    bytes: page((html) => {
      const at = html.indexOf('</tbody></table>', html.indexOf('<td>37</td>'));
      return html.slice(0, at) + html.slice(at + '</tbody></table>'.length);
    }),
  },
];
