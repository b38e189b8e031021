/** What stands around the report on its page: layout tables, metadata, copies, furniture with numbers. */
import type { Draft } from './draft.js';
import { tablesOf } from './edit-draft.js';
import { HTML, type Variation, vary } from './variation.js';

const beforeArticle = (name: string, zh: string, html: (draft: Draft) => string): Variation =>
  vary(name, zh, (draft) => void draft.html.beforeArticle.push(html(draft)), { formats: HTML });

const article = (
  name: string,
  zh: string,
  rewrite: (html: string) => string,
  slot = 'article-wrap',
): Variation => vary(name, zh, (draft) => void draft.html.article.push(rewrite), { formats: HTML, slot });

export const PAGE_VARIATIONS: readonly Variation[] = [
  beforeArticle(
    'metadata-table',
    '正文前有元数据表：索引号、分类、文号……',
    ({ truth }) =>
      `<table class="zfxx"><tbody><tr><td>索引号：</td><td>11370321004221441C/2017-5017627</td><td>主题分类：</td><td>政务公开</td></tr>` +
      `<tr><td>发布机构：</td><td>${truth.unit.name}</td><td>成文日期：</td><td></td></tr>` +
      `<tr><td>文号：</td><td>〔${truth.year}〕号</td><td>有效性：</td><td>1</td></tr></tbody></table>`,
  ),
  beforeArticle(
    'metadata-list',
    '正文前有元数据列表',
    ({ truth }) =>
      `<ul class="xx"><li>索引号：00245${truth.year}/1</li><li>浏览次数：128</li><li>文 号：无</li></ul>`,
  ),
  beforeArticle(
    'weather-line',
    '页头有天气与今天的日期',
    () => '<div class="top">今天是2026年11月23日 星期一　多云转晴 12℃～22℃ 东北风3级</div>',
  ),
  beforeArticle(
    'placeholder-date',
    '页头有占位日期 2019年12月3日星期二',
    () => '<div>2019年12月3日星期二</div>',
  ),
  beforeArticle(
    'hits-and-font-sizes',
    '有点击数、字号选择、分享',
    () => '<div class="tool">点击数：2371　【字体：<a>大</a> <a>中</a> <a>小</a>】 分享到：<i>0</i></div>',
  ),
  beforeArticle(
    'navigation-with-numbers',
    '导航带数字与往年年报链接',
    ({ truth }) =>
      `<ul>${[1, 2, 3, 4].map((n) => `<li><a href="/${n}.html">${truth.unit.name}${truth.year - n}年政府信息公开工作年度报告</a>[${n}2]</li>`).join('')}</ul>`,
  ),
  vary(
    'related-links-below',
    '文后有相关链接：其他单位的年报',
    (draft) => {
      draft.html.afterArticle.push(
        `<div class="rel"><p>上一篇：丁山镇人民政府${draft.truth.year + 1}年政府信息公开工作年度报告</p><p>下一篇：丙河镇人民政府${draft.truth.year - 1}年政府信息公开工作年度报告</p></div>`,
      );
    },
    { formats: HTML },
  ),
  article(
    'article-in-layout-table',
    '整篇文章在 320 列的版式表里',
    (html) =>
      `<table width="960"><tr>${'<td width="3"></td>'.repeat(320)}</tr><tr><td colspan="12">&nbsp;</td><td colspan="300">${html}</td><td colspan="8"></td></tr></table>`,
  ),
  article(
    'article-in-nested-tables',
    '整篇文章在层层嵌套的版式表里',
    (html) =>
      `<table><tr><td>${'<table><tr><td>左</td><td>'.repeat(3)}${html}${'</td></tr></table>'.repeat(3)}</td></tr></table>`,
  ),
  article(
    'blocks-in-layout-rows',
    '每段每表各占版式表的一行',
    (html) =>
      `<table width="100%"><tr><td>${html.replaceAll('\n<p', '</td></tr><tr><td><p').replaceAll('\n<h', '</td></tr><tr><td><h')}</td></tr></table>`,
  ),
  article(
    'e-book-page',
    '电子书的一页：页码与翻页按钮',
    (html) =>
      `<div class="book"><div class="pager">第 9 页 / 共 14 页 <a>上一页</a><a>下一页</a></div><div class="page">${html}</div><div>9</div></div>`,
  ),
  article(
    'mobile-copy-hidden',
    '另有一份隐藏的手机版正文',
    (html) => `${html}<div class="mobile" style="display:none">${html}</div>`,
    'copy',
  ),
  article(
    'mobile-copy-visible',
    '正文重复两次，内容相同',
    (html) => `<div class="pc">${html}</div><div class="wap">${html}</div>`,
    'copy',
  ),
  article(
    'old-tables-hidden',
    '隐藏着一份去年的表格，数字不同',
    (html) =>
      `<div style="display: none;">${tablesIn(html)
        .join('')
        .replace(/>(\d+)</g, (_, d: string) => `>${Number(d) + 1}<`)}</div>${html}`,
    'copy',
  ),
  article(
    'print-copy-hidden',
    '另有一份由样式表隐藏、只供打印的旧表格，数字不同',
    (html) =>
      `<style>.print-only{display:none}@media print{.print-only{display:block}}</style><div class="print-only">${tablesIn(
        html,
      )
        .join('')
        .replace(/>(\d+)</g, (_, d: string) => `>${Number(d) + 1}<`)}</div>${html}`,
    'copy',
  ),
  vary(
    'nested-one-cell-table',
    '统计表套在一格的表里',
    (draft) => {
      for (const table of tablesOf(draft))
        table.wrap = (html) => `<table border="0"><tbody><tr><td>${html}</td></tr></tbody></table>`;
    },
    { formats: HTML },
  ),
  vary(
    'tables-side-by-side',
    '统计表在版式表里，旁边是空栏',
    (draft) => {
      for (const table of tablesOf(draft))
        table.wrap = (html) => `<table><tr><td>&nbsp;</td><td>${html}</td><td>附注 1</td></tr></table>`;
    },
    { formats: HTML, slot: 'nested-one-cell-table' },
  ),
];

/** Innermost tables: what stands around them is layout. */
const tablesIn = (html: string): string[] => html.match(/<table(?:(?!<table)[\s\S])*?<\/table>/g) ?? [];
