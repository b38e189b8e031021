import { checkQuality } from '../check/check-quality.js';
import { checkReport } from '../check/check-report.js';
import { checkText } from '../check/check-text.js';
import { rollUp } from '../check/roll-up.js';
import type { Extraction } from '../model/extraction.js';
import type { Finding } from '../model/finding.js';
import { figureKey } from '../parse/control/compare-readings.js';
import { confirmReading } from '../parse/control/confirm-reading.js';
import { parse, parseBytes } from '../parse/parse.js';
import { parserVersion } from './parser-version.js';

export interface ReadOptions {
  /** Whether a second reader must confirm the figures; it costs more than the first reading. Default never. */
  readonly control: 'always' | 'never';
}

/**
 * All that one document says: what is printed (parse), whether a second reading confirms it (control), and what is
 * wrong with it (check).
 * @throws ReadError when it can't be read at all.
 */
export async function readDocument(
  bytes: Buffer,
  servedType: string | null = null,
  { control }: ReadOptions = DEFAULTS,
): Promise<Extraction> {
  const main = await parseBytes(bytes, servedType);
  if (control === 'never') return judged(main, NOTHING);
  const { extraction, agreed } = await confirmReading(main, bytes, servedType);
  return judged(extraction, agreed);
}

/** By the main reader alone, at once: pages, .docx and text, for measuring. */
export function readOnce(bytes: Buffer, servedType: string | null = null): Extraction {
  return judged(parse(bytes, servedType), NOTHING);
}

function judged(extraction: Extraction, agreed: ReadonlySet<string>): Extraction {
  const { findings, outcomes } = checkReport(extraction);
  const text = checkText(extraction);
  const quality = checkQuality(extraction);
  const settled = findings.map((finding) => (isPublishers(finding, agreed) ? asPrinted(finding) : finding));
  return {
    ...extraction,
    findings: [...extraction.findings, ...settled, ...text.findings, ...quality.findings],
    outcomes: rollUp({ ...outcomes, ...text.outcomes, ...quality.outcomes }),
  };
}

/** An identity that fails on cells that two readings give alike: the publisher's own numbers don't add up. */
function isPublishers({ outcome, evidence = [] }: Finding, agreed: ReadonlySet<string>): boolean {
  return outcome === 'fail' && evidence.length > 0 && evidence.every((cell) => agreed.has(figureKey(cell)));
}

function asPrinted(finding: Finding): Finding {
  return { ...finding, message: `${finding.message}。两种读法一致，为发布单位原文如此` };
}

const NOTHING: ReadonlySet<string> = new Set();
const DEFAULTS = { control: 'never' } satisfies ReadOptions;

/** Names what an extraction was made with: stored beside it, and what is older is work to do. */
export const PARSER_VERSION = parserVersion();
