import { expect, test } from 'vitest';
import { FetchFailure } from '../../src/ingest/http/fetch-error.js';
import { createHostPolicy } from '../../src/ingest/http/host-policy.js';
import type { AllowedHost } from '../../src/model/source.js';

const allowed = (host: string, ports = [80, 443], tls: AllowedHost['tls'] = 'verified'): AllowedHost => ({
  host,
  ports,
  tls,
  reason: 'test',
});
const policy = createHostPolicy(
  [allowed('*.example.cn'), allowed('old.example.cn', [80, 443, 8080], 'legacy'), allowed('61.135.169.121')],
  new Map([['site.example', { port: 8123 }]]),
);

function answer(url: string, base: string | null = null): string {
  try {
    return policy.read(url, base === null ? null : new URL(base)).href;
  } catch (error) {
    if (error instanceof FetchFailure) return error.code;
    throw error;
  }
}

test.each([
  'http://www.anqiu.gov.cn/nb/',
  'https://xxgk.a.b.gov.cn/',
  'http://www.anqiu.gov.cn:443/',
  'https://a.example.cn/',
  'http://old.example.cn:8080/',
  'http://61.135.169.121/',
  'http://site.example/',
  'http://site.example:8123/',
])('%s may be asked for', (url) => expect(answer(url)).toBe(new URL(url).href));

test.each([
  // No name of ours, however much it looks like one
  ['http://www.example.com/', 'fetch/host-not-allowed'],
  ['http://evilgov.cn/', 'fetch/host-not-allowed'],
  ['http://gov.cn.evil.com/', 'fetch/host-not-allowed'],
  ['http://www.gov.cn.', 'fetch/host-not-allowed'],
  ['http://example.cn/', 'fetch/host-not-allowed'],
  ['http://localhost/', 'fetch/host-not-allowed'],
  ['http://ｗｗｗ.ｅｖｉｌ.ｃｏｍ/', 'fetch/host-not-allowed'],
  ['http://xn--fiqs8s/', 'fetch/host-not-allowed'],
  ['http://www.аnqiu.com/', 'fetch/host-not-allowed'],
  ['http://8.8.8.8/', 'fetch/host-not-allowed'],
  // User names hide the host from readers
  ['http://www.anqiu.gov.cn@evil.com/', 'fetch/bad-address'],
  ['http://user:secret@www.anqiu.gov.cn/', 'fetch/bad-address'],
  // Ports
  ['http://www.anqiu.gov.cn:22/', 'fetch/port-not-allowed'],
  ['http://a.example.cn:8080/', 'fetch/port-not-allowed'],
  ['http://site.example:5432/', 'fetch/port-not-allowed'],
  // Private addresses in every way to write them
  ['http://127.0.0.1/', 'fetch/private-address'],
  ['http://2130706433/', 'fetch/private-address'],
  ['http://0x7f000001/', 'fetch/private-address'],
  ['http://0x7f.1/', 'fetch/private-address'],
  ['http://017700000001/', 'fetch/private-address'],
  ['http://127.1/', 'fetch/private-address'],
  ['http://127。0。0。1/', 'fetch/private-address'],
  ['http://%31%32%37.0.0.1/', 'fetch/private-address'],
  ['http://１２７.0.0.1/', 'fetch/private-address'],
  ['http://0/', 'fetch/private-address'],
  ['http://169.254.169.254/latest/meta-data/', 'fetch/private-address'],
  ['http://10.1.2.3/', 'fetch/private-address'],
  ['http://[::1]/', 'fetch/private-address'],
  ['http://[::ffff:127.0.0.1]/', 'fetch/private-address'],
  ['http://[64:ff9b::10.0.0.1]/', 'fetch/private-address'],
  ['http://[fe80::1]/', 'fetch/private-address'],
  // Other kinds of address
  ['file:///etc/passwd', 'fetch/bad-address'],
  ['gopher://www.anqiu.gov.cn/', 'fetch/bad-address'],
  ['data:text/html,x', 'fetch/bad-address'],
  ['nonsense', 'fetch/bad-address'],
])('%s: %s', (url, code) => {
  expect(answer(url)).toBe(code);
  expect(answer(url.replace(/^http:/, ''), 'http://www.anqiu.gov.cn/')).toBe(
    url === 'nonsense' ? 'http://www.anqiu.gov.cn/nonsense' : code,
  );
});

test('what is stated of a name comes before what is stated of a pattern', () => {
  expect(policy.find('old.example.cn')?.tls).toBe('legacy');
  expect(policy.find('new.example.cn')?.tls).toBe('verified');
  expect(policy.find('example.cn')).toBeNull();
});
