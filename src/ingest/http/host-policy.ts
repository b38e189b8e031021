import { isIP } from 'node:net';
import type { AllowedHost } from '../../model/source.js';
import { FetchFailure } from './fetch-error.js';
import { isPublicAddress } from './public-address.js';

/** A server on this machine, stated in the sources file. `https`: it speaks TLS. */
export interface LocalHost {
  readonly port: number;
  readonly https?: boolean;
}

export interface HostPolicy {
  /** What is stated of a host, null where it may not be asked. Exact names come before `*.` patterns, longest first. */
  find(hostname: string): AllowedHost | null;
  /** Reads an address, relative to `base` if given. Throws FetchFailure unless it may be asked for. */
  read(text: string, base: URL | null): URL;
}

/**
 * Where the collector may go: http(s), on allowed ports of allowed hosts, and never to an address that isn't public,
 * unless it is a server on this machine that the sources file names. Sites are not trusted: what their links and
 * redirects name is read by this too. Names are judged here, the addresses behind them where the connection is made.
 */
export function createHostPolicy(
  allowed: readonly AllowedHost[],
  localHosts: ReadonlyMap<string, LocalHost>,
): HostPolicy {
  const rules = [...allowed, GOVERNMENT].sort((a, b) => rank(b) - rank(a));
  const find = (hostname: string) => rules.find(({ host }) => matches(host, hostname)) ?? null;

  return {
    find,
    read(text, base) {
      const url = URL.canParse(text, base?.href) ? new URL(text, base?.href) : null;
      if (url?.protocol !== 'http:' && url?.protocol !== 'https:') throw notHttp(text, base);
      const refusal = refusalOf(url, localHosts.get(url.hostname), find(url.hostname));
      if (refusal !== null) throw base === null ? refusal : refusal.with({ at: url.href });
      return url;
    },
  };
}

/**
 * Null where the address may be asked for. The URL Standard has folded its host already: full width, percent signs, and
 * the decimal, octal and hex forms of IPv4.
 */
function refusalOf(url: URL, local: LocalHost | undefined, rule: AllowedHost | null): FetchFailure | null {
  const { hostname } = url;
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  if (url.username !== '' || url.password !== '') return withUserInfo();
  if (local !== undefined) {
    return url.port === '' || port === local.port ? null : wrongPort(hostname, port, [local.port]);
  }
  const literal = hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && !isPublicAddress(literal)) return privateAddress(hostname);
  if (rule === null) return notAllowed(hostname);
  return rule.ports.includes(port) ? null : wrongPort(hostname, port, rule.ports);
}

/** An address behind a name, or in its place, that is not on the public internet. */
export function privateAddress(hostname: string, addresses: readonly string[] = []): FetchFailure {
  const where = addresses.length === 0 ? hostname : `${hostname} (${addresses.join(', ')})`;
  return new FetchFailure(
    'fetch/private-address',
    `${where} is no address on the public internet, and was not connected to`,
    'correct the source; a server on this machine is named under loopback in the sources file',
  );
}

/** Exact before pattern, then the longer name. */
function rank({ host }: AllowedHost): number {
  return (host.startsWith('*.') ? 0 : 1000) + host.length;
}

function matches(pattern: string, hostname: string): boolean {
  return pattern.startsWith('*.') ? hostname.endsWith(pattern.slice(1)) : pattern === hostname;
}

function notHttp(text: string, base: URL | null): FetchFailure {
  const what =
    base === null ? 'not an http(s) address' : `redirected to "${text}", which is not an http(s) address`;
  return new FetchFailure('fetch/bad-address', what, 'correct the address in the sources file');
}

function withUserInfo(): FetchFailure {
  return new FetchFailure(
    'fetch/bad-address',
    'the address carries a user name or password',
    'published reports need none: correct the address in the sources file',
  );
}

function notAllowed(hostname: string): FetchFailure {
  return new FetchFailure(
    'fetch/host-not-allowed',
    `${hostname} is neither under gov.cn nor allowed in the sources file`,
    'if it does publish reports, add it to allow_hosts with the reason',
  );
}

function wrongPort(hostname: string, port: number, ports: readonly number[]): FetchFailure {
  return new FetchFailure(
    'fetch/port-not-allowed',
    `${hostname} may be asked on port ${ports.join(' or ')}, not ${port}`,
    'correct the address, or add the port to the host in allow_hosts',
  );
}

export const USUAL_PORTS: readonly number[] = [80, 443];

/** 国办函〔2018〕55号: sites of government bodies stand under .gov.cn. */
const GOVERNMENT: AllowedHost = { host: '*.gov.cn', ports: USUAL_PORTS, tls: 'verified', reason: null };
