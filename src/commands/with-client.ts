import { createHttpClient } from '../ingest/http-client.js';
import type { FetchPage } from '../ingest/list-family.js';
import { serveLocalSites } from '../ingest/local-site.js';
import type { SourcesFile } from '../model/source.js';

/** A client for looking at lists alone; hosts that the sources file says this machine serves are found here. */
export async function withClient<T>(
  userAgent: string,
  sources: Pick<SourcesFile, 'localSites'> | null,
  work: (fetchWith: (delayMs?: number) => FetchPage) => Promise<T>,
): Promise<T> {
  const sites = await serveLocalSites(sources?.localSites ?? []);
  const http = createHttpClient({ userAgent, localHosts: sites.hosts });
  try {
    return await work(
      (delayMs) => (url, asked) =>
        http.get(url, delayMs === undefined ? { ...asked } : { ...asked, delayMs }),
    );
  } finally {
    await http.close();
    await sites.close();
  }
}
