import { constants } from 'node:crypto';
import { type LookupAddress, type LookupOptions, lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import type { TlsMode } from '../../model/source.js';
import { type HostPolicy, type LocalHost, privateAddress } from './host-policy.js';
import { isPublicAddress } from './public-address.js';

/** Name → all its addresses, as `dns.lookup` with `all`. */
export type Resolve = (
  hostname: string,
  options: LookupOptions & { readonly all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export interface ConnectorOptions {
  readonly policy: HostPolicy;
  readonly localHosts: ReadonlyMap<string, LocalHost>;
  readonly connectMs: number;
  /** Default the system's. */
  readonly resolve?: Resolve;
}

/**
 * The only place that opens connections. The look-up that is checked is the one that connects: a name that answers
 * differently the next time gains nothing. Hosts that this machine serves are found on loopback.
 */
export function createConnector(options: ConnectorOptions): buildConnector.connector {
  const { policy, localHosts, connectMs: timeout } = options;
  const lookup = publicLookup(options.resolve ?? systemLookup);
  const connectors = Object.fromEntries(
    Object.entries(TLS_MODES).map(([mode, tls]) => [mode, buildConnector({ timeout, lookup, ...tls })]),
  ) as Readonly<Record<TlsMode, buildConnector.connector>>;
  const local = buildConnector({ timeout });

  return (target, callback) => {
    const here = localHosts.get(target.hostname);
    const tls = policy.find(target.hostname)?.tls ?? 'verified';
    if (here !== undefined) {
      const loopback = { ...target, hostname: '127.0.0.1', port: String(here.port) };
      if (here.https) return connectors[tls](loopback, callback);
      return local({ ...loopback, protocol: 'http:' }, callback);
    }
    const literal = target.hostname.replace(/^\[|\]$/g, '');
    if (isIP(literal) !== 0 && !isPublicAddress(literal))
      return callback(privateAddress(target.hostname), null);
    return connectors[tls]({ ...target, hostname: literal }, (...result) => {
      const [error, socket] = result;
      const peer = socket?.remoteAddress;
      // Whatever went on in between: this is who answers.
      if (error !== null || (peer !== undefined && isPublicAddress(peer))) return callback(...result);
      socket.destroy();
      callback(privateAddress(target.hostname, [peer ?? 'unknown']), null);
    });
  };
}

/** Hands on only public addresses; a name that has none can't be connected to. */
export function publicLookup(resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, []);
      const open = addresses.filter(({ address }) => isPublicAddress(address));
      const [first] = open;
      if (first === undefined) {
        const found = addresses.map(({ address }) => address);
        callback(privateAddress(hostname, found), []);
      } else if (options.all) callback(null, open);
      else callback(null, first.address, first.family);
    });
  };
}

/** OpenSSL 3 refuses what old gateways speak: TLS 1.0 and 1.1, SHA-1, and renegotiation before RFC 5746. */
const LEGACY = {
  minVersion: 'TLSv1',
  ciphers: 'DEFAULT@SECLEVEL=0',
  secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
} as const;

const TLS_MODES = {
  verified: {},
  legacy: LEGACY,
  insecure: { ...LEGACY, rejectUnauthorized: false },
} satisfies Readonly<Record<TlsMode, buildConnector.BuildOptions>>;
