import { createHttpClient, type FetchOptions } from '../ingest/http/http-client.js';
import type { FetchPage } from '../ingest/lists/list-family.js';
import { serveLocalSites } from '../ingest/local/local-site.js';
import type { FetchRules, SourcesFile } from '../model/source.js';

/** A client for looking at lists alone; hosts that the sources file says this machine serves are found here. */
export async function withClient<T>(
  userAgent: string,
  sources: Pick<SourcesFile, 'localSites' | 'network'> | null,
  work: (fetchWith: (rules?: Pick<FetchOptions, 'delayMs'> & FetchRules) => FetchPage) => Promise<T>,
): Promise<T> {
  const sites = await serveLocalSites(sources?.localSites ?? []);
  const http = createHttpClient({ userAgent, localHosts: sites.hosts, network: sources?.network });
  try {
    return await work(
      (rules = {}) =>
        (url, asked) =>
          http.get(url, { ...asked, ...rules }),
    );
  } finally {
    await http.close();
    await sites.close();
  }
}
