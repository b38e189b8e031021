/** Labels of table 二: wordings of the header, articles, rows. */
import type { DraftTable } from './draft.js';
import { relabel } from './edit-draft.js';
import { type Variation, vary } from './variation.js';

type Swap = readonly [subject: DraftTable['subject'], find: RegExp | string, replacement: string];

const swap = (
  name: string,
  zh: string,
  swaps: readonly Swap[],
  extras: Parameters<typeof vary>[3] = {},
): Variation =>
  vary(
    name,
    zh,
    (draft) => {
      for (const [subject, find, replacement] of swaps) relabel(draft, subject, find, replacement);
    },
    extras,
  );

/** The report's own year in the header. */
const withYear = (name: string, zh: string, before: (year: number) => string): Variation =>
  vary(
    name,
    zh,
    (draft) => {
      for (const words of ['制发', '废止', '处理', '收费'])
        relabel(draft, T2, `本年${words}`, `${before(draft.truth.year)}${words}`);
    },
    NEW,
  );

const T2 = 'proactive';
const T3 = 'applications';
const OLD = { table2: 't2019', slot: 'column-words' } as const;
const NEW = { table2: 't2021', slot: 'column-words' } as const;

export const PROACTIVE_LABELS: readonly Variation[] = [
  swap(
    'normative-without-administrative',
    '2021 年格式仍印“规范性文件”',
    [[T2, '行政规范性文件', '规范性文件']],
    {
      table2: 't2021',
    },
  ),
  swap('issued-quantity', '表头印“本年制发数量”', [[T2, '本年制发件数', '本年制发数量']], NEW),
  swap(
    'issued-cut-short',
    '表头印“本年发件”“现行有效”',
    [
      [T2, '本年制发件数', '本年发件'],
      [T2, '现行有效件数', '现行有效'],
    ],
    NEW,
  ),
  swap(
    'issued-of-the-year',
    '表头印“本年度制发数”“本年废止数”',
    [
      [T2, '本年制发件数', '本年度制发数'],
      [T2, '本年废止件数', '本年废止数'],
      [T2, '现行有效件数', '现行有效'],
    ],
    NEW,
  ),
  withYear('year-in-header', '表头带年份：本年（2023）制发件数', (year) => `本年（${year}）`),
  withYear('year-before-header', '表头印“2023年制发件数”', (year) => `${year}年`),
  swap('decisions-misprinted', '“处理决定”印成“处理绝对”', [[T2, '处理决定数量', '处理绝对数量']], {
    slot: 'column-words',
  }),
  swap('header-blanks', '表头夹空格或换行', [
    [T2, '制发件数', '制发\n件数'],
    [T2, '现行有效', '现行 有效'],
    [T2, '新制作数量', '新制作\n数量'],
    [T2, '总数量', '总\n数量'],
    [T2, '上一年项目', '上一年\n项目'],
  ]),
  swap('header-cut-short', '表头只剩“本年新”“本年新”', [[T2, /本年新(制作|公开)数量/, '本年新']], {
    ...OLD,
    destroys: true,
  }),
  swap(
    'items-of-last-year',
    '表头印“上年度项目数量”“本年增减”',
    [
      [T2, '上一年项目数量', '上年度项目数量'],
      [T2, '本年增/减', '本年增减'],
    ],
    OLD,
  ),
  swap('article-half-width', '条款印“第二十条(一)项”', [[T2, /第二十条第（(.)）项/, '第二十条($1)项']], {
    slot: 'article',
  }),
  swap('article-with-blank', '条款印“第二十条 第（一）项”', [[T2, '第二十条第', '第二十条 第']], {
    slot: 'article',
  }),
  swap('content-numbered', '“信息内容”前多出序号', [[T2, '信息内容', '（四）信息内容']], {
    slot: 'content-label',
  }),
  swap(
    'first-row-label-empty',
    '条款序号与“规章”标签都丢了',
    [
      [T2, '第二十条第（一）项', '第二十条第'],
      [T2, /^规章$/, ''],
    ],
    { destroys: true, slot: 'article' },
  ),
  swap('explanation-in-label', '行标签后带近百字说明', [
    [
      T2,
      /^(行政)?规范性文件$/,
      `$1规范性文件（${'指由行政机关依照法定权限和程序制定并公开发布、涉及公民权利义务的公文，'.repeat(2)}）`,
    ],
    [T2, '行政许可', '行政许可（含依申请办理的延续、变更、注销等各类许可决定，不含备案类事项）'],
    [T3, '1.属于国家秘密', '1.属于国家秘密（依照法律、行政法规确定为国家秘密的政府信息，不予公开）'],
  ]),
];
