import type { Block } from '../model/document.js';
import type { Figure, ReportIdentity, Section } from '../model/extraction.js';
import type { Finding } from '../model/finding.js';

/** Look-alikes: parsed as far as they go, but no report; the reason is named. Null for a report. */
export function notAReport(
  identity: ReportIdentity,
  sections: readonly Section[],
  figures: readonly Figure[],
  article: readonly Block[],
): Finding | null {
  if (isPictures(sections, figures, article)) return PICTURES;
  const reason = LOOK_ALIKES.find(({ test }) => test(identity, sections, figures))?.reason;
  if (!reason) return null;
  return { check: 'recognise/not-a-report', severity: 'blocker', message: `不是年度报告：${reason}` };
}

/** A page that shows its report as scanned pages or in an embedded viewer: published, and not readable. */
function isPictures(
  sections: readonly Section[],
  figures: readonly Figure[],
  article: readonly Block[],
): boolean {
  if (figures.length > 0 || namedSections(sections) >= ENOUGH_SECTIONS) return false;
  const pictures = article.filter((block) => block.kind === 'paragraph' && block.picture === true).length;
  const words = article.reduce((sum, block) => sum + (block.kind === 'paragraph' ? block.text.length : 0), 0);
  return pictures > 0 && words <= MOST_WORDS;
}

const PICTURES: Finding = {
  check: 'recognise/only-pictures',
  severity: 'blocker',
  message:
    '正文只有图片或嵌入的阅读器（电子书、附件预览），没有可读的文字和表格；请提供网页文字版、.docx 或可选中文字的 PDF',
};

type Test = (identity: ReportIdentity, sections: readonly Section[], figures: readonly Figure[]) => boolean;

const LOOK_ALIKES: readonly { readonly test: Test; readonly reason: string }[] = [
  {
    test: ({ title }) => title !== null && /解读|图解|一图读懂|填报说明|编制指南|模板|模版|范文/.test(title),
    reason: '标题表明是解读、指南或模板',
  },
  {
    test: ({ unit, year }, _, figures) =>
      unit === null && year === null && figures.length > 0 && figures.every(({ value }) => value === null),
    reason: '空白表格，没有单位、年度和任何数据',
  },
  {
    test: (_, sections, figures) => figures.length === 0 && namedSections(sections) < ENOUGH_SECTIONS,
    reason: '没有法定表格，也没有规定的栏目',
  },
];

function namedSections(sections: readonly Section[]): number {
  return new Set(sections.map(({ code }) => code).filter((code) => code !== 'preamble' && code !== 'extra'))
    .size;
}

const ENOUGH_SECTIONS = 3;
/** Title, source line and a hint how to view it; a report has thousands. */
const MOST_WORDS = 400;
