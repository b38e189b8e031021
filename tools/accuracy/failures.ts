/** Prints what went wrong in a document, how to make it again, and keeps its bytes where they are wanted. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentVerdict } from './judge-document.js';
import type { FigureVerdict } from './judge-figures.js';
import type { LabelledDocument } from './labelled-document.js';

/** Whether anything is silently wrong, missing without a word, or falsely an error. */
export function failed(
  { figures, claims, falseErrors, error, facts }: DocumentVerdict,
  withFacts: boolean,
): boolean {
  const factsToo = withFacts && Object.values(facts).some((match) => match !== 'exact');
  return (
    factsToo ||
    error !== null ||
    falseErrors.length > 0 ||
    (claims?.wrong ?? 0) > 0 ||
    figures.some(isFailure)
  );
}

/** A wrong figure that nothing warns of, or an error that is none. */
export function isGrave({ figures, falseErrors }: DocumentVerdict): boolean {
  return falseErrors.length > 0 || figures.some(({ outcome }) => outcome === 'silent_wrong');
}

export function describeFailure(document: LabelledDocument, verdict: DocumentVerdict): string {
  const bad = verdict.figures.filter(isFailure).sort((a, b) => rank(a) - rank(b));
  const lines = [
    `FAILED ${document.name}`,
    ...(document.reproduce ? [`  npm run accuracy -- ${document.reproduce}`] : []),
    ...(verdict.error ? [`  not read: ${verdict.error}`] : []),
    ...bad.slice(0, SHOWN).map((figure) => `  ${figure.outcome} ${figure.key}: ${shown(figure)}`),
    ...(bad.length > SHOWN ? [`  … and ${bad.length - SHOWN} more`] : []),
    ...(verdict.claims?.faults ?? []).slice(0, SHOWN).map((fault) => `  claim ${fault}`),
    ...factLines(document, verdict),
    ...verdict.falseErrors.slice(0, SHOWN).map((text) => `  false error ${text}`),
  ];
  return lines.join('\n');
}

export function keepDocument(folder: string, document: LabelledDocument): void {
  mkdirSync(folder, { recursive: true });
  const digest = createHash('sha256').update(document.bytes).digest('hex').slice(0, 8);
  const name = `${document.variations.slice(0, 3).join('+') || 'plain'}-${digest}`;
  writeFileSync(join(folder, `${name}.${EXTENSIONS[document.format] ?? document.format}`), document.bytes);
}

function factLines({ expected }: LabelledDocument, { facts, factsRead }: DocumentVerdict): string[] {
  const truth: Readonly<Record<string, unknown>> = {
    unit: expected.units.join(' or '),
    year: expected.year,
    date: expected.publishedOn,
    template: expected.template,
    sections: expected.sections?.join(' '),
  };
  return Object.entries(facts)
    .filter(([, match]) => match !== 'exact')
    .map(([fact]) => `  ${fact}: read ${factsRead[fact]} for ${truth[fact]}`);
}

const isFailure = ({ outcome, named }: FigureVerdict): boolean =>
  outcome === 'silent_wrong' || (outcome === 'missing' && !named);

const rank = ({ outcome }: FigureVerdict): number => (outcome === 'silent_wrong' ? 0 : 1);

function shown({ read, expected }: FigureVerdict): string {
  const got = read ? `“${read.raw}” (${read.state}, ${read.value} ${read.unit ?? ''})` : 'nothing';
  return `read ${got} for ${expected ? `“${expected.raw}” (${expected.state}, ${expected.value})` : 'nothing printed'}`;
}

const SHOWN = 4;
const EXTENSIONS: Readonly<Record<string, string>> = { text: 'txt' };
