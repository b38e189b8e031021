import { SECTION_FORMS, type SectionForm } from '../../catalogue/sections.js';
import { foldWithPlaces } from '../labels/fold-places.js';
import type { HeadingCandidate, NumberLevel } from './headings.js';
import type { Line } from './printed-lines.js';

/**
 * Headings that share their line with the text: `六、其他需要报告的事项。无。`, or a whole report in one paragraph. Each is a
 * number after the end of a sentence, followed by the very words of a section. A list of the sections' names
 * (一、概述；二、主动公开；…) has none. `short`: the line as a whole may be a heading in other words; then it is cut only where
 * something follows that no heading goes on with.
 */
export function inlineHeadings({ block, start, text }: Line, short: boolean): HeadingCandidate[] {
  const found: HeadingCandidate[] = [];
  for (const match of numbersIn(text)) {
    const at = match.index!;
    if (!(isSentenceStart(text, at) || found.at(-1)?.end === start + at)) continue;
    const wording = wordingAt(text, at + match[0].length);
    if (!wording || !endsHere(text.slice(wording.end), short)) continue;
    const trailing = /^[\s：:。.]*/.exec(text.slice(wording.end))![0].length;
    const end = wording.end + trailing;
    const place = { block, start: start + at, endBlock: block, end: start + end };
    const heading = text.slice(at, end).replace(/\s+/g, ' ').trim();
    found.push({
      ...place,
      text: heading,
      form: wording.form,
      level: levelOf(match),
      exact: true,
      place: 'inline',
    });
  }
  return found;
}

/** A number of any kind at the head of the line, 一、 anywhere. */
function numbersIn(text: string): RegExpMatchArray[] {
  const first = NUMBER_AT_HEAD.exec(text);
  const rest = HAS_NUMBER.test(text) ? [...text.matchAll(NUMBER)] : [];
  return first && !first[1] ? [first, ...rest] : rest;
}

function levelOf([, numeral, bracketed, bare]: RegExpMatchArray): NumberLevel {
  if (numeral || bare) return 1;
  return bracketed ? 2 : 3;
}

function isSentenceStart(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LOOKED_BACK), at);
  return before.trim() === '' || /[。；;！？!?：:）)】”"》>]\s*$|\s\s$|[\u3000\u00a0]$/.test(before);
}

/** The longest wording of the catalogue that the text goes on with. */
function wordingAt(text: string, from: number): { form: SectionForm; end: number } | null {
  const { folded, places } = foldWithPlaces(text.slice(from, from + LONGEST_WORDING));
  const hit = WORDINGS.find(({ wording }) => folded.startsWith(wording));
  return hit ? { form: hit.form, end: from + places[hit.wording.length - 1]! + 1 } : null;
}

function endsHere(rest: string, short: boolean): boolean {
  if (/^\s*[、，,；;]/.test(rest)) return false;
  if (/^\s*$/.test(rest)) return true;
  return !short || /^(?:[\s。：:（(\d“]|该|本|我|根据|按照|格式|20)/.test(rest);
}

/** Blanks that may stand between a sentence and the number after it. */
const LOOKED_BACK = 20;
/** Spaces inside a wording as printed come on top. */
const LONGEST_WORDING = 60;
const NUMBER = /(第[一二三四五六七八九十](?:部分[、：:]?|、)|[一二三四五六七八九十]{1,3}\s?[、.．])/g;
/** Most lines have none: asking first is cheaper than looking for all. */
const HAS_NUMBER = new RegExp(NUMBER.source);
const NUMBER_AT_HEAD =
  /^\s*(?:(第[一二三四五六七八九十](?:部分|、)|[一二三四五六七八九十]{1,3}\s?[、.．])|([（(][一二三四五六七八九十]{1,3}[)）][、.]?|[㈠-㈩][、.]?)|[（(]?\d{1,2}[)）.、．](?!\d)|([一二三四五六七八九十])(?![一二三四五六七八九十是])\s?)/;

const WORDINGS: readonly { readonly wording: string; readonly form: SectionForm }[] = SECTION_FORMS.flatMap(
  (form) => form.headings.map((heading) => ({ form, wording: foldWithPlaces(heading).folded })),
).sort((a, b) => b.wording.length - a.wording.length);
