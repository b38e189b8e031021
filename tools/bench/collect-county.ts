import { countListPage, finishCrawl, saveListPage, startCrawl } from '../../src/store/collection/crawls.js';
import { recordFetch, saveListings } from '../../src/store/collection/fetches.js';
import { finishRun, startRun } from '../../src/store/collection/runs.js';
import { saveSources } from '../../src/store/collection/sources.js';
import type { Database } from '../../src/store/postgres/database.js';
import { inTransaction } from '../../src/store/postgres/database.js';
import type { LoadableReports } from './loadable-reports.js';

interface County {
  readonly batch: LoadableReports;
  readonly unitIds: readonly string[];
  /** Whether the list could be read to its end. */
  readonly whole: boolean;
}

/** Writes down what collecting a county's list over a month leaves: crawls with their pages, links, a log of requests. */
export async function collectCounty(
  db: Database,
  sourceId: string,
  { batch, unitIds, whole }: County,
): Promise<void> {
  const url = `https://${sourceId}.example.gov.cn/zfxxgk/nb/index.html`;
  const rest = {
    unitId: null,
    years: null,
    delayMs: 1000,
    maxPages: 100,
    params: {},
    select: null,
    verified: null,
  };
  const source = { id: sourceId, family: 'hanweb', url, unitIds: [...unitIds], ...rest };
  for (let day = DAYS; day > 0; day -= 1) {
    const at = new Date(Date.now() - day * 86_400_000);
    const run = await startRun(db, 'run', at);
    const counts = { found: 500, fetched: 0, parsed: 0, loaded: 0, failed: 0 };
    await finishRun(db, run, { finishedAt: new Date(at.getTime() + 60_000), counts });
    await crawl(db, sourceId, url, at, whole);
  }
  await saveSources(db, [source], new Date());
  const { captures } = batch;
  await saveListings(
    db,
    captures.map((c) => ({
      sourceId,
      url: c.url,
      title: c.listedTitle!,
      listedOn: c.listedOn,
      unitId: c.unitId,
      reportYear: c.reportYear,
      seenAt: new Date(),
      listUrl: url,
    })),
  );
  await logRequests(db, batch);
}

async function crawl(db: Database, sourceId: string, url: string, at: Date, whole: boolean): Promise<void> {
  const crawlId = await startCrawl(db, sourceId, at);
  const blank = { finalUrl: null, contentType: null, etag: null, lastModified: null, failure: null };
  for (let page = 0; page < PAGES; page += 1) {
    await saveListPage(db, crawlId, page, {
      url: url.replace('index', `index_${page}`),
      reportYear: null,
      fetchedAt: at,
      status: 200,
      notModified: false,
      sha256: null,
      ...blank,
    });
    await countListPage(db, crawlId, page, { items: 20, reports: 20 });
  }
  const end = { declaredTotal: null, message: null };
  await finishCrawl(
    db,
    crawlId,
    whole ? { ended: 'end', pagesLeft: 0, ...end } : { ended: 'cap', pagesLeft: 5, ...end },
  );
}

/** Three looks at every page; one page in fifty failed at the last. */
async function logRequests(db: Database, { captures }: LoadableReports): Promise<void> {
  await inTransaction(db, async ({ kysely }) => {
    for (const [index, { url, documentSha256 }] of captures.entries()) {
      for (let look = LOOKS; look > 0; look -= 1) {
        const failed = look === 1 && index % 50 === 7;
        await recordFetch(
          { ...db, kysely },
          {
            url,
            fetchedAt: new Date(Date.now() - look * 7 * 86_400_000),
            status: failed ? 503 : 200,
            outcome: failed ? 'failed' : look === LOOKS ? 'ok' : 'not_modified',
            documentSha256: failed ? null : documentSha256,
            message: failed ? '503 Service Unavailable' : null,
          },
        );
      }
    }
  });
}

const DAYS = 30;
const PAGES = 25;
const LOOKS = 3;
