/**
 * What the control readers are known not to see, or to see otherwise than the page shows it. Where main and control
 * reading differ and the document has one of these features, the main reading stands and a finding names the feature;
 * any other difference withholds the figure. The shorter this list, the more is really confirmed by two readings.
 * Automatic numbers, which mammoth loses, are not on it: labels are compared without their numbers, and a number that
 * runs into a figure must be withheld.
 */
export interface BlindFeature {
  readonly reader: ControlReaderName;
  readonly name: string;
  readonly labelZh: string;
  /** What the control reader makes of it, in Chinese. */
  readonly reasonZh: string;
  readonly sign: BlindSign;
}

export type ControlReaderName = 'htmlparser2' | 'mammoth';

/** How a document shows that it has the feature. Patterns are sources of regular expressions, so that all is data. */
export type BlindSign =
  /** In the WordprocessingML of the outermost elements of that name: only what is in a table can change a figure. */
  | { readonly in: 'word-xml'; readonly element: 'w:tbl' | 'w:txbxContent'; readonly pattern: string }
  /** In the definition of a style (or of one that it is based on) which is used in a table. */
  | { readonly in: 'used-style'; readonly pattern: string }
  /** Met while walking over the tags of a page. */
  | { readonly in: 'markup'; readonly event: MarkupEvent };

/** `crossing-end-tag`: of an element opened outside the table cell; `table-outside-cell`: a table in a table's rows. */
export type MarkupEvent = 'crossing-end-tag' | 'table-outside-cell';

/** A switch of WordprocessingML (ECMA-376 §17.17.4, ST_OnOff) that is on. */
const on = (name: string): string => `<${name}(?![^>]*w:val="(?:0|false|off)")(?:\\s[^>]*)?/?>`;

export const BLIND_LISTS: readonly BlindFeature[] = [
  {
    reader: 'htmlparser2',
    name: 'crossing-end-tag',
    labelZh: '单元格内有表格外元素的结束标签',
    reasonZh: '浏览器忽略这种结束标签，对照读法却就此结束整个表格',
    sign: { in: 'markup', event: 'crossing-end-tag' },
  },
  {
    reader: 'htmlparser2',
    name: 'table-outside-cell',
    labelZh: '表格未结束又开始新表格',
    reasonZh: '浏览器先结束前一个表格，对照读法把新表格当作嵌套表格',
    sign: { in: 'markup', event: 'table-outside-cell' },
  },
  ...mammothIn('w:tbl', [
    ['hidden-text', '隐藏文字', on('w:vanish'), '把隐藏文字当作正文'],
    ['hidden-row', '隐藏行', on('w:hidden'), '照读隐藏的表格行'],
    ['grid-before', '行首空列（gridBefore）', '<w:gridBefore\\b[^>]*w:val="[1-9]', '不计行首空列，整行左移'],
    ['horizontal-merge', '旧式横向合并（hMerge）', '<w:hMerge\\b', '不认旧式横向合并，多出空单元格'],
    ['simple-field', '简单域（fldSimple）', '<w:fldSimple\\b', '丢掉简单域的结果'],
    ['text-box-in-table', '表格内有文本框', '<w:txbxContent\\b', '文本框只读旧式副本，没有副本就丢掉'],
    ['ruby', '拼音指南', '<w:ruby>', '连同拼音丢掉正文'],
    [
      'white-text',
      '白色或极小的字',
      '<w:color\\b[^>]*w:val="[Ff]{6}"|<w:sz w:val="[0-4]"/>',
      '把看不见的字当作看得见的',
    ],
    ['note-mark', '脚注或尾注', '<w:(?:footnote|endnote)Reference\\b', '把注号写进单元格'],
    ['direction', '文字方向标记', '<w:(?:dir|bdo)\\b', '丢掉标记内的文字'],
    ['special-hyphen', '不间断连字符', '<w:noBreakHyphen\\b', '改成另一个字符'],
    ['symbol', '符号字体字符', '<w:sym\\b', '换成另一个字符或丢掉'],
  ]),
  ...mammothIn('w:txbxContent', [
    ['table-in-text-box', '文本框内有表格', '<w:tbl>', '文本框只读旧式副本，没有副本就丢掉'],
  ]),
  {
    reader: 'mammoth',
    name: 'hidden-by-style',
    labelZh: '样式隐藏的文字',
    reasonZh: '把样式隐藏的文字当作正文',
    sign: { in: 'used-style', pattern: on('w:vanish') },
  },
];

/** Name, label, pattern, reason of features that a .docx shows in elements of one name. */
type Line = readonly [name: string, labelZh: string, pattern: string, reasonZh: string];

function mammothIn(element: 'w:tbl' | 'w:txbxContent', lines: readonly Line[]): BlindFeature[] {
  return lines.map(([name, labelZh, pattern, reasonZh]) => ({
    reader: 'mammoth',
    name,
    labelZh,
    reasonZh,
    sign: { in: 'word-xml', element, pattern },
  }));
}
