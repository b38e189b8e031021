import { DOCX, type Variation, vary } from './variation.js';

const xml = (name: string, zh: string, rewrite: (document: string) => string, slot = name): Variation =>
  vary(name, zh, (draft) => void draft.docx.document.push(rewrite), { formats: DOCX, slot });

const P = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const ROW_CHANGE = 'w:id="8" w:author="x" w:date="2022-01-01T00:00:00Z"';

export const DOCX_MARKUP: readonly Variation[] = [
  vary(
    'horizontal-merges',
    '横向合并用 hMerge',
    (draft) => {
      draft.docx.merges = 'hMerge';
    },
    { formats: DOCX },
  ),
  xml('text-box', '文本框里有数字，另有 Fallback 副本', (document) => {
    const box = `<w:txbxContent>${P('第 5 页 共 9 页')}</w:txbxContent>`;
    const alternate =
      `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;
    return document.replace('<w:tbl>', `<w:p><w:r>${alternate}</w:r></w:p><w:tbl>`);
  }),
  xml(
    'rows-in-content-controls',
    '表格的行在内容控件里',
    (document) =>
      document.replace(
        /<w:tr(?=[ >])[\s\S]*?<\/w:tr>/g,
        (row) => `<w:sdt><w:sdtPr/><w:sdtContent>${row}</w:sdtContent></w:sdt>`,
      ),
    'controls',
  ),
  xml(
    'cells-in-content-controls',
    '格子在内容控件里',
    (document) =>
      document.replace(
        /<w:tc>[\s\S]*?<\/w:tc>/g,
        (cell) => `<w:sdt><w:sdtPr/><w:sdtContent>${cell}</w:sdtContent></w:sdt>`,
      ),
    'controls',
  ),
  xml(
    'tables-in-content-controls',
    '整张表在内容控件里',
    (document) =>
      document.replace(
        /<w:tbl>[\s\S]*?<\/w:tbl>/g,
        (table) => `<w:sdt><w:sdtPr/><w:sdtContent>${table}</w:sdtContent></w:sdt>`,
      ),
    'controls',
  ),
  xml('deleted-rows', '修订删除的行还在文件里', (document) =>
    document.replace(
      /<w:tr(?=[ >])(?:(?!<\/w:tr>)[\s\S])*不掌握[\s\S]*?<\/w:tr>/,
      (row) =>
        row.replace(/(<w:tr[^>]*>)/, `$1<w:trPr><w:del ${ROW_CHANGE}/></w:trPr>`).replace(/>\d+</g, '>77<') +
        row,
    ),
  ),
  xml('inserted-rows', '修订插入的行', (document) =>
    document.replace(/(<w:tr(?=[ >])[^>]*>)(?!<w:trPr>)/g, `$1<w:trPr><w:ins ${ROW_CHANGE}/></w:trPr>`),
  ),
  xml('moved-paragraph', '有移走的段落', (document) =>
    document.replace(
      '<w:tbl>',
      `<w:p><w:moveFrom ${ROW_CHANGE}><w:r><w:t>三、收到和处理政府信息公开申请情况</w:t></w:r></w:moveFrom></w:p><w:tbl>`,
    ),
  ),
  xml('deleted-heading', '有删去的标题', (document) =>
    document.replace(
      '<w:tbl>',
      `<w:p><w:del ${ROW_CHANGE}><w:r><w:delText>七、附表</w:delText></w:r></w:del></w:p><w:tbl>`,
    ),
  ),
  xml('page-break-marks', '正文带分页符与 lastRenderedPageBreak', (document) =>
    document.replace(/<w:t(?=[ >])/g, '<w:lastRenderedPageBreak/><w:t'),
  ),
  xml('tabs-in-cells', '格子里有制表符', (document) =>
    document.replace(/(<w:tc>(?:(?!<\/w:tc>)[\s\S])*?)(<w:t(?=[ >]))/g, '$1<w:tab/>$2'),
  ),
  xml('nested-layout-table', '整张表套在一格的版式表里', (document) =>
    document.replace(
      /<w:tbl>[\s\S]*?<\/w:tbl>/g,
      (table) =>
        `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc><w:tcPr/>${table}<w:p/></w:tc></w:tr></w:tbl>`,
    ),
  ),
  xml('empty-paragraphs-in-cells-docx', '格子里有空段落', (document) =>
    document.replaceAll('</w:tcPr>', '</w:tcPr><w:p/>').replaceAll('</w:tc>', '<w:p/></w:tc>'),
  ),
  xml('vertical-merge-misaligned', '纵向合并的续格与上格宽度不同', (document) =>
    document.replace(
      TWO_CONTINUED,
      '<w:tc><w:tcPr><w:tcW w:w="1800" w:type="dxa"/><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr><w:p/></w:tc>',
    ),
  ),
  vary(
    'trailing-grid-after',
    '每行以 gridAfter 结束',
    (draft) => {
      draft.docx.document.push((document) =>
        document
          .replace(/<w:tr>(?!<w:trPr>)/g, '<w:tr><w:trPr><w:gridAfter w:val="1"/></w:trPr>')
          .replace(/(<w:tr [^>]*>)(?!<w:trPr>)/g, '$1<w:trPr><w:gridAfter w:val="1"/></w:trPr>'),
      );
    },
    { formats: DOCX },
  ),
  vary(
    'bookmark-text',
    '文字里留有 [bookmark: _GoBack]',
    (draft) => {
      draft.docx.document.push((document) =>
        document.replace('<w:tbl>', `${P('[bookmark: _GoBack]')}<w:tbl>`),
      );
    },
    { formats: DOCX },
  ),
];

const CONTINUED =
  '<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/><w:vMerge/></w:tcPr>(?:(?!</w:tc>)[\\s\\S])*</w:tc>';
const TWO_CONTINUED = new RegExp(CONTINUED + CONTINUED, 'g');
