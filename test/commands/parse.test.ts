import { execFileSync, spawn } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { EXPECTED, SAMPLE } from '../jobs/sample.js';
import { CLI, jsonLines, nianbao } from './nianbao.js';

const docx = EXPECTED.find(({ file }) => file.endsWith('.docx'))!;
const html = EXPECTED.find(({ file }) => file.endsWith('.html'))!;
const folder = (): string => mkdtempSync(join(tmpdir(), 'nianbao-parse-'));

describe('nianbao parse', () => {
  test('prints one object per document, as the contract has it', async () => {
    const { code, stdout } = await nianbao(['parse', join(SAMPLE, html.file), join(SAMPLE, docx.file)]);
    expect(code).toBe(0);
    const [page, word] = jsonLines(stdout);
    expect(Object.keys(page!)).toEqual(
      expect.arrayContaining([
        ...[
          'file',
          'sha256',
          'mediaType',
          'template',
          'unit',
          'year',
          'title',
          'publishedOn',
          'sections',
          'figures',
          'findings',
        ],
      ]),
    );
    expect(page).toMatchObject({ mediaType: 'text/html', year: html.year, publishedOn: html.publishedOn });
    expect(word).toMatchObject({ year: docx.year });
    expect((word!.figures as object[])[0]).toEqual(
      expect.objectContaining({
        indicator: expect.any(String),
        raw: expect.any(String),
        table: 0,
        row: expect.any(Number),
      }),
    );
  });

  test('walks folders and passes over files of other kinds with a line', async () => {
    const dir = folder();
    mkdirSync(join(dir, 'deeper'));
    copyFileSync(join(SAMPLE, html.file), join(dir, 'deeper', 'report.bin'));
    writeFileSync(join(dir, 'picture.html'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
    const { code, stdout, stderr } = await nianbao(['parse', dir]);
    expect(code).toBe(0);
    expect(jsonLines(stdout).map(({ year }) => year)).toEqual([html.year]);
    expect(stderr).toMatch(/picture\.html: passed over/);
  });

  test('reads standard input', async () => {
    const { stdout } = await nianbao(['parse', '-'], { input: readFileSync(join(SAMPLE, docx.file)) });
    expect(jsonLines(stdout)[0]).toMatchObject({ file: '-', year: docx.year });
  });

  test('does nothing and says why when a path is not there', async () => {
    const { code, stdout, stderr } = await nianbao(['parse', join(SAMPLE, html.file), 'no/such/file.html']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/no\/such\/file\.html: no such file/);
  });

  test('with --strict ends with 1 when a report has errors of its own', async () => {
    const wrong = EXPECTED.find(({ unit_id, year }) => unit_id === 'nanhu-yinghe' && year === 2022)!;
    expect((await nianbao(['parse', join(SAMPLE, wrong.file)])).code).toBe(0);
    expect((await nianbao(['parse', '--strict', join(SAMPLE, wrong.file)])).code).toBe(1);
    expect((await nianbao(['parse', '--strict', join(SAMPLE, html.file)])).code).toBe(0);
  });
});

describe('a file that cannot be read', () => {
  const whole = readFileSync(join(SAMPLE, docx.file));
  const cases: readonly (readonly [string, Buffer, string])[] = [
    ['empty.html', Buffer.alloc(0), 'read/empty'],
    ['cut.docx', whole.subarray(0, Math.floor(whole.length / 2)), 'read/truncated'],
    ['paper.pdf', Buffer.from('%PDF-1.7\n'), 'read/truncated'],
    ['old.doc', ole('WordDocument'), 'read/not-converted'],
    ['locked.docx', ole('EncryptedPackage'), 'read/encrypted'],
    ['picture.docx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'read/unsupported-image'],
  ];

  test('is still a line with its reason; the others are printed as usual', async () => {
    const dir = folder();
    for (const [name, bytes] of cases) writeFileSync(join(dir, name), bytes);
    const paths = cases.map(([name]) => join(dir, name));
    const { code, stdout, stderr } = await nianbao(['parse', ...paths, join(SAMPLE, html.file)]);
    expect(code).toBe(1);
    const lines = jsonLines(stdout);
    expect(lines.map(({ error }) => (error as { code: string } | undefined)?.code)).toEqual([
      ...cases.map(([, , reason]) => reason),
      undefined,
    ]);
    for (const { error } of lines.slice(0, -1))
      expect((error as { message: string }).message).toMatch(/[一-鿿]/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

function ole(stream: string): Buffer {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1024),
    Buffer.from(stream, 'utf16le'),
  ]);
}

test('with --control a second reader confirms what the first has read', async () => {
  const { code, stdout } = await nianbao([
    'parse',
    '--control',
    join(SAMPLE, html.file),
    join(SAMPLE, docx.file),
  ]);
  expect(code).toBe(0);
  const [page, word] = jsonLines(stdout) as { figures: { state: string }[]; findings: { check: string }[] }[];
  for (const document of [page!, word!]) {
    expect(document.figures.filter(({ state }) => state === 'withheld')).toEqual([]);
    expect(document.findings.map(({ check }) => check)).not.toContain('read/readers-differ');
  }
});

describe('a folder as disks have them', () => {
  const report = readFileSync(join(SAMPLE, html.file));

  test('links to files are read, links to folders and what is no file are named and passed over', async () => {
    const dir = folder();
    const elsewhere = join(folder(), 'kept.html');
    writeFileSync(elsewhere, report);
    symlinkSync(elsewhere, join(dir, 'linked.html'));
    symlinkSync(join(dir, 'gone.html'), join(dir, 'nowhere.html'));
    symlinkSync(dir, join(dir, 'round'));
    symlinkSync('/dev/zero', join(dir, 'endless.html'));
    const { code, stdout, stderr } = await nianbao(['parse', dir]);
    expect(code).toBe(1);
    expect(jsonLines(stdout)).toMatchObject([
      { file: join(dir, 'linked.html'), year: html.year },
      { file: join(dir, 'nowhere.html'), error: { code: 'read/unreadable' } },
    ]);
    expect(stderr).toMatch(/endless\.html: passed over, not a file/);
    expect(stderr).toMatch(/round: passed over, a link to a folder; name that folder/);
  });

  test('names from Chinese Windows, which are GBK, are read and written in Chinese', async () => {
    const dir = folder();
    const name = Buffer.from('c4eab1a8', 'hex'); // 年报
    const inside = Buffer.concat([Buffer.from(`${dir}/`), name]);
    mkdirSync(inside);
    writeFileSync(Buffer.concat([inside, Buffer.from('/'), name]), report);
    const { code, stdout } = await nianbao(['parse', dir]);
    expect(code).toBe(0);
    expect(jsonLines(stdout)).toMatchObject([{ file: join(dir, '年报', '年报'), year: html.year }]);
  });

  test('a folder that cannot be listed fails alone', async () => {
    const dir = folder();
    writeFileSync(join(dir, 'report.html'), report);
    // Deeper than a path may be long; permissions would not stop every user who runs the tests.
    const deeper = 'name=$(printf "%200s" | tr " " d); for n in $(seq 25); do mkdir $name; cd -P $name; done';
    execFileSync('bash', ['-c', deeper], { cwd: dir });
    const { code, stdout, stderr } = await nianbao(['parse', dir]);
    expect(code).toBe(1);
    expect(jsonLines(stdout)).toMatchObject([
      { file: expect.stringMatching(/ddd$/), error: { code: 'read/unreadable' } },
      { file: join(dir, 'report.html'), year: html.year },
    ]);
    expect(stderr).toBe('');
  });

  test('a device without an end is not read to it', async () => {
    const { code, stdout } = await nianbao(['parse', '/dev/zero', join(SAMPLE, html.file)]);
    expect(code).toBe(1);
    expect(jsonLines(stdout)).toMatchObject([
      {
        file: '/dev/zero',
        error: { code: 'read/unreadable', message: expect.stringMatching(/超过 100 MB/) },
      },
      { year: html.year },
    ]);
  });
});

test('a full disk behind standard output is said, and what was printed is not called whole', async () => {
  const child = spawn(process.execPath, [CLI, 'parse', join(SAMPLE, html.file)], {
    stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  expect(await text(child.stderr!)).toMatch(/^error: standard output: .*no space left.*run it again\n$/);
  expect(await ended).toBe(3);
});
