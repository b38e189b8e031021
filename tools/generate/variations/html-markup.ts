/** Broken, old and Word-saved HTML. */
import { HTML, type Variation, vary } from './variation.js';

const broken = (name: string, zh: string, rewrite: (html: string) => string, slot = name): Variation =>
  vary(name, zh, (draft) => void draft.html.article.push(rewrite), { formats: HTML, slot });

const page = (name: string, zh: string, rewrite: (html: string) => string, slot = name): Variation =>
  vary(name, zh, (draft) => void draft.html.whole.push(rewrite), { formats: HTML, slot });

export const HTML_MARKUP: readonly Variation[] = [
  broken('unclosed-cells', 'td 不闭合', (html) => html.replaceAll('</td>', ''), 'closing'),
  broken('unclosed-rows', 'tr 与 td 都不闭合', (html) => html.replaceAll(/<\/t[dr]>/g, ''), 'closing'),
  broken('unclosed-paragraphs', 'p 不闭合', (html) => html.replaceAll('</p>', ''), 'closing'),
  broken('row-closed-twice', 'tr 多闭合一次', (html) => html.replaceAll('</tr>', '</tr></tr>'), 'closing'),
  broken(
    'stray-end-tags',
    '多出 </div></span>',
    (html) => html.replaceAll('</p>', '</span></p></font>'),
    'closing',
  ),
  broken(
    'row-start-missing',
    '数据行缺 <tr>，只有 </tr>',
    (html) => html.replace(/<\/tr>\s*<tr>/g, '</tr>'),
    'rows',
  ),
  broken('table-body-missing', '没有 tbody', (html) => html.replaceAll(/<\/?tbody>/g, '')),
  broken(
    'table-head-and-foot',
    '表头在 thead 里',
    (html) => html.replace(/<tbody>\s*(<tr>[\s\S]*?<\/tr>)/g, '<thead>$1</thead><tbody>'),
    'table-body-missing',
  ),
  broken(
    'header-in-own-table',
    '表三的表头单独是一张表，像固定表头的控件',
    (html) =>
      html.replace(
        /(<table[^>]*><tbody>)((?:(?!<\/table>|一、本年新收)[\s\S])*自然人(?:(?!<\/table>|一、本年新收)[\s\S])*<\/tr>)(?=\s*<tr><td[^>]*>(?:<[^>]*>)*一、本年新收)/,
        '$1$2</tbody></table>$1',
      ),
    'rows',
  ),
  broken('header-cells', '格子都是 th', (html) => html.replaceAll('<td', '<th').replaceAll('</td>', '</th>')),
  broken('upper-case-tags', '标签和属性大写', (html) =>
    html
      .replace(
        /<(\/?)([a-z][a-z0-9]*)/g,
        (_, slash: string, name: string) => `<${slash}${name.toUpperCase()}`,
      )
      .replaceAll('colspan', 'COLSPAN')
      .replaceAll('rowspan', 'ROWSPAN'),
  ),
  broken(
    'unquoted-spans',
    '合并属性没有引号',
    (html) => html.replace(/(colspan|rowspan)="(\d+)"/g, '$1=$2'),
    'span-values',
  ),
  broken(
    'odd-span-values',
    '合并属性带分号或空格',
    (html) => html.replace(/(colspan|rowspan)="(\d+)"/g, '$1=" $2;"'),
    'span-values',
  ),
  broken(
    'spans-of-one',
    '不合并的格子也写 colspan="1"',
    (html) => html.replace(/<td(?![^>]*(?:col|row)span)/g, '<td colspan="1" rowspan="1"'),
    'span-one',
  ),
  broken('pretty-printed', '源代码换行缩进', (html) =>
    html.replace(/(<td[^>]*>)/g, '\n\t\t$1\n\t\t\t').replaceAll('</td>', '\n\t\t</td>'),
  ),
  broken('column-groups', '有 colgroup 与 caption', (html) =>
    html.replaceAll('<tbody>', '<colgroup><col width="72"><col width="72"></colgroup><tbody>'),
  ),
  broken('table-captions', '表名在 caption 里', (html) =>
    html.replaceAll('<tbody>', '<caption>附表</caption><tbody>'),
  ),
  broken(
    'word-saved',
    'Word 另存的网页：条件注释、mso 样式、o:p',
    (html) =>
      `<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->` +
      html
        .replaceAll('</p>', '<span lang="EN-US"><o:p></o:p></span></p>')
        .replaceAll('<td', '<td valign="top" style="mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt"')
        .replaceAll('<p', '<p class="MsoNormal" style="mso-margin-top-alt:auto"'),
    'word',
  ),
  broken(
    'supported-lists',
    '序号在 <![if !supportLists]> 条件里',
    (html) =>
      html.replace(
        /([一二三四五六]、)/g,
        '<![if !supportLists]><span style="mso-list:Ignore">$1</span><![endif]>',
      ),
    'word',
  ),
  broken(
    'office-namespaces',
    '带 o:、v:、st1: 标签',
    (html) =>
      html.replace(/(\d{4})年/g, '<st1:chsdate year="1899" month="12" day="30" w:st="on">$1年</st1:chsdate>'),
    'word',
  ),
  broken(
    'article-in-center-and-font',
    '整篇在 center、font 里',
    (html) => `<center><font size="3">${html}</font></center>`,
  ),
  broken(
    'paragraphs-as-divs',
    '段落是 div',
    (html) => html.replaceAll(/<p(?=[\s>])/g, '<div').replaceAll('</p>', '</div>'),
    'closing',
  ),
  broken(
    'line-breaks-for-paragraphs',
    '段落靠 <br> 分行',
    (html) =>
      html
        .replaceAll(/<p(?=[\s>])[^>]*>/g, '')
        .replaceAll('</p>', '<br>')
        .replaceAll(/<h[23]>/g, '')
        .replaceAll(/<\/h[23]>/g, '<br>'),
    'closing',
  ),
  page(
    'xhtml',
    '带 XML 声明的 XHTML',
    (html) =>
      `<?xml version="1.0" encoding="UTF-8"?>\n${html.replace('<!DOCTYPE html>', '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">')}`,
    'document',
  ),
  page(
    'no-head',
    '没有 doctype、html、head',
    (html) => html.replace(/^[\s\S]*?<body>/, '').replace(/<\/body>[\s\S]*$/, ''),
    'document',
  ),
  page(
    'cut-off',
    '传输中断：末尾的页脚与结束标签缺失',
    (html) => html.replace(/<div class="footer">[\s\S]*$/, ''),
    'document',
  ),
  page('comment-with-tables', '注释里有旧表格', (html) =>
    html.replace('<body>', '<body><!-- <table><tr><td>规章</td><td>9</td></tr></table> -->'),
  ),
];
