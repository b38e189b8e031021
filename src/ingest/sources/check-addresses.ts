import { FetchFailure } from '../http/fetch-error.js';
import { createHostPolicy } from '../http/host-policy.js';
import { networkRulesOf } from './network-rules.js';
import type { PlacedProblem } from './sources-problems.js';
import type { WrittenSources } from './sources-schema.js';

/** Sources at addresses that the client would refuse, and hosts that are said to be served in two places. */
export function checkAddresses(file: WrittenSources): PlacedProblem[] {
  const served = new Set((file.local_sites ?? []).map(({ host }) => host));
  const twice = Object.keys(file.loopback ?? {}).filter((host) => served.has(host));
  return [
    ...twice.map((host) => ({
      path: ['loopback', host],
      message: `expected a host that is not in local_sites, which serves "${host}" already`,
    })),
    ...refusedSources(file, served),
  ];
}

function refusedSources(file: WrittenSources, served: ReadonlySet<string>): PlacedProblem[] {
  const network = networkRulesOf(file);
  const local = Object.entries(network?.loopback ?? {}).map(([host, port]) => [host, { port }] as const);
  const policy = createHostPolicy(network?.allowedHosts ?? [], new Map(local));
  return file.sources.flatMap(({ url }, index) => {
    const address = url.replaceAll('{year}', '2020');
    if (served.has(new URL(address).hostname)) return [];
    try {
      policy.read(address, null);
      return [];
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error;
      return [{ path: ['sources', index, 'url'], message: `${error.reason}; ${error.advice}` }];
    }
  });
}
