import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXPORTS } from '../../src/export/exports.js';
import { EXPECTED } from '../jobs/sample.js';
import { nianbao } from './nianbao.js';

const FIGURES = EXPECTED.reduce((sum, { figures }) => sum + figures.length, 0);
const FORMATS = Object.keys(EXPORTS);
const KEY = 'beiyuan-maiduo,2020,applications.new_received,total';

describe('nianbao verify', () => {
  const root = mkdtempSync(join(tmpdir(), 'nianbao-verify-'));
  const env = { NIANBAO_DATA: join(root, 'data') };
  const verify = (...args: string[]) => nianbao(['verify', ...args], { env });

  beforeAll(async () => {
    const run = await nianbao(['run', '--once'], { env });
    expect(run.code, run.stderr).toBe(0);
    for (const format of FORMATS) {
      const out = await nianbao(['export', '--format', format, '--out', join(root, format)], { env });
      expect(out.code, out.stderr).toBe(0);
    }
  }, 300_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('takes one row back to its original, address and cell', async () => {
    const { code, stdout } = await verify('--row', KEY);
    expect(stdout).toMatch(/^original +[0-9a-f]{64}$/m);
    expect(stdout).toMatch(/^address +http:.*\.html$/m);
    expect(stdout).toMatch(/^stored +“7” = 7 件 \(number; table 2, row 3, column 9\)$/m);
    expect(stdout).toMatch(/^equal +yes$/m);
    expect(code).toBe(0);
  });

  test.each(FORMATS)('takes every row of an export (%s) back to the originals', async (format) => {
    const { code, stdout } = await verify('--export', join(root, format));
    expect(stdout).toBe(`verified ${FIGURES} rows of ${EXPECTED.length} originals: 0 differences\n`);
    expect(code).toBe(0);
  });

  test('takes a Parquet file of one year back, or the folder of all', async () => {
    const years = await verify('--export', join(root, 'parquet', 'figure'));
    expect(years.stdout).toMatch(new RegExp(`^verified ${FIGURES} rows`));
    const one = await verify('--export', join(root, 'parquet', 'figure', 'year=2021', 'part-0.parquet'));
    expect(one.stdout).toMatch(/^verified \d+ rows of 3 originals: 0 differences\n$/);
  });

  test('names a row that somebody changed in a workbook', async () => {
    const path = join(root, 'xlsx', 'nianbao.xlsx');
    const parts = unzipSync(readFileSync(path));
    const names = [
      ...strFromU8(parts['xl/workbook.xml']!).matchAll(/<sheet name="([^"]+)" sheetId="(\d+)"/g),
    ];
    const sheet = `xl/worksheets/sheet${names.find(([, name]) => name === 'figure')![2]}.xml`;
    const [unit, year, indicator, applicant] = KEY.split(',');
    const row = strFromU8(parts[sheet]!)
      .split('<row ')
      .find((xml) => [unit, year, indicator, applicant].every((text) => xml.includes(`>${text}<`)))!;
    const changed = row.replaceAll('>7<', '>8<');
    const forged = join(root, 'forged.xlsx');
    writeFileSync(
      forged,
      zipSync({ ...parts, [sheet]: strToU8(strFromU8(parts[sheet]!).replace(row, changed)) }),
    );
    const { code, stdout } = await verify('--export', forged);
    expect(stdout).toContain('exported “8” = 8 件');
    expect(stdout).toContain('now read “7” = 7 件');
    expect(code).toBe(1);

    writeFileSync(forged, readFileSync(path).subarray(0, 5000));
    expect((await verify('--export', forged)).stderr).toMatch(/no whole workbook/);
  });

  test('names a row that somebody changed in an exported file, and the cell that it should be', async () => {
    const file = join(root, 'csv', 'figure.csv');
    const text = readFileSync(file, 'utf8');
    const line = text.split('\r\n').find((row) => row.startsWith(KEY))!;
    const forged = join(root, 'forged.csv');
    writeFileSync(forged, text.replace(line, line.replace(`${KEY},7,7,件,7,`, `${KEY},8,8,件,8,`)));
    const all = await verify('--export', forged);
    expect(all.code).toBe(1);
    expect(all.stdout).toMatch(/: 1 differences\n$/);
    expect(all.stdout).toContain(`${KEY} of `);
    expect(all.stdout).toContain('exported “8” = 8 件');
    expect(all.stdout).toContain('now read “7” = 7 件');

    writeFileSync(forged, text.replace(line, line.replace(`${KEY},7,7,`, `${KEY},9,7,`)));
    expect((await verify('--export', forged)).stdout).toContain(
      "value 9 isn't the reported 7, and nobody corrected it",
    );
  });

  test('names the original when one byte of it is flipped: stored, exported, or one row', async () => {
    const sha256 = /^original +(\S+)$/m.exec((await verify('--row', KEY)).stdout)![1]!;
    const path = join(env.NIANBAO_DATA, 'archive/sha256', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    const bytes = readFileSync(path);
    const flipped = Buffer.from(bytes);
    flipped[200]! ^= 1;
    writeFileSync(path, flipped, { flag: 'r+' });
    for (const args of [['--all'], ['--export', join(root, 'package')], ['--row', KEY]]) {
      const { code, stdout } = await verify(...args);
      expect(code, args[0]).toBe(1);
      expect(stdout).toContain(sha256);
      expect(stdout).toContain('no longer fit their hash');
    }
    writeFileSync(path, bytes, { flag: 'r+' });
    expect((await verify('--all')).stdout).toBe(
      `verified ${EXPECTED.length} originals, ${EXPECTED.length} reports, ${FIGURES} figures: 0 differences\n`,
    );
  });

  test.each([
    [['--row', 'nobody'], /expected unit_id,year,indicator,applicant/],
    [['--row', 'nobody,2020,results.total,total'], /there is no figure nobody,2020,results.total,total/],
    [['--all', '--row', KEY], /takes one of --all, --row and --export/],
    [['--export', '/nowhere'], /there is nothing of that name/],
    [['--export', root], /no figures there that can be verified/],
  ])('answers %j with a sentence and exit code 2', async (args, message) => {
    const { code, stderr } = await verify(...args);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });
});
