import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { z } from 'zod';

/** A folder of a local site, or its site.json, can't be used; the message names it and says what is expected. */
export class LocalSiteError extends Error {
  override readonly name = 'LocalSiteError';
}

export interface SiteFolder {
  /** What stands at an address (path and query, as in a request line); null where nothing does. */
  find(address: string): Promise<SitePage | null>;
}

export type SitePage =
  | { readonly status: number; readonly type: string; readonly bytes: Buffer }
  | { readonly location: string };

/**
 * Files by their path, `index.html` for a folder, and the routes of an optional `site.json`:
 * `{"routes": {"/report.jsp?area=1&fbtime=2020": {"file": "2020.html", "type": "text/html", "status": 200}}}`.
 * Parameters of a route match in any order. Nothing outside the folder is served, nor site.json itself.
 */
export async function openSiteFolder(folder: string): Promise<SiteFolder> {
  const root = await realpath(folder).catch((cause: unknown) => {
    throw new LocalSiteError(`${folder}: no such folder; correct it in local_sites of the sources file`, {
      cause,
    });
  });
  if (!(await stat(root)).isDirectory()) throw new LocalSiteError(`${folder}: expected a folder, got a file`);
  const routes = await readRoutes(join(root, SITE_FILE));

  return {
    async find(address) {
      const url = readAddress(address);
      if (url === null) return null;
      const route = routes.get(routeKey(url));
      if (route === undefined) return findFile(root, url);
      const file = await fileIn(root, route.file);
      if (file === null)
        throw new LocalSiteError(`${join(root, SITE_FILE)}: no file "${route.file}" in the folder`);
      return { status: route.status, type: route.type ?? typeOf(file), bytes: await readFile(file) };
    },
  };
}

async function findFile(root: string, url: URL): Promise<SitePage | null> {
  const path = decodePath(url.pathname);
  if (path === null) return null;
  const wanted = path.endsWith('/') ? `${path}index.html` : path;
  const file = await fileIn(root, wanted);
  if (file !== null) return { status: 200, type: typeOf(file), bytes: await readFile(file) };
  // Relative links of a folder's page need the slash.
  const asFolder = path.endsWith('/') ? null : await fileIn(root, `${path}/index.html`);
  return asFolder === null ? null : { location: `${url.pathname}/` };
}

/** The file's real path if it is one below the root, links followed. */
async function fileIn(root: string, path: string): Promise<string | null> {
  if (path.includes('\0')) return null;
  const real = await realpath(join(root, path)).catch(() => null);
  if (real === null || !real.startsWith(root + sep) || real === join(root, SITE_FILE)) return null;
  return (await stat(real)).isFile() ? real : null;
}

type Route = z.infer<typeof Route>;
const Route = z.strictObject({
  file: z.string(),
  type: z.string().optional(),
  status: z.int().min(200).max(599).default(200),
});
const SiteFile = z.strictObject({ routes: z.record(z.string().startsWith('/'), Route) });

async function readRoutes(path: string): Promise<ReadonlyMap<string, Route>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw new LocalSiteError(`${path}: can't be read`, { cause });
  }
  try {
    const { routes } = SiteFile.parse(JSON.parse(text));
    return new Map(
      Object.entries(routes).map(([address, route]) => [routeKey(new URL(address, ORIGIN)), route]),
    );
  } catch (cause) {
    const what =
      cause instanceof z.ZodError ? z.prettifyError(cause).replace(/\s+/g, ' ') : (cause as Error).message;
    throw new LocalSiteError(`${path}: ${what}`, { cause });
  }
}

function routeKey(url: URL): string {
  const parameters = [...url.searchParams].map(([name, value]) => JSON.stringify([name, value])).sort();
  return `${url.pathname}?${parameters.join('&')}`;
}

function readAddress(address: string): URL | null {
  return address.startsWith('/') && URL.canParse(ORIGIN + address) ? new URL(ORIGIN + address) : null;
}

function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function typeOf(file: string): string {
  return TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
}

const SITE_FILE = 'site.json';
const ORIGIN = 'http://local.invalid';

/** Without charset, as old sites send them: the page's meta says. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.shtml': 'text/html',
  '.xml': 'text/xml',
  '.txt': 'text/plain',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.doc': 'application/msword',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
