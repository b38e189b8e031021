import type { MarkupEvent } from '../../catalogue/blind-lists.js';

/**
 * Walks over the tags of a page as the HTML Standard nests them (§13.2.6), only so far as to notice where htmlparser2,
 * which closes whatever stands open under an end tag's name, must come to another tree.
 */
export function markupEvents(page: string): ReadonlySet<MarkupEvent> {
  const events = new Set<MarkupEvent>();
  const open: string[] = [];
  for (const { groups } of page.matchAll(TAG)) {
    const name = groups?.name?.toLowerCase();
    if (name === undefined || VOID.has(name)) continue;
    if (groups!.end === undefined) startTag(name, open, events);
    else endTag(name, open, events);
  }
  return events;
}

function startTag(name: string, open: string[], events: Set<MarkupEvent>): void {
  if (CLOSES_PARAGRAPH.test(name) && open.at(-1) === 'p') open.pop();
  if (name === 'table') {
    const around = open[lastOf(open, STRUCTURE)];
    if (around !== undefined && !CELLS.has(around)) {
      events.add('table-outside-cell');
      open.length = open.lastIndexOf('table');
    }
  } else if (STRUCTURE.has(name)) {
    // A cell ends a cell, a row ends a row, a row group ends a row group of the same table.
    const table = open.lastIndexOf('table');
    const level = LEVELS.findIndex((names) => names.has(name));
    const same = open.findIndex(
      (other, place) => place > table && LEVELS.slice(level).some((l) => l.has(other)),
    );
    if (same >= 0) open.length = same;
  }
  open.push(name);
}

function endTag(name: string, open: string[], events: Set<MarkupEvent>): void {
  const place = open.lastIndexOf(name);
  if (place < 0) return;
  if (STRUCTURE.has(name)) {
    if (name === 'table' || place > open.lastIndexOf('table')) open.length = place;
  } else if (place > lastOf(open, STRUCTURE)) open.length = place;
  else events.add('crossing-end-tag');
}

function lastOf(open: readonly string[], names: ReadonlySet<string>): number {
  return open.findLastIndex((name) => names.has(name));
}

/** Tags; comments and elements of raw text are passed over whole. */
const TAG =
  /<!--[\s\S]*?(?:-->|$)|<(?<raw>script|style|textarea|title|xmp|iframe|noembed|noframes|noscript)\b[\s\S]*?(?:<\/\k<raw>|$)|<(?<end>\/)?(?<name>[a-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const VOID = new Set('area base br col embed frame hr img input link meta param source track wbr'.split(' '));
const CELLS: ReadonlySet<string> = new Set(['td', 'th', 'caption']);
const LEVELS: readonly ReadonlySet<string>[] = [new Set(['thead', 'tbody', 'tfoot']), new Set(['tr']), CELLS];
const STRUCTURE: ReadonlySet<string> = new Set(['table', ...LEVELS.flatMap((names) => [...names])]);
const CLOSES_PARAGRAPH =
  /^(?:p|table|div|h[1-6]|[uod]l|pre|form|center|section|article|blockquote|address|fieldset|header|footer|main|nav)$/;
