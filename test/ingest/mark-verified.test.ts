import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { markVerified } from '../../src/ingest/sources/mark-verified.js';

const FILE = `# 采集来源
units: units.csv

due:
  - kinds: [town, street] # 乡镇
    date: "01-31"
sources:
  # 甲镇
  - id: a
    family: trs
    url: "http://www.example.gov.cn/nb/index.html"
    unit: a
    verified: never # 未试
  - { id: b, family: trs, url: "http://www.example.gov.cn/b/index.html", unit: b, verified: 2025-03-01 }
  - id: c
    family: generic
    url: http://www.example.gov.cn/c/a-very-long-address-that-is-longer-than-eighty-characters/index.html?a=1&b=2
    unit: c
`;

test('the day is written into the entries that worked, never into those without one; all else stays', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mark-'));
  const path = join(folder, 'sources.yaml');
  writeFileSync(path, FILE);
  await markVerified(path, ['a'], '2026-01-31');
  expect(readFileSync(path, 'utf8')).toBe(
    FILE.replace('never # 未试', '2026-01-31 # 未试').replace('a=1&b=2\n', 'a=1&b=2\n    verified: never\n'),
  );
  expect(readdirSync(folder)).toEqual(['sources.yaml']);
});

test('an entry on one line, and one that ends the file, are marked too', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'mark-')), 'sources.yaml');
  writeFileSync(
    path,
    'sources:\n  - { id: a, url: "http://a.gov.cn/", unit: [a] }\n  - id: b\n    url: http://b.gov.cn/',
  );
  await markVerified(path, ['a', 'b'], '2026-01-31');
  expect(readFileSync(path, 'utf8')).toBe(
    'sources:\n  - { id: a, url: "http://a.gov.cn/", verified: 2026-01-31, unit: [a] }\n  - id: b\n    url: http://b.gov.cn/\n    verified: 2026-01-31\n',
  );
});
