/** Reads a layout and compares with what its tables print: nothing may be silently wrong, nothing silently lost. */
import type { Extraction } from '../../src/model/extraction.js';
import { parse } from '../../src/parse/parse.js';
import type { Layout } from '../../tools/generate/layout.js';
import { keyOf, trimmed } from './compare-figures.js';
import { type Format, printedFigures, render } from './layouts.js';

export interface LayoutVerdict {
  /** Figures that are not what is printed, nor withheld. */
  readonly wrong: readonly string[];
  /** Printed, read by no one, and no finding says so. */
  readonly silent: readonly string[];
  /** Printed, not read, and a finding says so. */
  readonly flagged: readonly string[];
  readonly exact: number;
}

export function judgeLayout(layout: Layout, format: Format): LayoutVerdict {
  const extraction = parse(render(layout, format));
  const printed = printedFigures(layout);
  const wrong: string[] = [];
  const read = new Set<string>();
  for (const figure of extraction.figures) {
    const texts = [...new Set([...(printed.get(keyOf(figure)) ?? [])].map(trimmed))];
    // A cell that isn't printed may be read as blank: nothing is what it says.
    if (figure.state === 'withheld' || (figure.state === 'blank' && texts.length === 0)) continue;
    const right = texts.length === 1 && texts[0] === figure.raw && numberIn(figure.raw) === figure.value;
    if (right) read.add(keyOf(figure));
    else
      wrong.push(
        `${keyOf(figure)}: read ${figure.raw || 'blank'}, printed ${texts.join(' and ') || 'nowhere'}`,
      );
  }
  const lost = [...printed.keys()].filter((key) => !read.has(key));
  return {
    wrong,
    exact: read.size,
    silent: lost.filter((key) => !isNamed(key, extraction)),
    flagged: lost.filter((key) => isNamed(key, extraction)),
  };
}

/** Generated cells print numbers, `减3`, `250元`, a slash, or nothing. */
function numberIn(raw: string): number | null {
  return raw === '' || raw === '/' ? null : Number(raw.replace('减', '-').replace(/万?元/, ''));
}

/** By the figure itself, by its row, or as part of a table of which nothing could be read. */
function isNamed(key: string, { findings, figures }: Extraction): boolean {
  const [indicator, applicant] = key.split('@');
  const figure = figures.find((f) => keyOf(f) === key);
  return findings.some(
    (finding) =>
      (finding.indicator === indicator && (finding.applicant ?? '') === applicant) ||
      (figure && finding.table === figure.table && finding.row === figure.row) ||
      finding.check === 'recognise/unread-table',
  );
}
