import { toSimplified } from '../../catalogue/traditional-characters.js';
import type { Block } from '../../model/document.js';
import type { Figure, ReportIdentity, Section } from '../../model/extraction.js';
import type { Finding } from '../../model/finding.js';
import { findYear } from './dates.js';
import { isTitle } from './title.js';

/** What is known of a document when it is asked whether it is a report. */
export interface Candidate {
  readonly identity: ReportIdentity;
  readonly sections: readonly Section[];
  readonly figures: readonly Figure[];
  /** The line where a title stands (findHeadline). */
  readonly headline: string | null;
  readonly article: readonly Block[];
}

/**
 * Look-alikes: parsed as far as they go, but no report; the reason is named. Null for a report, and a report without
 * tables, or of prose alone, is one.
 */
export function notAReport(candidate: Candidate): Finding | null {
  const found = LOOK_ALIKES.find(({ test }) => test(candidate));
  if (!found) return null;
  if (found.reason === null) return PICTURES;
  const { headline, identity } = candidate;
  const text = headline ?? identity.title;
  return {
    check: 'recognise/not-a-report',
    severity: 'blocker',
    message: `不是年度报告：${found.reason}`,
    ...(text ? { evidence: [{ text }] } : {}),
  };
}

/** A page that shows its report as scanned pages or in an embedded viewer: published, and not readable. */
function isPictures(candidate: Candidate): boolean {
  if (!holdsNothing(candidate)) return false;
  const { article } = candidate;
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

interface LookAlike {
  /** Null for a report that is there and can't be read. */
  readonly reason: string | null;
  readonly test: (candidate: Candidate) => boolean;
}

const LOOK_ALIKES: readonly LookAlike[] = [
  {
    reason: '标题表明是解读、指南或模板',
    test: ({ headline, identity }) =>
      SPEAKS_OF_ONE.test(headline ?? '') || SPEAKS_OF_ONE.test(identity.title ?? ''),
  },
  {
    reason: '标题里的单位或年度是占位符，是范文或模板',
    test: ({ headline, identity }) => PLACEHOLDER.test(identity.title ?? headline ?? ''),
  },
  {
    reason: '正文以××代替单位或数字，是范文或模板',
    test: ({ sections }) =>
      (
        sections
          .map(({ text }) => text)
          .join('')
          .match(BLANKED) ?? []
      ).length >= ENOUGH_BLANKED,
  },
  {
    reason: '标题表明是制度、指南、要点、计划、总结、通知、清单等其他文件',
    test: ({ headline, identity, figures }) =>
      headline !== null &&
      OTHER_KINDS.test(headline) &&
      numbers(figures) < ENOUGH_NUMBERS &&
      (findYear(headline) !== null || findYear(identity.title ?? '') === null),
  },
  {
    reason: '空白表格，没有单位、年度和任何数据',
    test: ({ identity: { unit, year }, figures }) =>
      unit === null && year === null && figures.length > 0 && numbers(figures) === 0,
  },
  { reason: null, test: isPictures },
  {
    reason: '列表页：列出多份年报的标题，没有正文',
    test: (candidate) =>
      holdsNothing(candidate) && !isProse(candidate) && listedTitles(candidate.sections) >= ENOUGH_LISTED,
  },
  {
    reason: '没有法定表格，也没有规定的栏目',
    test: (candidate) => holdsNothing(candidate) && !isProse(candidate),
  },
];

function numbers(figures: readonly Figure[]): number {
  return figures.filter(({ value }) => value !== null).length;
}

function holdsNothing({ figures, sections }: Candidate): boolean {
  const named = sections.map(({ code }) => code).filter((code) => code !== 'preamble' && code !== 'extra');
  return figures.length === 0 && new Set(named).size < ENOUGH_SECTIONS;
}

/** A report of prose without headings: a report's title, and the subjects that 条例第五十条 asks for. */
function isProse({ identity, headline, sections }: Candidate): boolean {
  // Sentences alone: a list page holds the same words in its links.
  const lines = sections.flatMap(({ text }) => text.split('\n')).filter(isSentence);
  const text = toSimplified(lines.join(''));
  const titled = identity.year !== null && headline !== null && isTitle(headline);
  return titled && text.length >= SHORTEST_PROSE && SUBJECTS.every((subject) => subject.test(text));
}

function isSentence(line: string): boolean {
  return line.length >= SHORTEST_SENTENCE && line.includes('。');
}

function listedTitles(sections: readonly Section[]): number {
  const lines = sections
    .flatMap(({ text }) => text.split('\n'))
    .map((line) => line.replace(LIST_DATE, '').trim());
  return new Set(lines.filter(isTitle)).size;
}

const SPEAKS_OF_ONE =
  /图解|一图读懂|一图看懂|图说|范文|模板|模版|样本|填报说明|编制说明|编制指南|(?:报告|年报)[》”"]?的?(?:政策|文字|图文)?(?:解读|问答|格式|样式|制度|办法|规定|规范|要求)|解读[:：]|[一二三四五六七八九十\d]篇[)）]?$/;
const PLACEHOLDER =
  /[XxＸ×✕＊*○]{2,}|(?<!\d\s*)20(?:[XxＸ×_＿]{2}|\s*年)|某某?(?:省|市|县|区|镇|乡|街道|局|单位)/;
const BLANKED = /[×✕Ｘ]{2,}|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])/g;
const OTHER_KINDS =
  /(?:指南|制度|办法|规定|细则|规范|要点|计划|方案|总结|通知|清单|目录|意见|汇报|解读)(?:[（(][^（）()]*[)）])?$/;
const LIST_DATE = /[[（(]?\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\])）]?$/;
const SUBJECTS = [/主动公开/, /依?申请公开|公开申请/, /\d/];

const ENOUGH_SECTIONS = 3;
const ENOUGH_NUMBERS = 10;
const ENOUGH_BLANKED = 5;
const ENOUGH_LISTED = 3;
/** Signs. */
const SHORTEST_PROSE = 300;
const SHORTEST_SENTENCE = 40;
/** Title, source line and a hint how to view it; a report has thousands. */
const MOST_WORDS = 400;
