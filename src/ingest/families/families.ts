import type { ListFamily } from '../lists/list-family.js';
import { listGeneric } from './generic.js';
import { listGkmlpt } from './gkmlpt.js';
import { listHanwebAnnualReports } from './hanweb-annual-report.js';
import { listHanwebColumn } from './hanweb-column.js';
import { listHanwebSearch } from './hanweb-search.js';
import { listJpaas } from './jpaas.js';
import { listLonxin } from './lonxin.js';
import { listSinglePage } from './single-page.js';
import { listTrs } from './trs.js';
import { listUcap } from './ucap.js';
import { listVsb } from './vsb.js';

export interface Family {
  readonly list: ListFamily;
  /** The address carries the report year: `{year}` in `url`, and `years` in the source. */
  readonly byYear: boolean;
  /** Keys of `params`, those that a source must give first. The page says most of them itself. */
  readonly params: { readonly required: readonly string[]; readonly optional: readonly string[] };
  /** CSS selectors in `select`. */
  readonly selects: boolean;
  /** What it is, in the words of a sources file. */
  readonly title: string;
}

/** Site families, by the name that a sources file uses. A new one is a handler and an entry here. */
export const families: ReadonlyMap<string, Family> = new Map<string, Family>([
  ['trs', family(listTrs, 'TRS WCM：分页列表 index.html、index_1.html')],
  [
    'hanweb-annual-report',
    { ...family(listHanwebAnnualReports, '大汉 xxgkAnnualReport.jsp：一个网址对应一年'), byYear: true },
  ],
  [
    'hanweb-column',
    family(listHanwebColumn, '大汉 /col/col282/index.html：dataproxy.jsp 分页', {
      optional: ['columnid', 'unitid', 'webid', 'webname', 'appid', 'path', 'perpage', 'sourceContentType'],
    }),
  ],
  [
    'hanweb-search',
    family(listHanwebSearch, '大汉 /module/xxgk/search.jsp：一个单位的全部公开信息', {
      required: ['area'],
      optional: ['column', 'infotypeId', 'jdid', 'divid'],
    }),
  ],
  [
    'jpaas',
    family(listJpaas, '大汉云 jpaas：页面中的 queryData', {
      optional: ['webId', 'pageId', 'tagId', 'tplSetId', 'parseType', 'pageType', 'editType'],
    }),
  ],
  ['ucap', family(listUcap, 'UCAP：分页列表 list.shtml、list_2.shtml')],
  ['vsb', family(listVsb, '博达 VSB：分页编号递减 xxgk.htm、xxgk/10.htm')],
  ['gkmlpt', family(listGkmlpt, '广东 gkmlpt：目录平台 /gkmlpt/index', { optional: ['column'] })],
  [
    'lonxin',
    family(listLonxin, '安徽龙讯：/site/label/8888', {
      optional: ['siteId', 'organId', 'catId', 'labelName', 'type', 'file', 'pageSize', 'action', 'length'],
    }),
  ],
  ['generic', { ...family(listGeneric, '其他网站：用 select 说明列表在哪里'), selects: true }],
  ['page', family(listSinglePage, '网址本身就是一份报告')],
]);

function family(list: ListFamily, title: string, params: Partial<Family['params']> = {}): Family {
  return { list, title, byYear: false, selects: false, params: { required: [], optional: [], ...params } };
}
