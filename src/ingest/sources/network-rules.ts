import type { FetchRules, NetworkRules, Source } from '../../model/source.js';
import { USUAL_PORTS } from '../http/host-policy.js';
import { readQuietHours } from '../http/quiet-hours.js';
import type { WrittenSources } from './sources-schema.js';

/** What the file states of hosts; undefined where it states nothing. */
export function networkRulesOf({ allow_hosts, loopback }: WrittenSources): NetworkRules | undefined {
  if (!allow_hosts && !loopback) return undefined;
  return {
    allowedHosts: (allow_hosts ?? []).map(({ host, ports, tls, reason }) => ({
      host,
      ports: [...USUAL_PORTS, ...(ports ?? [])],
      tls: tls ?? 'verified',
      reason,
    })),
    loopback: loopback ?? {},
  };
}

/** What the file states of one source's requests, its own quiet hours before the file's; empty where nothing. */
export function fetchRulesOf(
  file: WrittenSources,
  source: WrittenSources['sources'][number],
): Pick<Source, 'fetchRules'> {
  const quiet = source.quiet_hours ?? file.quiet_hours;
  const quietHours = quiet ? readQuietHours(quiet) : null; // "none" is none.
  const fetchRules: FetchRules = {
    ...(source.robots ? { robotsOff: source.robots.ignore } : {}),
    ...(quietHours ? { quietHours } : {}),
    ...(source.timeout_s ? { timeoutMs: source.timeout_s * 1000 } : {}),
    ...(source.max_mb ? { maxBytes: source.max_mb * MEBIBYTE } : {}),
  };
  return Object.keys(fetchRules).length === 0 ? {} : { fetchRules };
}

const MEBIBYTE = 1024 * 1024;
