import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

export interface Asset {
  /** Its address; it changes with the content, so browsers may keep it. */
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

const load = (name: string, mediaType: string): Asset => {
  const bytes = readFileSync(new URL(`assets/${name}`, packageFolder()));
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  return { path: `/assets/${digest}/${name}`, mediaType, bytes };
};

/** src/ and dist/ stand in it. */
function packageFolder(): URL {
  let folder = new URL('.', import.meta.url);
  while (!existsSync(new URL('package.json', folder))) folder = new URL('..', folder);
  return folder;
}

/** The board's own files: all that its pages load. */
export const ASSETS = {
  'board.css': load('board.css', 'text/css; charset=utf-8'),
  'board.js': load('board.js', 'text/javascript; charset=utf-8'),
  'icon.svg': load('icon.svg', 'image/svg+xml'),
} as const satisfies Readonly<Record<string, Asset>>;
