import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { digestOfSource } from '../../src/jobs/parser-version.js';
import { PARSER_VERSION } from '../../src/jobs/read-document.js';

test('the parser version is the same run from source and built', () => {
  const print = "import('./dist/jobs/read-document.js').then((m) => process.stdout.write(m.PARSER_VERSION))";
  execFileSync('node', ['dist/jobs/bake-parser-version.js']);
  expect(execFileSync('node', ['-e', print], { encoding: 'utf8' })).toBe(PARSER_VERSION);
});

test('any change of what reads or judges is another version, and a change elsewhere is none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-source-'));
  cpSync('src', folder, { recursive: true });
  expect(digestOfSource(folder)).toBe(PARSER_VERSION);
  writeFileSync(join(folder, 'commands', 'new.ts'), 'export {};');
  expect(digestOfSource(folder)).toBe(PARSER_VERSION);
  for (const stage of ['model', 'catalogue', 'parse', 'parse/control', 'check']) {
    const before = digestOfSource(folder);
    writeFileSync(join(folder, stage, 'new.ts'), 'export {};');
    expect(digestOfSource(folder)).not.toBe(before);
  }
});
