import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPublicAddress } from '../../src/ingest/http/public-address.js';

test.each([
  ...['1.1.1.1', '61.135.169.121', '223.255.255.254', '100.63.255.255', '172.15.0.1', '172.32.0.1'],
  ...['2400:3200::1', '2001:4860:4860::8888', '240e::1', '3fff:ffff::1'],
  // Wrapped around 61.135.169.121
  ...['::ffff:61.135.169.121', '64:ff9b::3d87:a979', '2002:3d87:a979::1'],
])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true));

test.each([
  ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '0.1.2.3', '10.0.0.1', '172.16.0.1', '172.31.255.255'],
  ...['192.168.1.1', '169.254.169.254', '100.64.0.1', '192.0.0.8', '192.0.2.1', '198.18.0.1', '198.51.100.7'],
  ...['203.0.113.9', '224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255'],
  ...['::', '::1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12:3456::1', 'ff02::1', 'fec0::1', '100::1'],
  ...['2001:db8::1', '2001::1', '2001:2::1', '4000::1', '::7f00:1', '::127.0.0.1'],
  // Wrapped around private ones
  ...['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:10.0.0.1', '::ffff:169.254.169.254'],
  ...[
    '64:ff9b::7f00:1',
    '64:ff9b::a00:1',
    '64:ff9b:1::1',
    '2002:7f00:1::1',
    '2002:a9fe:a9fe::',
    '2002:c0a8:101::',
  ],
  ...['', 'localhost', 'www.gov.cn', '[::1]', '1.1.1.1 ', '1.1.1.1/8'],
])('%j is not', (address) => expect(isPublicAddress(address)).toBe(false));

test('property: a wrapped address is public exactly when the one inside is', () => {
  fc.assert(
    fc.property(fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)), ([a, b, c, d]) => {
      const hex = (high: number, low: number) => (high * 256 + low).toString(16);
      const inside = isPublicAddress(`${a}.${b}.${c}.${d}`);
      const wrapped = [
        `::ffff:${hex(a, b)}:${hex(c, d)}`,
        `64:ff9b::${hex(a, b)}:${hex(c, d)}`,
        `2002:${hex(a, b)}:${hex(c, d)}::1`,
      ];
      for (const address of wrapped) expect(isPublicAddress(address)).toBe(inside);
    }),
    { numRuns: 500, seed: 42 },
  );
});
