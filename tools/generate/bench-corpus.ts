/** Documents to measure with: pages of about 111 KB and .docx of about 28 KB, 200 figures and 15 headings each. */
import { makeLayout } from './layout.js';
import type { Link, PageSite } from './page-furniture.js';
import { type Random, random } from './random.js';
import { renderDocx } from './render-docx.js';
import { renderHtml } from './render-html.js';
import { makeTruth, type ReportTruth } from './truth.js';

export interface BenchDocument {
  readonly html: Buffer;
  readonly docx: Buffer;
  readonly truth: ReportTruth;
}

/** Makes `count` reports of different units, each as a page and as a .docx; every other .docx numbers its headings itself. */
export function makeBenchCorpus(count: number, seed: number): BenchDocument[] {
  const rng = random(seed);
  return Array.from({ length: count }, (_, index) => makeDocument(rng, index));
}

function makeDocument(rng: Random, index: number): BenchDocument {
  const truth = makeTruth(rng, {
    unit: { name: `第${index + 1}镇人民政府`, county: '北塬县', kind: 'town' },
    year: 2023,
    table2: 't2021',
    table3: 't2021',
    publishedOn: `2024-01-${rng.between(10, 29)}`,
    title: `北塬县第${index + 1}镇人民政府2023年政府信息公开工作年度报告`,
    profile: 'dense',
    sentences: 5,
  });
  const layout = makeLayout(truth);
  const docx = renderDocx(layout, {
    style: 'word',
    headingNumbers: index % 2 === 1 ? 'automatic' : 'typed',
    random: rng,
    creator: truth.unit.name,
    createdOn: truth.publishedOn,
  });
  const html = renderHtml(layout, { style: 'word', random: rng, page: benchPage(truth) });
  return { html: Buffer.from(html), docx: Buffer.from(docx), truth };
}

function benchPage(truth: ReportTruth): PageSite {
  return {
    family: 'trs',
    siteName: '北塬县人民政府门户网站',
    publisher: truth.unit.name,
    publishedOn: truth.publishedOn,
    charset: 'utf-8',
    navigation: NAVIGATION,
    headExtra: HEAD_EXTRA,
  };
}

const TOPICS = [
  '机构职能',
  '政策文件',
  '财政资金',
  '重点领域',
  '公共服务',
  '规划计划',
  '人事信息',
  '应急管理',
];

const NAVIGATION: readonly Link[] = Array.from({ length: 120 }, (_, index) => ({
  href: `/zfxxgk/fdzdgknr/c${1000 + index}/index.html`,
  text: TOPICS[index % TOPICS.length]!,
}));

/** The weight that editors and counters leave in the head of real pages. */
const HEAD_EXTRA =
  `<script>${'function track(a,b){if(a<b){return a&&b}}'.repeat(40)}</script>` +
  `<style>${'.TRS_Editor p{margin:0;line-height:2}.main>b{color:#333}'.repeat(75)}</style>`;
