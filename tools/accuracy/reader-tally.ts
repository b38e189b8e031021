/** How often the two readers differ and which of them was right, by format. */
import type { ReaderComparison } from './compare-readers.js';
import type { LabelledDocument } from './labelled-document.js';
import { aligned } from './print-summary.js';

interface ReaderCount {
  documents: number;
  readonly outcomes: Record<ReaderComparison['outcome'], number>;
  readonly right: Record<keyof ReaderComparison['right'], number>;
  agreed: number;
  alikeWrong: number;
}

export class ReaderTally {
  readonly formats = new Map<string, ReaderCount>();

  add({ format }: LabelledDocument, { outcome, right, agreed, alikeWrong }: ReaderComparison): void {
    const count = this.formats.get(format) ?? newCount();
    this.formats.set(format, count);
    count.documents += 1;
    count.outcomes[outcome] += 1;
    count.agreed += agreed;
    count.alikeWrong += alikeWrong;
    for (const side of SIDES) count.right[side] += right[side];
  }
}

export function describeReaders({ formats }: ReaderTally): string {
  const rows = [...formats].map(([format, { documents, outcomes, right, agreed, alikeWrong }]) => {
    const { agreed: same, differed, blind, failed, single_reader, unread } = outcomes;
    const both = [agreed, alikeWrong, ...SIDES.map((side) => right[side])];
    return [
      format,
      ...[documents, same, differed, blind, failed, single_reader, unread, ...both].map(String),
    ];
  });
  return `the two readers, documents and figures\n${aligned([HEAD, ...rows])}`;
}

const SIDES = ['main', 'control', 'neither', 'both'] as const;

const HEAD = [
  'format',
  'documents',
  'agreed',
  'differed',
  'blind',
  'failed',
  'one reader',
  'unread',
  'figures alike',
  'alike but wrong',
  'differ: main right',
  'control right',
  'neither',
  'both',
];

function newCount(): ReaderCount {
  return {
    documents: 0,
    outcomes: { agreed: 0, differed: 0, blind: 0, failed: 0, single_reader: 0, unread: 0 },
    right: { main: 0, control: 0, neither: 0, both: 0 },
    agreed: 0,
    alikeWrong: 0,
  };
}
