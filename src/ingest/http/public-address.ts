import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address (v4 or v6, without brackets) is one host on the public internet. IPv6 that only wraps an IPv4
 * address is judged by that one. Anything else, and anything that is no address, is not.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast';
  const wrapped = wrappedIPv4(parsed);
  if (wrapped !== null) return wrapped.range() === 'unicast';
  // RFC 4291 §2.4: only 2000::/3 is given out; ::a.b.c.d and the like have no range of their own.
  return parsed.range() === 'unicast' && parsed.match(GLOBAL_UNICAST, 3);
}

function wrappedIPv4(address: ipaddr.IPv6): ipaddr.IPv4 | null {
  const bytes = address.toByteArray();
  const from = WRAPPERS.find(({ prefix, bits }) => address.match(prefix, bits))?.from;
  return from === undefined ? null : new ipaddr.IPv4(bytes.slice(from, from + 4));
}

const v6 = (text: string) => ipaddr.IPv6.parse(text);

const GLOBAL_UNICAST = v6('2000::');

/** `from` is the byte at which the IPv4 address begins. */
const WRAPPERS = [
  { prefix: v6('::ffff:0:0'), bits: 96, from: 12 }, // IPv4-mapped, RFC 4291 §2.5.5.2
  { prefix: v6('64:ff9b::'), bits: 96, from: 12 }, // NAT64, RFC 6052
  { prefix: v6('2002::'), bits: 16, from: 2 }, // 6to4, RFC 3056
] as const;
