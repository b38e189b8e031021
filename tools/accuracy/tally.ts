/** Counts verdicts by format, form and variation; what it keeps does not grow with the documents. */
import type { DocumentVerdict, Match } from './judge-document.js';
import type { FigureOutcome } from './judge-figures.js';
import type { LabelledDocument } from './labelled-document.js';

export interface Count {
  documents: number;
  unread: number;
  falseErrors: number;
  /** Figures of the truth. */
  truth: number;
  /** Missing figures that no finding names. */
  unsaid: number;
  readonly figures: Record<FigureOutcome, number>;
  /** Of the prose; never among the figures. */
  readonly claims: Record<'exact' | 'wrong' | 'missing', number>;
  readonly facts: Record<string, Record<Match, number>>;
}

export class Tally {
  readonly all = newCount();
  /** Documents whose variations all keep the information. */
  readonly preserving = newCount();
  readonly groups: Readonly<Record<'format' | 'form' | 'variation', Map<string, Count>>> = {
    format: new Map(),
    form: new Map(),
    variation: new Map(),
  };

  add(document: LabelledDocument, verdict: DocumentVerdict): void {
    const { format, form, variations } = document;
    const counts = [
      this.all,
      ...(document.destroysInformation ? [] : [this.preserving]),
      countOf(this.groups.format, format),
      countOf(this.groups.form, form),
      countOf(this.groups.variation, `${groupOf(variations)} ${format}`),
    ];
    for (const count of counts) addTo(count, verdict);
  }
}

/** Combinations are one line of the table: which of their parts is to blame is what single variations tell. */
function groupOf(variations: readonly string[]): string {
  if (variations.length === 0) return '(none)';
  return variations.length === 1 ? variations[0]! : '(combined)';
}

function countOf(group: Map<string, Count>, key: string): Count {
  const known = group.get(key) ?? newCount();
  group.set(key, known);
  return known;
}

function addTo(count: Count, { figures, claims, facts, falseErrors, error }: DocumentVerdict): void {
  count.documents += 1;
  if (error !== null) count.unread += 1;
  count.falseErrors += falseErrors.length;
  for (const { outcome, expected, named } of figures) {
    count.figures[outcome] += 1;
    // A figure that nothing prints is wrong, or flagged, but none of the truth's.
    if (expected !== null) count.truth += 1;
    if (outcome === 'missing' && !named) count.unsaid += 1;
  }
  for (const part of ['exact', 'wrong', 'missing'] as const) count.claims[part] += claims?.[part] ?? 0;
  for (const [fact, match] of Object.entries(facts)) {
    count.facts[fact] ??= { exact: 0, wrong: 0, null: 0 };
    count.facts[fact][match] += 1;
  }
}

function newCount(): Count {
  return {
    documents: 0,
    unread: 0,
    falseErrors: 0,
    truth: 0,
    unsaid: 0,
    figures: { exact: 0, inexact: 0, silent_wrong: 0, flagged: 0, missing: 0 },
    claims: { exact: 0, wrong: 0, missing: 0 },
    facts: {},
  };
}
