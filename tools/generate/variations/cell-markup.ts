import { HTML, type Variation, vary } from './variation.js';

export const CELL_MARKUP: readonly Variation[] = [
  vary(
    'value-in-nested-table',
    '数字套在一格的小表里',
    (draft) => {
      draft.html.value.push((inner) => `<table><tr><td>${inner}</td></tr></table>`);
    },
    { formats: HTML, slot: 'value-wrap' },
  ),
  vary(
    'script-in-cells',
    '格子里有脚本',
    (draft) => {
      draft.html.value.push(
        (inner) => `<script>document.write("77")</script>${inner}<style>.x{width:88px}</style>`,
      );
    },
    { formats: HTML, slot: 'value-wrap' },
  ),
  vary(
    'inputs-in-cells',
    '格子里有隐藏的输入框',
    (draft) => {
      draft.html.value.push((inner) => `<input type="hidden" value="77">${inner}`);
    },
    { formats: HTML, slot: 'value-wrap' },
  ),
  vary(
    'inputs-filled-in',
    '数字填在输入框里，像从填报系统打印的网页',
    (draft) => {
      draft.html.value.push((inner) =>
        inner.replace(/^[\d.,]+$/, (digits) => `<input type="text" value="${digits}" readonly>`),
      );
    },
    { formats: HTML, slot: 'value-wrap' },
  ),
  vary(
    'hidden-by-style-sheet',
    '格子里有样式表隐藏的旧数字',
    (draft) => {
      draft.html.beforeArticle.push(
        '<style>table td i.old, .none > .x { display: none } @media print { table td i.old { display: inline } }</style>',
      );
      draft.html.value.push((inner) => `${inner}<i class="old">77</i>`);
    },
    { formats: HTML, slot: 'value-wrap' },
  ),
  vary(
    'digits-as-references',
    '数字写成字符引用',
    (draft) => {
      draft.html.value.push((inner) =>
        inner.replace(/^\d+$/, (digits) => [...digits].map((d) => `&#x3${d};`).join('')),
      );
    },
    { formats: HTML, slot: 'value-wrap' },
  ),
  vary(
    'blanks-as-references',
    '格子里有 &ensp; &#12288; &nbsp;',
    (draft) => {
      draft.html.value.push((inner) => `&ensp;${inner}&#12288;&nbsp;`);
    },
    { formats: HTML, slot: 'value-wrap' },
  ),
  vary(
    'office-paragraphs-in-cells',
    '空格子是 <o:p>&nbsp;</o:p>',
    (draft, rng) => {
      void rng;
      draft.html.value.push(
        (inner) => `<p class="MsoNormal"><span>${inner}<o:p>${inner === '' ? '&nbsp;' : ''}</o:p></span></p>`,
      );
    },
    { formats: HTML, slot: 'value-wrap' },
  ),
  vary(
    'empty-paragraphs-in-cells',
    '格子里有空段落',
    (draft) => {
      draft.html.value.push((inner) => `<p></p><p>${inner}</p><p>&nbsp;</p>`);
    },
    { formats: HTML, slot: 'value-wrap' },
  ),
];
