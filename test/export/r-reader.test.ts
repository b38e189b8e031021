import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportDatasets } from '../../src/export/export-datasets.js';
import { EXPORTS } from '../../src/export/exports.js';
import { type Database, openDatabase } from '../../src/store/postgres/database.js';
import { readViews } from '../../src/store/views/view-stream.js';
import { FORMULA, saveExportedReports, TEXT } from './exported-reports.js';

const R_IS_HERE = isThere('Rscript');

describe.skipIf(!R_IS_HERE)(
  `R reads a package${R_IS_HERE ? '' : ' (skipped: Rscript isn’t installed)'}`,
  () => {
    const root = mkdtempSync(join(tmpdir(), 'nianbao-r-'));
    const out = join(root, 'package');
    let db: Database;

    /** Runs R on the package, any warning an error; gives what it prints, a line each. */
    const r = (lines: readonly string[], locale = 'C.UTF-8'): string[] =>
      execFileSync('Rscript', ['-e', ['options(warn = 2)', SOURCE, ...lines].join('\n')], {
        cwd: out,
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: locale },
      })
        .trimEnd()
        .split('\n')
        .map((line) => line.trimEnd());

    beforeAll(async () => {
      db = await openDatabase({ dataFolder: root });
      await saveExportedReports(db);
      await exportDatasets(db, EXPORTS.package!, { out });
    });
    afterAll(async () => {
      await db.close();
      rmSync(root, { recursive: true, force: true });
    });

    test('every table, with all its rows, columns and labels', async () => {
      const printed = r([
        'for (name in names(nianbao_classes)) {',
        '  data <- read_nianbao(name)',
        '  labels <- vapply(data, function(column) { label <- attr(column, "label"); nchar(label) }, 1L)',
        '  cat(name, nrow(data), ncol(data), min(labels) > 0, "\\n")',
        '}',
      ]);
      const views = await readViews(db, {}, async (reader) => reader.views.map(({ name }) => name));
      const expected = views.map((view) => {
        const rows = parse(readFileSync(join(out, 'data', 'csv', `${view}.csv`)), {
          relax_column_count: false,
        }) as string[][];
        return `${view} ${rows.length - 1} ${rows[0]!.length} TRUE`;
      });
      expect(printed).toEqual(expected);
    });

    test('numbers, days and truths in their types, blanks as NA, texts to the last character, labels in Chinese', () => {
      const lines = r([
        'figure <- read_nianbao("figure"); section <- read_nianbao("section"); report <- read_nianbao("report")',
        'cat(sum(figure$value, na.rm = TRUE), sum(is.na(figure$value)), attr(figure$reported_value, "label"), "\\n")',
        'cat(class(report$published_on), format(report$published_on[1]), report$published_on_stated[1], "\\n")',
        'cat(section$heading[1], identical(section$text[1], rawToChar(as.raw(c(BYTES)))), "\\n")'.replace(
          'BYTES',
          [...Buffer.from(TEXT)].join(','),
        ),
      ]);
      expect(Number(lines[0]!.split(' ')[0])).toBeCloseTo(81 * 43.788, 3);
      expect(lines[0]).toContain(' 9 年报所载数值');
      expect(lines[1]).toBe('Date 2022-01-20 TRUE');
      expect(lines[2]).toBe(`${FORMULA} TRUE`);
    });

    test('in a locale without Chinese too', () => {
      const [codes] = r(
        ['cat(utf8ToInt(enc2utf8(attr(read_nianbao("figure")$reported_value, "label"))))'],
        'C',
      );
      expect(String.fromCodePoint(...codes!.split(' ').map(Number))).toBe('年报所载数值');
    });
  },
);

function isThere(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

const SOURCE = 'source("import.R")';
