import { FORM_TABLE_BY_ID } from '../../catalogue/forms.js';
import { SECTION_FORMS, type SectionForm } from '../../catalogue/sections.js';
import { toSimplified } from '../../catalogue/traditional-characters.js';
import type { FormSubject } from '../../model/form.js';
import { fail, type Judgement, NOT_ASSESSABLE, PASS, together, uncertain } from './judgement.js';
import { type ReportView, textOf } from './report-view.js';

/**
 * 一 to 五. A heading may have been lost on the way while its table or its words are there, and a report without any
 * headings can't be told by them: then nothing is held against it.
 */
export function judgeSections(report: ReportView): Judgement {
  const { places } = report;
  if (places.size === 0) return NOT_ASSESSABLE;
  const due = SECTION_FORMS.filter(({ ordinal }) => ordinal < OTHER);
  const missing = due.filter(({ code }) => !places.has(code));
  if (missing.length === 0) return PASS;
  const sectioned = due.length - missing.length >= SECTIONED;
  return together(
    missing.map((form) => {
      const message = `没有“${NUMERALS[form.ordinal]}、${form.headings[0]}”部分`;
      return sectioned && !isTold(form, report) ? fail(message) : uncertain(`${message}的标题，内容或在别处`);
    }),
  );
}

export function judgeSectionSix({ places }: ReportView): Judgement {
  if (places.size === 0) return NOT_ASSESSABLE;
  return places.has('other') ? PASS : fail('没有“六、其他需要报告的事项”部分');
}

export function judgeOrder({ sections }: ReportView): Judgement {
  const ordinals = sections.flatMap(({ code }) => ORDINAL.get(code) ?? []);
  if (ordinals.length < 2) return NOT_ASSESSABLE;
  const wrong = ordinals.findIndex((ordinal, place) => place > 0 && ordinal <= ordinals[place - 1]!);
  if (wrong < 0) return PASS;
  const evidence = sections.flatMap(({ code, heading }) => (ORDINAL.has(code) ? [{ text: heading }] : []));
  return fail(`各部分的顺序为${ordinals.map((ordinal) => NUMERALS[ordinal]).join('、')}`, { evidence });
}

export function judgeHeadings({ sections }: ReportView): Judgement {
  const named = sections.filter(({ code, heading }) => FORM_OF.has(code) && heading !== '');
  if (named.length === 0) return NOT_ASSESSABLE;
  return together(
    named.map(({ code, heading }) => {
      const official = FORM_OF.get(code)!.headings[0]!;
      if (fold(heading) === fold(official)) return PASS;
      return fail(`标题“${heading}”与格式的“${official}”不一致`, { evidence: [{ text: heading }] });
    }),
  );
}

export function judgeExtraSections({ sections }: ReportView): Judgement {
  if (sections.length === 0) return NOT_ASSESSABLE;
  const extra = sections.filter(({ code }) => code === 'extra').map(({ heading }) => heading);
  if (extra.length === 0) return PASS;
  return fail(`格式之外另设${extra.map((heading) => `“${heading}”`).join('、')}`, {
    evidence: extra.map((text) => ({ text })),
  });
}

export function judgeOverviewTopics({ sections, places }: ReportView): Judgement {
  if (!places.has('overview')) return NOT_ASSESSABLE;
  const text = toSimplified(textOf(sections, 'overview'));
  const lacking = TOPICS.filter(({ words }) => !words.test(text)).map(({ nameZh }) => nameZh);
  return lacking.length === 0 ? PASS : fail(`总体情况未见${lacking.join('、')}的内容`);
}

/** Its table is there, or a line of another section begins with its words. */
function isTold({ code, keywords }: SectionForm, { figures, sections }: ReportView): boolean {
  const subject = SUBJECTS[code];
  if (subject && figures.some(({ formTable }) => FORM_TABLE_BY_ID.get(formTable)?.subject === subject))
    return true;
  if (code === 'overview' && isOverviewTold(toSimplified(textOf(sections, 'preamble')))) return true;
  const lines = sections.flatMap(({ heading, text }) => [heading, ...text.split('\n')]);
  return lines.some((line) =>
    keywords.some((words) => words.every((word) => line.slice(0, 60).includes(word))),
  );
}

/** Without 一、总体情况 its text may begin, at （一） or without numbers, before the first heading. */
function isOverviewTold(preamble: string): boolean {
  if (SUB_HEADING.test(preamble)) return true;
  return TOPICS.filter(({ words }) => words.test(preamble)).length >= MOST_TOPICS;
}

function fold(heading: string): string {
  return toSimplified(heading)
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^(?:第?[(]?[一二三四五六七八九十\d]{1,3}[)]?(?:部分)?[、.,:)]*)+/, '')
    .replace(/[^\p{Script=Han}]/gu, '');
}

/** 依申请公开 and a website are named in many a preface. */
const MOST_TOPICS = 4;

const SUB_HEADING = /^\s*(?:[（(][一1１][）)]|[1１][.．、)）]|[㈠①⑴⒈])/m;

const SUBJECTS: Partial<Record<SectionForm['code'], FormSubject>> = {
  proactive: 'proactive',
  applications: 'applications',
  review_litigation: 'review_litigation',
};

const FORM_OF = new Map<string, SectionForm>(SECTION_FORMS.map((form) => [form.code, form]));
const ORDINAL = new Map<string, number>(SECTION_FORMS.map(({ code, ordinal }) => [code, ordinal]));
const NUMERALS = ['', '一', '二', '三', '四', '五', '六'];
const OTHER = 6;
/** Fewer headings found than this, and the report isn't cut by its headings at all. */
const SECTIONED = 3;

/** 30号（一）: what 总体情况 tells of. */
const TOPICS: readonly { readonly nameZh: string; readonly words: RegExp }[] = [
  { nameZh: '主动公开', words: /主动公开|公开政府信息|发布(?:各类)?(?:政府)?信息/ },
  { nameZh: '依申请公开', words: /申请公开|公开申请|依申请/ },
  { nameZh: '政府信息管理', words: /信息管理|信息资源|规范性文件|保密审查|审查|审核|清理/ },
  { nameZh: '平台建设', words: /平台|网站|新媒体|公众号|专栏|公开栏/ },
  { nameZh: '监督保障', words: /监督|保障|考核|评议|培训|责任追究/ },
];
