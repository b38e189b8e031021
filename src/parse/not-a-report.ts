import type { Figure, ReportIdentity, Section } from '../model/extraction.js';
import type { Finding } from '../model/finding.js';

/** Look-alikes: parsed as far as they go, but no report; the reason is named. Null for a report. */
export function notAReport(
  identity: ReportIdentity,
  sections: readonly Section[],
  figures: readonly Figure[],
): Finding | null {
  const reason = LOOK_ALIKES.find(({ test }) => test(identity, sections, figures))?.reason;
  if (!reason) return null;
  return { check: 'recognise/not-a-report', severity: 'blocker', message: `不是年度报告：${reason}` };
}

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
