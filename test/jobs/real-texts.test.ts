import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readDocument } from '../../src/jobs/read-document.js';

const SHARED = fileURLToPath(new URL('../../../shared/reports/', import.meta.url));
const REPORTS = existsSync(SHARED) ? readdirSync(SHARED) : [];
const read = (file: string) => readDocument(readFileSync(SHARED + file));

test.skipIf(!REPORTS.includes('shanghai-office-2019.html'))(
  'what the text of Shanghai 2019 says otherwise than its tables is a warning, never an error',
  async () => {
    const { findings, outcomes } = await read('shanghai-office-2019.html');
    const text = findings.filter(({ check }) => check.startsWith('txt-'));
    expect(text.map(({ check, severity, evidence }) => `${check} ${severity} ${evidence![0]!.text}`)).toEqual(
      [
        'txt-result-kinds warning 予以公开及部分公开258件',
        'txt-result-kinds warning 因本机关不掌握等原因无法提供265件',
      ],
    );
    expect(outcomes).toMatchObject({
      'txt-received': 'pass',
      'txt-processed': 'pass',
      'txt-carry': 'pass',
      'txt-review': 'pass',
      'txt-litigation': 'pass',
    });
  },
);

test.skipIf(!REPORTS.includes('huiqu-town-2020.txt'))(
  'the channels of Huiqu 2020 add up to its total',
  async () => {
    const { outcomes, claims } = await read('huiqu-town-2020.txt');
    expect(outcomes).toMatchObject({ 'txt-channel-sum': 'pass', 'txt-none': 'pass' });
    expect(
      claims.filter(({ subject }) => subject?.startsWith('narrative.proactive.')).map((c) => c.value),
    ).toEqual([451, 242, 104, 69, 36]);
  },
);

test.skipIf(REPORTS.length === 0).each(REPORTS)('no text of %s is an error', async (file) => {
  const { findings } = await read(file);
  expect(findings.filter(({ check, severity }) => /^txt|fee/.test(check) && severity === 'error')).toEqual(
    [],
  );
});
