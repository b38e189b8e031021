import { mkdtempSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copySample } from '../jobs/sample.js';
import { nianbao } from './nianbao.js';

const dataFolder = (): string => mkdtempSync(join(tmpdir(), 'nianbao-usage-'));
const STACK = /\n\s+at /;

describe('--help', () => {
  test('lists the commands that there are, and none that there is not', async () => {
    const { code, stdout } = await nianbao(['--help']);
    expect(code).toBe(0);
    const commands = [...stdout.matchAll(/^ {2}([a-z][a-z-]*)/gm)]
      .map((match) => match[1])
      .filter((name) => name !== 'help');
    expect(commands).toEqual([
      ...[
        'run',
        'collect',
        'parse-pending',
        'check',
        'parse',
        'load',
        'units',
        'sources',
        'export',
        'dictionary',
        'verify',
        'reparse',
        'correct',
        'copy-to',
        'status',
        'serve',
        'schedule',
        'worker',
        'sql',
      ],
    ]);
  });
});

describe('wrong usage ends with 2, does nothing, and names the thing', () => {
  test.each([
    [['fly'], /unknown command 'fly'/],
    [['parse'], /missing required argument 'path'/],
    [['run', '--onec'], /unknown option '--onec'/],
    [['run', '--sources', 'none.yaml'], /none\.yaml/],
    [['units', 'import', 'none.csv'], /none\.csv/],
    [['units', 'import'], /missing required argument 'file'/],
    [['units', 'divisions', '--edition', '2023-06-30'], /--edition is for a FILE/],
    [['sources', 'probe', '--everything'], /unknown option '--everything'/],
    [['worker'], /embedded database serves one process.*DATABASE_URL/],
    [['export', '--format', 'dta', '--out', 'x'], /dta.*csv/],
  ])('%j', async (args, message) => {
    const folder = dataFolder();
    const { code, stdout, stderr } = await nianbao(args, { env: { NIANBAO_DATA: folder } });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(STACK);
  });

  test('a sources file with a typo is named with its line', async () => {
    const sample = copySample();
    const path = join(sample, 'typo.yaml');
    writeFileSync(path, 'sources:\n  - id: a\n    famly: trs\n    url: http://a.example/\n    unit: b\n');
    const { code, stderr } = await nianbao(['run', '--once', '--sources', path], {
      env: { NIANBAO_DATA: dataFolder() },
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/typo\.yaml:\d+:\d+: .*famly/);
  });

  test('a units file with a typo is named with its line', async () => {
    const path = join(dataFolder(), 'units.csv');
    writeFileSync(path, 'unit_id,name,kind\nanqiu-huiqu,辉渠镇人民政府,twon\n');
    const { code, stderr } = await nianbao(['units', 'import', path], {
      env: { NIANBAO_DATA: dataFolder() },
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/units\.csv:2.*twon/);
  });

  test('a dictionary in the place of what is no file', async () => {
    const out = dataFolder();
    const args = ['dictionary', '--format', 'xlsx', '--out', out];
    const { code, stderr } = await nianbao(args, { env: { NIANBAO_DATA: dataFolder() } });
    expect(code).toBe(2);
    expect(stderr).toMatch(/is no file: name one/);
  });

  test('a dictionary in a folder that there is not', async () => {
    const out = join(dataFolder(), 'nowhere', 'dictionary.md');
    const { code, stderr } = await nianbao(['dictionary', '--out', out]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/there is no folder .*nowhere: make it first/);
  });

  test.each([
    'se#cret',
    'se%cret',
    'se/cret',
  ])('a password whose signs break the address: %s', async (password) => {
    const url = `postgresql://officer:${password}@localhost/nianbao`;
    const { code, stderr } = await nianbao(['status'], { env: { DATABASE_URL: url } });
    expect(code).toBe(2);
    expect(stderr).toMatch(/DATABASE_URL: .*% is written %25, # %23/);
    expect(stderr).not.toContain(password);
  });

  test('an address that is no PostgreSQL database', async () => {
    const { code, stderr } = await nianbao(['status'], { env: { DATABASE_URL: 'mysql://localhost/x' } });
    expect(code).toBe(2);
    expect(stderr).toMatch(/DATABASE_URL: expected postgresql:/);
  });
});

describe('what cannot be reached ends with 3, in one line', () => {
  test('an unreachable database is named without its password', async () => {
    const url = 'postgresql://officer:secret@127.0.0.1:1/nianbao';
    const { code, stderr } = await nianbao(['status'], {
      env: { DATABASE_URL: url, NIANBAO_DATA: dataFolder() },
    });
    expect(code).toBe(3);
    expect(stderr).toMatch(/127\.0\.0\.1:1/);
    expect(stderr).not.toMatch(/secret/);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('a server that asks for a password that is not given is not waited for', async () => {
    // AuthenticationSASL, then AuthenticationSASLContinue (PostgreSQL, 55.7); and then the line stays open.
    const answers = ['52000000170000000a534352414d2d5348412d3235360000', '520000000a0000000b723d'];
    const server = createServer((socket) => {
      socket.on('error', () => {}).on('data', () => socket.write(Buffer.from(answers.shift() ?? '', 'hex')));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { code, stderr } = await nianbao(['status'], {
      env: { DATABASE_URL: `postgresql://officer@127.0.0.1:${port}/nianbao`, NIANBAO_DATA: dataFolder() },
    });
    expect(code).toBe(3);
    expect(stderr).toMatch(/refuses the user or the password/);
    await new Promise((resolve) => server.close(resolve));
  });

  test('a data folder that cannot be made is named', async () => {
    const { code, stderr } = await nianbao(['status'], { env: { NIANBAO_DATA: '/dev/null/data' } });
    expect(code).toBe(3);
    expect(stderr).toMatch(/\/dev\/null\/data/);
    expect(stderr).not.toMatch(STACK);
  });
});
