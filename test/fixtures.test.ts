import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { FORM_CHECKS } from '../src/catalogue/quality-form.js';
import { PROSE_CHECKS } from '../src/catalogue/quality-text.js';
import { readDocument } from '../src/jobs/read-document.js';
import type { Extraction, Figure, LocalCell } from '../src/model/extraction.js';

/**
 * A fixture is a folder: `source.*` and, in `expected.json`, all that is read out of it. Adding a test is adding a
 * folder; `UPDATE=1` writes the expectations, and the diff is the review.
 */
const SHAPES = fileURLToPath(new URL('../fixtures/shapes', import.meta.url));

test.each(readdirSync(SHAPES))('%s', async (name) => {
  const folder = join(SHAPES, name);
  const source = readdirSync(folder).find((file) => file.startsWith('source.'))!;
  const actual = summary(await readDocument(readFileSync(join(folder, source))));
  const path = join(folder, 'expected.json');
  if (process.env.UPDATE || !existsSync(path)) writeFileSync(path, `${JSON.stringify(actual, null, 2)}\n`);
  expect(actual).toEqual(JSON.parse(readFileSync(path, 'utf8')));
});

function summary({ template, identity, sections, figures, findings, localCells = [] }: Extraction) {
  const { unit, year, title, publishedOn, period } = identity;
  return {
    template,
    identity: { unit, year, title, publishedOn, period },
    sections: sections.map(({ code, heading, text }) => [code, heading, text]),
    figures: Object.fromEntries(figures.map((figure) => [keyOf(figure), describe(figure)])),
    ...(localCells.length > 0 ? { localCells: localCells.map(showLocal) } : {}),
    findings: findings
      .filter(({ check }) => !QUALITY.has(check))
      .map(({ check, severity, message }) => `${check} (${severity}) ${message}`),
  };
}

/** A shape is a fragment: what it lacks as a report is not its matter. */
const QUALITY = new Set([...FORM_CHECKS, ...PROSE_CHECKS].map(({ id }) => id));

function showLocal({ label, heading, raw, table, row, column }: LocalCell): string {
  return `${label} | ${heading ?? '—'} | “${raw}” [${table},${row},${column}]`;
}

function keyOf({ indicator, applicant }: Figure): string {
  return applicant === null ? indicator : `${indicator}@${applicant}`;
}

function describe({ raw, value, unit, state, table, row, column }: Figure): string {
  return `“${raw}” → ${value ?? '—'} ${unit ?? ''} ${state} [${table},${row},${column}]`;
}
