import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UnitsFileError } from '../../src/ingest/registry/units-file.js';
import { readSourcesFile, SourcesFileError } from '../../src/ingest/sources/sources-file.js';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sources-'));
  path = join(folder, 'sources.yaml');
  await mkdir(join(folder, 'sites/trs'), { recursive: true });
  await writeFile(
    join(folder, 'units.csv'),
    'unit_id,name,kind\nanqiu-huiqu,辉渠镇人民政府,town\nanqiu-jingzhi,景芝镇人民政府,town\n',
  );
});
afterEach(() => rm(folder, { recursive: true }));

const WHOLE = `units: units.csv
expected: { from: 2019, to: 2023 }
due:
  - kinds: [town, street]
    from_year: 2019
    date: "01-31"
    basis: 条例第四十九条
local_sites:
  - { host: xxgk.sample.example, folder: sites/trs }
sources:
  - id: anqiu-towns
    family: trs
    url: http://xxgk.sample.example/nb/index.html
    units: [anqiu-huiqu, anqiu-jingzhi]
  - id: huiqu
    family: hanweb-annual-report
    url: http://www.anqiu.gov.cn/module/xxgk/xxgkAnnualReport.jsp?area=370784&fbtime={year}
    unit: anqiu-huiqu
    years: { from: 2019, to: 2023 }
    delay_ms: 0
    max_pages: 7
checks: { late-publication: warning, copy-last-year: off }
key_work: { 2023: [营商环境] }
without_power: { street: [coercion] }
`;

async function problemsOf(yaml: string | Buffer): Promise<string[]> {
  await writeFile(path, yaml);
  const error = await readSourcesFile(path).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SourcesFileError);
  return (error as SourcesFileError).message.split('\n').map((line) => line.replaceAll(folder, ''));
}

const changed = (from: string, to: string) => {
  expect(WHOLE).toContain(from);
  return problemsOf(WHOLE.replace(from, to));
};

test('every key of a sources file is read, with defaults and paths resolved against it', async () => {
  await writeFile(path, WHOLE);
  expect(await readSourcesFile(path)).toEqual({
    units: join(folder, 'units.csv'),
    expected: { from: 2019, to: 2023 },
    due: [
      { kinds: ['town', 'street'], fromYear: 2019, toYear: null, date: '01-31', basis: '条例第四十九条' },
    ],
    checks: { 'late-publication': 'warning', 'copy-last-year': 'off' },
    localRules: { keyWork: { 2023: ['营商环境'] }, withoutPower: { street: ['coercion'] } },
    localSites: [{ host: 'xxgk.sample.example', folder: join(folder, 'sites/trs') }],
    sources: [
      {
        id: 'anqiu-towns',
        family: 'trs',
        url: 'http://xxgk.sample.example/nb/index.html',
        unitId: null,
        unitIds: ['anqiu-huiqu', 'anqiu-jingzhi'],
        years: null,
        delayMs: 1000,
        maxPages: 50,
        params: {},
        select: null,
        verified: null,
      },
      {
        id: 'huiqu',
        family: 'hanweb-annual-report',
        url: 'http://www.anqiu.gov.cn/module/xxgk/xxgkAnnualReport.jsp?area=370784&fbtime={year}',
        unitId: 'anqiu-huiqu',
        unitIds: ['anqiu-huiqu'],
        years: { from: 2019, to: 2023 },
        delayMs: 0,
        maxPages: 7,
        params: {},
        select: null,
        verified: null,
      },
    ],
  });
});

test('a due rule may be of one place, and a source may say after how long its pages are looked at again', async () => {
  const yaml = WHOLE.replace('    from_year: 2019', '    under: anqiu-huiqu').replace(
    '    max_pages: 7',
    '    max_pages: 7\n    recheck: 7d',
  );
  await writeFile(path, yaml);
  const { due, sources } = await readSourcesFile(path);
  expect(due[0]).toMatchObject({ under: 'anqiu-huiqu', fromYear: null });
  expect(sources.map(({ recheckMs }) => recheckMs)).toEqual([undefined, 7 * 24 * 3_600_000]);
  expect(await changed('    max_pages: 7', '    recheck: weekly')).toEqual([
    expect.stringMatching(/sources\[1\]\.recheck: expected a time such as 7d .*got "weekly"/),
  ]);
  expect(await changed('    from_year: 2019', '    under: anqiu-huiq')).toEqual([
    expect.stringMatching(
      /due\[0\]\.under: no unit "anqiu-huiq" in the units file; did you mean "anqiu-huiqu"\?/,
    ),
  ]);
});

test.each([
  ['late-publication: warning', 'late-publikation: warning', 'did you mean "late-publication"?'],
  ['late-publication: warning', 'late-publication: grave', 'expected blocker, error, warning, info or off'],
])('a check that there is not, or a weight that it can not have, is named: %s → %s', async (from, to, said) => {
  const [problem] = await changed(from, to);
  expect(problem).toMatch(/^\/sources\.yaml:22:\d+: checks\./);
  expect(problem).toContain(said);
});

test('a file saved as GB18030 or with a byte order mark reads the same', async () => {
  await writeFile(path, `\ufeff${WHOLE}`);
  expect((await readSourcesFile(path)).due[0]?.basis).toBe('条例第四十九条');
  const basis = Buffer.from('ccf5c0fdb5dacbc4caaebec5ccf5', 'hex'); // 条例第四十九条
  const [before, after] = WHOLE.split('条例第四十九条');
  await writeFile(path, Buffer.concat([Buffer.from(before!), basis, Buffer.from(after!)]));
  expect((await readSourcesFile(path)).due[0]?.basis).toBe('条例第四十九条');
});

test('parameters, selectors and the day of the last probe are read as they are meant', async () => {
  const more = `    params: { columnid: 282, unitid: "0423" }\n    verified: 2026-01-31\n`;
  await writeFile(path, WHOLE.replace('family: trs\n', `family: hanweb-column\n${more}`));
  expect((await readSourcesFile(path)).sources[0]).toMatchObject({
    params: { columnid: '282', unitid: '0423' },
    verified: '2026-01-31',
  });
  const generic = 'family: generic\n    select: { item: ul.list li, next: a.next }\n    verified: never\n';
  await writeFile(path, WHOLE.replace('family: trs\n', generic));
  expect((await readSourcesFile(path)).sources[0]).toMatchObject({
    select: { item: 'ul.list li', link: null, date: null, title: null, next: 'a.next' },
    verified: null,
  });
});

describe('an error names file, line, column, key, what is expected and what is there', () => {
  test.each([
    ['"01-31"', '31 Jan', '/sources.yaml:6:5: due[0].date: expected MM-DD such as 01-31, got "31 Jan"'],
    ['"01-31"', '"02-30"', '/sources.yaml:6:5: due[0].date: expected MM-DD such as 01-31, got "02-30"'],
    ['    date:', '    dat:', '/sources.yaml:6:5: due[0].dat: unknown key; did you mean "date"?'],
    [
      'max_pages: 7',
      'max_page: 7',
      '/sources.yaml:21:5: sources[1].max_page: unknown key; did you mean "max_pages"?',
    ],
    [
      'max_pages: 7',
      'max_pages: many',
      '/sources.yaml:21:5: sources[1].max_pages: expected a whole number from 1 to 10000, got "many"',
    ],
    [
      'family: trs',
      'family: tr',
      '/sources.yaml:12:5: sources[0].family: expected one of trs, hanweb-annual-report, hanweb-column, hanweb-search, jpaas, ucap, vsb, gkmlpt, lonxin, generic, page, got "tr"; did you mean "trs"?',
    ],
    ['[town, street]', '[town, stret]', 'stret"; did you mean "street"?'],
    [
      'id: huiqu',
      'id: anqiu-towns',
      '/sources.yaml:15:5: sources[1].id: expected another id: "anqiu-towns" is that of sources[0] too',
    ],
    [
      'id: huiqu',
      'id: 辉渠',
      '/sources.yaml:15:5: sources[1].id: expected lower-case letters, digits and "-" such as anqiu-huiqu, got "辉渠"',
    ],
    [
      '    url: http://xxgk',
      '    url: xxgk',
      '/sources.yaml:13:5: sources[0].url: expected an address that starts with http:// or https://, got "xxgk.sample.example/nb/index.html"',
    ],
    ['&fbtime={year}', '', '/sources.yaml:17:5: sources[1].url: expected {year} in the address'],
    ['    years: { from: 2019, to: 2023 }\n', '', '/sources.yaml:15:5: sources[1]: expected years such as'],
    [
      'from: 2019, to: 2023 }\ndue',
      'from: 2023, to: 2019 }\ndue',
      '/sources.yaml:2:1: expected: expected a first year that is not after the last',
    ],
    [
      'anqiu-jingzhi]',
      'anqiu-jingzi]',
      '/sources.yaml:14:26: sources[0].units[1]: no unit "anqiu-jingzi" in the units file; did you mean "anqiu-jingzhi"?',
    ],
    [
      '    units: [anqiu-huiqu, anqiu-jingzhi]\n',
      '',
      'sources[0]: expected unit (one) or units (a list), got neither',
    ],
    [
      'folder: sites/trs',
      'folder: sites/none',
      '/sources.yaml:9:34: local_sites[0].folder: no folder /sites/none; correct the path',
    ],
    [
      'delay_ms: 0',
      'params: { columnid: 1 }',
      '/sources.yaml:20:15: sources[1].params.columnid: expected no params for the family hanweb-annual-report',
    ],
    [
      'delay_ms: 0',
      'select: { item: li }',
      '/sources.yaml:20:5: sources[1].select: expected no select for the family hanweb-annual-report; generic has it',
    ],
    [
      'family: trs',
      'family: hanweb-column\n    params: { columid: 282 }',
      '/sources.yaml:13:15: sources[0].params.columid: unknown parameter of the family hanweb-column; did you mean "columnid"?',
    ],
    [
      'family: trs',
      'family: hanweb-column\n    params: { unitid: [1] }',
      '/sources.yaml:13:15: sources[0].params.unitid: expected a text in "quotes" or a whole number, got [1]',
    ],
    [
      'family: trs',
      'family: hanweb-search\n    params: { column: "282" }',
      '/sources.yaml:13:5: sources[0].params: expected params: { area: … } for the family hanweb-search, got nothing',
    ],
    [
      'family: trs',
      'family: generic\n    select: { item: "li[" }',
      '/sources.yaml:13:15: sources[0].select.item: expected a CSS selector such as "ul.list li", got "li["',
    ],
    [
      'family: trs',
      'family: generic\n    select: { items: li }',
      '/sources.yaml:13:15: sources[0].select.items: unknown key; did you mean "item"?',
    ],
    [
      'delay_ms: 0',
      'verified: gestern',
      '/sources.yaml:20:5: sources[1].verified: expected never, or a day as YYYY-MM-DD such as 2026-01-31, got "gestern"',
    ],
    ['sources:\n', 'sources: []\nold:\n', '/sources.yaml:10:1: sources: expected a list of sources'],
  ])('%j → %j', async (from, to, problem) => {
    expect((await changed(from, to)).join('\n')).toContain(problem);
  });

  test('a value that an alias brings in is found where it was written', async () => {
    const aliased = WHOLE.replace('expected: {', 'expected: &years {').replace(
      '    years: { from: 2019, to: 2023 }\n    delay',
      '    years: *years\n    delay',
    );
    await writeFile(path, aliased);
    expect((await readSourcesFile(path)).sources[1]?.years).toEqual({ from: 2019, to: 2023 });
    expect(await problemsOf(aliased.replace('from: 2019', 'from: 19'))).toEqual([
      '/sources.yaml:2:20: expected.from: expected a year from 2008 to 2100, got 19',
      '/sources.yaml:2:20: sources[1].years.from: expected a year from 2008 to 2100, got 19',
    ]);
  });

  test('all problems are told at once, one line each', async () => {
    const problems = await changed('    date: "01-31"\n', '    dat: "01-31"\n');
    expect(problems).toEqual([
      '/sources.yaml:4:5: due[0].date: expected MM-DD such as 01-31, got nothing',
      '/sources.yaml:6:5: due[0].dat: unknown key; did you mean "date"?',
    ]);
  });

  test('an empty file, broken YAML, a list in place of a mapping, an alias bomb, a missing file', async () => {
    expect(await problemsOf('')).toEqual([
      expect.stringContaining('expected a mapping with the key "sources"'),
    ]);
    expect(await problemsOf('sources:\n  - id: "open\n')).toEqual([
      expect.stringMatching(/^\/sources\.yaml:\d+:\d+: not YAML: /),
    ]);
    expect(await problemsOf('- a\n')).toEqual([expect.stringContaining(':1:1: expected a mapping')]);
    const bomb = [
      'a: &a [x, x]',
      ...'bcdefghijk'.split('').map((name, i) => `${name}: &${name} [${`*${'abcdefghijk'[i]}, `.repeat(9)}]`),
    ];
    expect(await problemsOf(bomb.join('\n'))).toEqual([expect.stringContaining('alias')]);
    await expect(readSourcesFile(join(folder, 'none.yaml'))).rejects.toThrow('none.yaml: no such file');
  });
});

test('a problem of the units file is told with its own place', async () => {
  await writeFile(join(folder, 'units.csv'), 'unit_id,name,kind\nanqiu-huiqu,辉渠镇,twon\n');
  await writeFile(path, WHOLE);
  await expect(readSourcesFile(path)).rejects.toBeInstanceOf(UnitsFileError);
  await expect(readSourcesFile(path)).rejects.toThrow(/units\.csv:2: kind: .*did you mean "town"/);
});

describe('what is stated of hosts and requests', () => {
  const NETWORK = `loopback: { site.example: 8123 }
allow_hosts:
  - { host: www.sample.org.cn, ports: [8080], tls: legacy, reason: 门户未用 gov.cn 域名 }
  - { host: "*.sample.cn", reason: 镇的网站在市属企业的域名下 }
quiet_hours: 08:00-18:00
`;
  const withRules = (rules: string) =>
    `${NETWORK}${WHOLE.replace('    max_pages: 7\n', `    max_pages: 7\n${rules}`)}`;

  test('is read, with the ports that are always allowed', async () => {
    await writeFile(
      path,
      withRules('    robots: { ignore: 条例第二十三条 }\n    timeout_s: 300\n    max_mb: 80\n'),
    );
    const { network, sources } = await readSourcesFile(path);
    const quietHours = { text: '08:00-18:00', fromMinute: 480, toMinute: 1080 };
    expect(network).toEqual({
      loopback: { 'site.example': 8123 },
      allowedHosts: [
        {
          host: 'www.sample.org.cn',
          ports: [80, 443, 8080],
          tls: 'legacy',
          reason: '门户未用 gov.cn 域名',
        },
        { host: '*.sample.cn', ports: [80, 443], tls: 'verified', reason: '镇的网站在市属企业的域名下' },
      ],
    });
    expect(sources.map(({ fetchRules }) => fetchRules)).toEqual([
      { quietHours },
      { quietHours, robotsOff: '条例第二十三条', timeoutMs: 300_000, maxBytes: 80 * 1024 * 1024 },
    ]);
  });

  test('of one source comes before what is stated for all', async () => {
    await writeFile(path, withRules('    quiet_hours: none\n'));
    expect((await readSourcesFile(path)).sources[1]).not.toHaveProperty('fetchRules');
    await writeFile(path, withRules('    quiet_hours: 22:00-06:00\n'));
    expect((await readSourcesFile(path)).sources[1]?.fetchRules?.quietHours?.text).toBe('22:00-06:00');
  });

  test.each([
    [
      'site.example: 8123',
      'site.example: 81234',
      'loopback.site.example: expected a port from 1 to 65535, got 81234',
    ],
    ['site.example: 8123', '"http://x": 81', 'loopback.http://x: expected host names with the ports'],
    ['site.example: 8123', 'xxgk.sample.example: 81', 'expected a host that is not in local_sites'],
    ['www.sample.org.cn,', 'http://www.sample.org.cn,', 'allow_hosts[0].host: expected a host name such as'],
    ['www.sample.org.cn,', '"*.sample.org.cn",', 'allow_hosts[0].host: expected one host by its whole name'],
    ['[8080]', '[0]', 'allow_hosts[0].ports[0]: expected a port from 1 to 65535, got 0'],
    [
      'legacy',
      'lagacy',
      'allow_hosts[0].tls: expected legacy or insecure, got "lagacy"; did you mean "legacy"?',
    ],
    [', reason: 门户未用 gov.cn 域名', '', 'allow_hosts[0].reason: expected the reason'],
    ['reason: 门户', 'raeson: 门户', 'allow_hosts[0].raeson: unknown key; did you mean "reason"?'],
    [
      '08:00-18:00',
      '8-18',
      'quiet_hours: expected a time of day in Asia/Shanghai such as 08:00-18:00, got "8-18"',
    ],
    ['08:00-18:00', '08:00-24:00', 'quiet_hours: expected a time of day'],
    ['delay_ms: 0', 'robots: off', 'sources[1].robots: expected a reason such as robots: { ignore: '],
    ['delay_ms: 0', 'robots: { ignore: "" }', 'sources[1].robots.ignore: expected the reason'],
    ['delay_ms: 0', 'timeout_s: 0', 'sources[1].timeout_s: expected a whole number from 5 to 3600, got 0'],
    [
      'www.anqiu.gov.cn',
      'www.anqiu.com',
      'sources[1].url: www.anqiu.com is neither under gov.cn nor allowed',
    ],
    [
      'www.anqiu.gov.cn',
      'www.anqiu.gov.cn:8080',
      'sources[1].url: www.anqiu.gov.cn may be asked on port 80 or 443, not 8080',
    ],
    ['www.anqiu.gov.cn', '10.1.2.3', 'sources[1].url: 10.1.2.3 is no address on the public internet'],
    ['www.anqiu.gov.cn', '2130706433', 'sources[1].url: 127.0.0.1 is no address on the public internet'],
  ])('%s → %s is answered', async (from, to, message) => {
    const whole = withRules('');
    expect(whole).toContain(from);
    expect((await problemsOf(whole.replace(from, to))).join('\n')).toContain(message);
  });

  test('hosts that are allowed may be sources', async () => {
    for (const host of ['www.sample.org.cn:8080', 'a.b.sample.cn', 'site.example:8123', 'site.example']) {
      await writeFile(path, withRules('').replace('www.anqiu.gov.cn', host));
      expect((await readSourcesFile(path)).sources[1]?.url).toContain(host);
    }
  });
});
