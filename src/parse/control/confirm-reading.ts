import type { ControlOutcome, Extraction } from '../../model/extraction.js';
import type { Finding } from '../../model/finding.js';
import { readFigures } from '../parse.js';
import { compareReadings, describeBlind, withholdDifferences } from './compare-readings.js';
import { CONTROL_READERS, type ControlReader } from './control-readers.js';

export interface Confirmation {
  /** The main reading, with what the control reading doesn't confirm withheld and named. */
  readonly extraction: Extraction;
  /** Keys (`figureKey`) of the figures that both readings give. */
  readonly agreed: ReadonlySet<string>;
}

/**
 * Reads the document a second time, by a reader that shares nothing with the first, and compares the figures. What
 * both see is certain as far as reading goes; what they see differently is withheld, unless the document holds
 * something that the second is known to be blind to.
 */
export async function confirmReading(
  main: Extraction,
  bytes: Buffer,
  servedType: string | null,
  reader: ControlReader | undefined = CONTROL_READERS[main.mediaType],
): Promise<Confirmation> {
  if (!reader) return unconfirmed(main, 'single_reader', ONE_READER);
  let comparison: ReturnType<typeof compareReadings>;
  try {
    const { figures } = readFigures(await reader.read(bytes, servedType), main.identity.year);
    comparison = compareReadings(main.figures, figures);
  } catch (error) {
    return unconfirmed(main, 'failed', { ...FAILED, evidence: [{ text: (error as Error).message }] });
  }
  const { agreed, differences } = comparison;
  if (differences.length === 0) return { extraction: withFindings(main, 'agreed', []), agreed };
  const features = reader.blindTo(bytes, servedType);
  if (features.length > 0)
    return { extraction: withFindings(main, 'blind', [describeBlind(differences, features)]), agreed };
  const { figures, findings } = withholdDifferences(main.figures, differences);
  return { extraction: withFindings({ ...main, figures }, 'differed', findings), agreed };
}

function unconfirmed(main: Extraction, control: ControlOutcome, finding: Finding): Confirmation {
  return { extraction: withFindings(main, control, [finding]), agreed: new Set() };
}

function withFindings(
  extraction: Extraction,
  control: ControlOutcome,
  findings: readonly Finding[],
): Extraction {
  return { ...extraction, control, findings: [...extraction.findings, ...findings] };
}

const ONE_READER: Finding = {
  check: 'read/one-reader',
  severity: 'info',
  message: '这种文件只有一种读法，数据未经第二种读法对照',
};

const FAILED: Finding = {
  check: 'read/control-failed',
  severity: 'info',
  message: '对照读法未能读取本文档，数据以主读法为准，未经对照',
};
