import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** Folder → folders that it may import, besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  catalogue: ['model'],
  ingest: ['model', 'catalogue'],
  parse: ['model', 'catalogue'],
  check: ['model', 'catalogue'],
  store: ['model', 'catalogue'],
  export: ['model', 'catalogue', 'store'],
  jobs: ['model', 'catalogue', 'ingest', 'parse', 'check', 'store', 'export'],
  web: ['model', 'catalogue', 'store', 'jobs'],
  commands: ['model', 'catalogue', 'ingest', 'parse', 'check', 'store', 'export', 'jobs', 'web', '.'],
  '.': ['commands'],
};

/** Package → the only places that may import it. */
const CONFINED: readonly (readonly [RegExp, RegExp])[] = [
  [/^pg-boss$/, /^store\/collection\/job-queue\.ts$/],
  [/^(kysely|pg|pg-copy-streams|@electric-sql\/pglite)(\/|$)/, /^store\//],
  [/^mammoth$/, /^parse\/control\/docx-/],
  [/^pdfjs-dist(\/|$)/, /^parse\/readers\/pdf\//],
  [/^word-extractor$/, /^ingest\/convert\//],
  [/^p-queue$/, /^ingest\//],
  [/^undici$/, /^ingest\/http\//],
  [/^robots-parser$/, /^ingest\/http\/robots\.ts$/],
  [/^ipaddr\.js$/, /^ingest\/http\/public-address\.ts$/],
  [/^cheerio(\/|$)/, /^(ingest|parse)\//],
  [/^node-cron$/, /^jobs\/scheduler\.ts$/],
  [/^commander$/, /^commands\//],
  [/^(hono|@hono\/node-server|sanitize-html|echarts)(\/|$)/, /^web\//],
];

/** Pure stages: bytes in, values out. */
const PURE = /^(model|catalogue|parse|check)\//;
const IMPURE_MODULE = /^node:(fs|net|http|https|dns|child_process|process|timers|worker_threads)/;

const LONGEST_FILE = 200;

interface Import {
  readonly file: string;
  readonly from: string;
  readonly target: string;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));

const imports: Import[] = files.flatMap((file) => {
  const text = readFileSync(join(SRC, file), 'utf8');
  const found = text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+'([^']+)'|import\('([^']+)'\)/g);
  return [...found].map((match) => ({ file, from: folderOf(file), target: (match[1] ?? match[2])! }));
});

function folderOf(file: string): string {
  return file.includes(sep) ? file.split(sep)[0]! : '.';
}

function isWithin(file: string, folder: string): boolean {
  return !relative(folder, file).startsWith('..');
}

describe('the folders', () => {
  test('import only what the table allows', () => {
    const wrong = imports
      .filter(({ target }) => target.startsWith('.'))
      .map((entry) => ({
        ...entry,
        to: folderOf(relative(SRC, resolve(SRC, dirname(entry.file), entry.target))),
      }))
      .filter(({ from, to }) => from !== to && !MAY_IMPORT[from]?.includes(to))
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(wrong).toEqual([]);
  });

  test('that stand beside each other import one way, so that each can be read after those it stands on', () => {
    const pairs = new Set(
      imports
        .filter(({ target }) => target.startsWith('.'))
        .map(({ file, target }) => [
          dirname(file),
          dirname(relative(SRC, resolve(SRC, dirname(file), target))),
        ])
        .filter(([from, to]) => !isWithin(from!, to!) && !isWithin(to!, from!))
        .map(([from, to]) => `${from} ${to}`),
    );
    const circles = [...pairs].filter((pair) => pairs.has(pair.split(' ').reverse().join(' ')));
    expect(circles).toEqual([]);
  });

  test('are all in the table', () => {
    const unknown = new Set(files.map(folderOf).filter((folder) => !(folder in MAY_IMPORT)));
    expect([...unknown]).toEqual([]);
  });

  test('keep each library to the place it belongs to', () => {
    const wrong = imports.flatMap(({ file, target }) =>
      CONFINED.filter(([library, place]) => library.test(target) && !place.test(file)).map(
        () => `${file} imports ${target}`,
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('that are pure touch no disk, network, clock or process', () => {
    const wrong = imports
      .filter(({ file, target }) => PURE.test(file) && IMPURE_MODULE.test(target))
      .map(({ file, target }) => `${file} imports ${target}`);
    const clocks = files
      .filter((file) => PURE.test(file))
      .filter((file) =>
        /\bDate\.now\(|\bnew Date\(\)|\bprocess\.|Math\.random/.test(readFileSync(join(SRC, file), 'utf8')),
      );
    expect([...wrong, ...clocks]).toEqual([]);
  });
});

describe('the files', () => {
  test('stay small; the catalogue is data and may be long', () => {
    const long = files
      .filter((file) => !file.startsWith('catalogue'))
      .map((file) => ({ file, lines: readFileSync(join(SRC, file), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > LONGEST_FILE)
      .map(({ file, lines }) => `${file}: ${lines} lines`);
    expect(long).toEqual([]);
  });

  test('are named in kebab-case, and none is a drawer for everything', () => {
    const wrong = files
      .map((file) => file.split(sep).at(-1)!)
      .filter(
        (name) =>
          !/^[a-z0-9]+(-[a-z0-9]+)*\.tsx?$/.test(name) || /^(utils|helpers|types|index)\.ts$/.test(name),
      );
    expect(wrong).toEqual([]);
  });
});
