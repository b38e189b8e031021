import type { IncomingMessage, ServerResponse } from 'node:http';

/** A site that imitates one family, whole: its lists, its reports, and the entry that collects it. */
export interface PublisherSite {
  readonly host: string;
  handler(request: IncomingMessage, response: ServerResponse): void;
  /** An entry of a sources file, as YAML would say it. */
  readonly entry: SourceEntry;
  /** What collecting the entry must find. */
  readonly reports: readonly PublishedReport[];
}

export interface SourceEntry {
  readonly id: string;
  readonly family: string;
  readonly url: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly select?: Readonly<Record<string, string>>;
  readonly years?: { readonly from: number; readonly to: number };
}

export interface PublishedReport {
  /** Where the list leads. */
  readonly url: string;
  readonly title: string;
  readonly date: string;
  /** What that address serves. */
  readonly bytes: Buffer;
}

/** What a test gives: the site makes the addresses. */
export interface ReportToPublish {
  readonly title: string;
  /** `YYYY-MM-DD`, printed beside the link. */
  readonly date: string;
  readonly bytes: Buffer;
  /** Decides its address, where that must outlast changes of the list; default its place in the list. */
  readonly place?: number;
}

export interface SiteOptions {
  readonly host?: string;
  /** Entries a list page. */
  readonly pageSize?: number;
  /** Dated entries of the list that are no reports, put after the reports. */
  readonly others?: number;
}

export interface SiteAnswer {
  readonly body: string | Buffer;
  readonly type?: string;
  readonly status?: number;
}

/** What a site answers to a path with its query, and to the form that was posted; null is 404. */
export type AnswerSite = (url: URL, form: URLSearchParams | null) => SiteAnswer | null;

export function serveWith(host: string, answer: AnswerSite): PublisherSite['handler'] {
  return (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', `http://${host}`);
      const form = request.method === 'POST' ? new URLSearchParams(Buffer.concat(chunks).toString()) : null;
      const found = answer(url, form);
      const { body, type = 'text/html; charset=utf-8', status = 200 } = found ?? { body: 'no', status: 404 };
      response.writeHead(status, { 'content-type': type }).end(body);
    });
  };
}

/** One entry of a list, before a family prints it. */
export interface ListEntry {
  readonly path: string;
  readonly title: string;
  readonly date: string;
}

/** The reports with their addresses, the entries of the list in order, and what serves the reports. */
export function publish(
  reports: readonly ReportToPublish[],
  { host = 'publisher.example', others = 0 }: SiteOptions,
  pathOf: (report: ReportToPublish, place: number) => string,
) {
  const byPath = new Map(reports.map((report, place) => [pathOf(report, report.place ?? place), report]));
  const entries: ListEntry[] = [
    ...[...byPath].map(([path, { title, date }]) => ({ path, title, date })),
    ...Array.from({ length: others }, (_, place) => {
      const title = `关于做好第${place + 1}项公开工作的通知`;
      return {
        path: pathOf({ title, date: '2024-03-01', bytes: Buffer.alloc(0) }, reports.length + place),
        title,
        date: '2024-03-01',
      };
    }),
  ];
  const published: PublishedReport[] = [...byPath].map(([path, report]) => ({
    ...report,
    url: new URL(path, `http://${host}`).href,
  }));
  const article = (url: URL): SiteAnswer | null => {
    const report = byPath.get(url.pathname + url.search);
    return report === undefined ? null : { body: report.bytes };
  };
  return { host, entries, published, article };
}

/** Page `number` (from 1) of the entries, and how many pages there are. */
export function pageOf<T>(entries: readonly T[], number: number, pageSize: number) {
  const count = Math.max(1, Math.ceil(entries.length / pageSize));
  return { part: entries.slice((number - 1) * pageSize, number * pageSize), count };
}

export function listItem({ path, title, date }: ListEntry): string {
  return `<li><a href="${path}" title="${title}">${title.slice(0, 10)}…</a><span>${date}</span></li>`;
}

/** A page with the navigation that every site has. */
export function shell(body: string, head = ''): string {
  return `<!doctype html><html><head><meta charset="utf-8"><title>政府信息公开年报</title>${head}</head><body>
<div class="nav"><a href="/">首页</a><a href="/zwgk/">政务公开</a><a href="/nb/">政府信息公开年报</a></div>
${body}<div class="footer"><a href="/about.html">网站地图</a></div></body></html>`;
}
