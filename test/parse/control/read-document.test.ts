import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument, readOnce } from '../../../src/jobs/read-document.js';
import { plain } from '../../../tools/generate/figures.js';
import { makeLayout } from '../../../tools/generate/layout.js';
import { renderText } from '../../../tools/generate/render-text.js';
import { withFigure } from '../../../tools/generate/truth.js';
import { CHANGED, confirm, docxOf, type Form, figure, pageOf, report, truthOf } from './documents.js';

const SAMPLE = 'fixtures/sample/sites/';
const SHARED = new URL('../../../../shared/reports/', import.meta.url).pathname;
const folder = (path: string): string[] =>
  existsSync(path) ? readdirSync(path, { recursive: true, encoding: 'utf8' }).map((file) => path + file) : [];
const confirmable = (files: readonly string[]): string[] =>
  files.filter((file) => /\.(?:html|docx)$/.test(file));

const ALWAYS = { control: 'always' } as const;
const AS_PRINTED = '两种读法一致，为发布单位原文如此';

describe('both readings of', () => {
  test.each(confirmable(folder(SAMPLE)))('%s agree on every figure', async (file) => {
    const { main, extraction, agreed } = await confirm(readFileSync(file));
    expect(agreed.size).toBe(main.figures.length);
    expect(extraction).toEqual({ ...main, control: 'agreed' });
  });

  const real = confirmable(folder(SHARED));
  if (real.length === 0) test.skip('real reports: skipped, for there are none beside the project', () => {});
  test.skipIf(real.length === 0).each(real)(
    'the real report %s differ in nothing but blind features',
    async (file) => {
      const { main, extraction } = await confirm(readFileSync(file));
      expect(extraction.figures).toEqual(main.figures);
      expect(extraction.findings.map(({ check }) => check)).not.toContain('read/readers-differ');
    },
  );
});

test('random well-formed documents never differ', async () => {
  const form = fc.constantFrom<Form>('t2019', 't2021');
  const look = fc.record({
    style: fc.constantFrom('clean' as const, 'word' as const),
    headingNumbers: fc.constantFrom('typed' as const, 'automatic' as const),
    proactiveGrid: fc.constantFrom('aligned' as const, 'shifted' as const),
  });
  await fc.assert(
    fc.asyncProperty(fc.nat(1_000_000), form, form, look, async (seed, table2, table3, looks) => {
      const truth = truthOf(seed, table2, table3);
      for (const bytes of [Buffer.from(pageOf(truth, looks)), docxOf(truth, looks)]) {
        const { main, extraction, agreed } = await confirm(bytes);
        expect(agreed.size).toBe(truth.figures.size);
        expect(extraction).toEqual({ ...main, control: 'agreed' });
      }
    }),
    { numRuns: 100 },
  );
}, 300_000);

describe('a document that is read twice', () => {
  const wrong = `${SAMPLE}hanweb/reports/nanhu-yinghe-2022.html`;

  test('says of an identity that fails on confirmed figures that it is printed so', async () => {
    const failing = async (control: 'always' | 'never') =>
      (await readDocument(readFileSync(wrong), null, { control })).findings.filter(
        ({ outcome }) => outcome === 'fail',
      );
    const [twice, once] = [await failing('always'), await failing('never')];
    expect(twice.length).toBeGreaterThan(0);
    expect(twice.map(({ message }) => message)).toEqual(
      once.map(({ message }) => `${message}。${AS_PRINTED}`),
    );
  });

  test('says nothing of the kind where there is no second reading', async () => {
    const truth = withFigure(report(), plain('applications.new_received', 4321, '件', 'total'));
    const { findings } = await readDocument(Buffer.from(renderText(makeLayout(truth))), null, ALWAYS);
    expect(findings.some(({ outcome }) => outcome === 'fail')).toBe(true);
    expect(findings.some(({ message }) => message.includes(AS_PRINTED))).toBe(false);
  });

  test('is the same as read once where nothing differs', async () => {
    const bytes = docxOf(report());
    const once = readOnce(bytes);
    expect(await readDocument(bytes, null, ALWAYS)).toEqual({ ...once, control: 'agreed' });
    expect(await readDocument(bytes, null, { control: 'never' })).toEqual(once);
    expect(figure(once, CHANGED)).toMatchObject({ value: 37 });
  });
});
