/** The county site of 北塬县: a TRS list of two pages whose links the script of the page makes. */

import { escapeHtml } from '../generate/escape-html.js';
import { type PageSite, plainPage } from '../generate/page-furniture.js';
import { isDocx, renderSampleReport } from './render-sample.js';
import type { SampleFile, SampleSite } from './sample-files.js';
import type { SampleReport } from './sample-reports.js';

export const TRS_HOST = 'xxgk.beiyuan.example';
export const TRS_LIST = '/zfxxgk/nb/index.html';

/** List pages, report pages, .docx files and the other pages that the list links. */
export function makeTrsSite(reports: readonly SampleReport[]): SampleSite {
  const linked = reports.map(linkReport);
  const others = OTHER_PAGES.map(linkOther);
  const items = [...linked, ...others].sort((a, b) => (a.listedOn < b.listedOn ? 1 : -1));
  const pages = Array.from({ length: Math.ceil(items.length / PAGE_SIZE) }, (_, index) =>
    items.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE),
  );
  const lists = pages.map((page, index): SampleFile => {
    const name = index === 0 ? 'index.html' : `index_${index}.html`;
    return { path: FOLDER + name, bytes: Buffer.from(listPage(page, index, pages.length)) };
  });
  return {
    files: [...lists, ...items.map(({ path, bytes }) => ({ path: FOLDER + path, bytes }))],
    published: linked.map(({ report, path }) => ({
      report,
      file: FOLDER + path,
      url: `http://${TRS_HOST}/zfxxgk/nb/${path}`,
    })),
  };
}

interface ListItem {
  readonly path: string;
  readonly title: string;
  readonly listedOn: string;
  readonly bytes: Uint8Array;
}

function linkReport(report: SampleReport, index: number): ListItem & { report: SampleReport } {
  const { truth } = report;
  const day = truth.publishedOn.replaceAll('-', '');
  const folder = day.slice(0, 6);
  const serial = 40_217 + index * 613;
  const path = isDocx(report) ? `${folder}/P0${day}${serial}.docx` : `${folder}/t${day}_${serial}.html`;
  // Some offices put the county before the unit, some don't.
  const title = index % 2 === 0 ? truth.title : truth.unit.county + truth.title;
  const page = site(truth.unit.name, truth.publishedOn);
  return { path, title, listedOn: truth.publishedOn, bytes: renderSampleReport(report, page), report };
}

function linkOther(other: OtherPage, index: number): ListItem {
  const day = other.publishedOn.replaceAll('-', '');
  const page = plainPage(other.title, other.text, site('北塬县人民政府办公室', other.publishedOn));
  const path = `${day.slice(0, 6)}/t${day}_${51_020 + index * 77}.html`;
  return { path, title: other.title, listedOn: other.publishedOn, bytes: Buffer.from(page) };
}

function listPage(items: readonly ListItem[], index: number, count: number): string {
  const rows = items.map(({ path, title, listedOn }) => {
    // Lists cut long titles; the whole one is in the attribute.
    const shown = title.length > 26 ? `${title.slice(0, 25)}…` : title;
    return `<li><a href="./${path}" target="_blank" title="${escapeHtml(title)}">${escapeHtml(shown)}</a><span>${listedOn}</span></li>`;
  });
  return `<!DOCTYPE html>
<html lang="zh-CN"><head>
<meta charset="utf-8">
<title>政府信息公开年报_${SITE_NAME}</title>
<meta name="SiteName" content="${SITE_NAME}">
<meta name="ColumnName" content="政府信息公开年报">
</head><body>
<ul class="nav">${NAVIGATION.map((link) => `<li><a href="${link.href}">${link.text}</a></li>`).join('')}</ul>
<div class="list"><ul>
${rows.join('\n')}
</ul></div>
<div class="page"><script>createPageHTML(${count}, ${index}, "index", "html");</script></div>
</body></html>
`;
}

function site(publisher: string, publishedOn: string): PageSite {
  return {
    family: 'trs',
    siteName: SITE_NAME,
    publisher,
    publishedOn,
    charset: 'utf-8',
    navigation: NAVIGATION,
  };
}

interface OtherPage {
  readonly title: string;
  readonly publishedOn: string;
  readonly text: readonly string[];
}

const OTHER_PAGES: readonly OtherPage[] = [
  {
    title: '北塬县政府信息公开指南',
    publishedOn: '2023-02-10',
    text: [
      '公众可以通过县政府网站、便民服务中心和档案馆查阅主动公开的政府信息。',
      '办公时间为工作日上午九时至十二时，下午一时至五时。',
    ],
  },
  {
    title: '关于举办政府信息公开业务培训的通知',
    publishedOn: '2022-09-20',
    text: ['定于本月下旬举办业务培训，请各乡镇和部门安排一名联络员参加。'],
  },
  {
    title: '北塬县2022年政务公开工作要点',
    publishedOn: '2022-05-12',
    text: ['围绕稳岗就业、涉企服务和民生保障推进公开，任务分工见附表。'],
  },
  {
    title: '北塬县政府信息公开申请流程图',
    publishedOn: '2021-08-03',
    text: ['申请人填写申请表并提交有效身份证明，受理机关登记后在二十个工作日内答复。'],
  },
  {
    title: '北塬县政务公开工作机构联系方式',
    publishedOn: '2021-03-15',
    text: ['地址：北塬县政务服务中心二楼。电话：0999-6000000。'],
  },
];

const FOLDER = 'sites/trs/zfxxgk/nb/';
const PAGE_SIZE = 6;
const SITE_NAME = '北塬县人民政府门户网站';
const NAVIGATION = [
  { href: '/zfxxgk/zn/index.html', text: '政府信息公开指南' },
  { href: '/zfxxgk/zd/index.html', text: '政府信息公开制度' },
  { href: '/zfxxgk/fdzdgknr/index.html', text: '法定主动公开内容' },
  { href: TRS_LIST, text: '政府信息公开年报' },
];
