import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { copySample } from '../jobs/sample.js';
import { nianbao } from './nianbao.js';

test('sources probe prints an entry to paste for one address', async () => {
  const file = join(copySample(), 'sources.yaml');
  const url = 'http://xxgk.beiyuan.example/zfxxgk/nb/index.html';
  const { code, stdout } = await nianbao(['sources', 'probe', url, '--sources', file]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^# seen: trs: /);
  expect((parse(stdout) as object[])[0]).toMatchObject({ id: 'xxgk-zfxxgk-nb', family: 'trs', url });
});

test('sources probe --all marks the entries that list reports, and the file is as good as before', async () => {
  const file = join(copySample(), 'sources.yaml');
  const before = readFileSync(file, 'utf8');
  const { code, stdout } = await nianbao(['sources', 'probe', '--all', '--sources', file]);
  expect(code).toBe(0);
  expect(stdout).toContain('beiyuan-annual-reports');
  const after = readFileSync(file, 'utf8');
  expect(after.match(/verified: \d{4}-\d\d-\d\d$/gm)).toHaveLength(3);
  expect(after.replace(/^ {4}verified: .*\n/gm, '')).toBe(before);
});

test.each([
  [['sources', 'probe'], 'give the address'],
  [['sources', 'probe', '--all'], '--sources FILE'],
  [['sources', 'probe', 'www.example.gov.cn'], 'starts with http'],
])('%j is wrong usage', async (args, message) => {
  const { code, stderr } = await nianbao(args);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});
