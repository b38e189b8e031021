import type { WorkItem } from '../../store/board/worklist.js';
import { placeKey, placeOf } from './cell-place.js';

/** What findings point at in an original. */
export interface MarkedPlaces {
  /** Cell → class that marks it and what is said of it. */
  readonly cells: ReadonlyMap<
    string,
    { readonly kind: 'error' | 'warning'; readonly messages: readonly string[] }
  >;
  /** Words to mark in the text. */
  readonly texts: readonly string[];
}

/** Findings that still stand mark their cells and words; those that only inform mark nothing. */
export function markedPlaces(items: readonly WorkItem[], year: number): MarkedPlaces {
  const cells = new Map<string, { kind: 'error' | 'warning'; messages: string[] }>();
  const texts = new Set<string>();
  for (const item of items.filter(({ severity, state }) => severity !== 'info' && state !== 'disputed')) {
    const own = (item.evidence ?? []).filter((one) => (one.year ?? year) === year && !one.unitId);
    for (const one of [item, ...own]) {
      const place = placeOf(one);
      if (place) mark(cells, placeKey(place), item);
    }
    for (const { text } of own) if (text && text.length >= SHORTEST_TEXT) texts.add(text);
  }
  return { cells, texts: [...texts] };
}

function mark(
  cells: Map<string, { kind: 'error' | 'warning'; messages: string[] }>,
  key: string,
  { severity, message }: WorkItem,
): void {
  const kind = severity === 'warning' ? 'warning' : 'error';
  const held = cells.get(key);
  if (!held) cells.set(key, { kind, messages: [message] });
  else if (!held.messages.includes(message))
    cells.set(key, { kind: kind === 'error' ? 'error' : held.kind, messages: [...held.messages, message] });
}

/** A shorter text stands in too many places to say anything. */
const SHORTEST_TEXT = 4;
