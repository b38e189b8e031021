/** Whole reports as pages and as .docx, with one thing in them changed. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Extraction, Figure } from '../../../src/model/extraction.js';
import { type Confirmation, confirmReading } from '../../../src/parse/control/confirm-reading.js';
import { parse } from '../../../src/parse/parse.js';
import { plain } from '../../../tools/generate/figures.js';
import { type LayoutOptions, makeLayout } from '../../../tools/generate/layout.js';
import type { PageSite } from '../../../tools/generate/page-furniture.js';
import { random } from '../../../tools/generate/random.js';
import { renderDocx } from '../../../tools/generate/render-docx.js';
import { renderHtml } from '../../../tools/generate/render-html.js';
import { makeTruth, type ReportTruth, withFigure } from '../../../tools/generate/truth.js';

export type Form = 't2019' | 't2021';

export interface Look extends LayoutOptions {
  readonly style: 'clean' | 'word';
  readonly headingNumbers: 'typed' | 'automatic';
}

export const CLEAN: Look = { style: 'clean', headingNumbers: 'typed' };
/** 规章, 制发件数: the figure that the cases below change; printed 37. */
export const CHANGED = 'proactive.rules.issued@';
export const PRINTED = '37';

export function truthOf(seed: number, table2: Form = 't2021', table3: Form = 't2021'): ReportTruth {
  return makeTruth(random(seed), {
    unit: { name: '青杉镇人民政府', county: '北塬县', kind: 'town' },
    ...{ year: 2023, table2, table3, publishedOn: '2024-01-18', profile: seed % 2 ? 'town' : 'dense' },
  });
}

/** A report that prints 37 件 of 规章. */
export function report(): ReportTruth {
  return withFigure(truthOf(1), plain('proactive.rules.issued', Number(PRINTED), '件'));
}

export function pageOf(truth: ReportTruth, look: Look = CLEAN): string {
  const page: PageSite = {
    family: 'trs',
    siteName: '北塬县人民政府',
    publisher: truth.unit.name,
    publishedOn: truth.publishedOn,
    charset: 'utf-8',
    navigation: [],
  };
  return renderHtml(makeLayout(truth, look), { style: look.style, random: random(7), page });
}

export function docxOf(truth: ReportTruth, look: Look = CLEAN): Buffer {
  const ink = { style: look.style, random: random(7), headingNumbers: look.headingNumbers };
  const layout = makeLayout(truth, look);
  return Buffer.from(renderDocx(layout, { ...ink, creator: truth.unit.name, createdOn: truth.publishedOn }));
}

/** The clean .docx with its document.xml rewritten, and with other parts replaced or added. */
export function docxWith(
  edit: (xml: string) => string,
  parts: Readonly<Record<string, string>> = {},
): Buffer {
  const files = unzipSync(docxOf(report()));
  const before = strFromU8(files['word/document.xml']!);
  const after = edit(before);
  for (const [name, text] of Object.entries({ ...parts, 'word/document.xml': after }))
    files[name] = strToU8(text);
  return Buffer.from(zipSync(files));
}

export async function confirm(bytes: Buffer): Promise<Confirmation & { main: Extraction }> {
  const main = parse(bytes);
  return { main, ...(await confirmReading(main, bytes, null)) };
}

export function figure({ figures }: Extraction, key: string): Figure | undefined {
  return figures.find(({ indicator, applicant }) => `${indicator}@${applicant ?? ''}` === key);
}

/** Findings of the comparison, without the main reading's own. */
export function controlFindings({ extraction, main }: { extraction: Extraction; main: Extraction }) {
  return extraction.findings.slice(main.findings.length);
}
