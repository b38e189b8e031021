/** The labelled files: the bundled sample, and real reports with their truth where there are any. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import type { ExpectedFigure } from '../generate/variations/draft.js';
import type { ExpectedReport, LabelledDocument } from './labelled-document.js';

interface SampleJson {
  readonly reports: readonly {
    readonly file: string;
    readonly unit_id: string;
    readonly year: number;
    readonly publishedOn: string;
    readonly table2: string;
    readonly table3: string;
    readonly figures: readonly ExpectedFigure[];
  }[];
  readonly defects: readonly { readonly unit_id: string; readonly year: number }[];
}

interface TruthJson {
  readonly id: string;
  readonly unit: string | null;
  readonly unitAlso: readonly string[];
  readonly year: number | null;
  readonly publishedOn: string | null;
  readonly table2: string;
  readonly table3: string;
  readonly figures: readonly ExpectedFigure[];
}

/** fixtures/sample, by its own expected.json. */
export function* sampleDocuments(root: string): Generator<LabelledDocument> {
  const folder = join(root, 'fixtures', 'sample');
  const { reports, defects } = json<SampleJson>(join(folder, 'expected.json'));
  const names = unitNames(readFileSync(join(folder, 'units.csv'), 'utf8'));
  for (const report of reports) {
    const { file, unit_id, year, publishedOn, table2, table3 } = report;
    yield fromFile(
      join(folder, file),
      formOf(table2, table3),
      {
        figures: byKey(report.figures),
        units: names(unit_id),
        year,
        publishedOn,
        template: table3,
      },
      defects.some((defect) => defect.unit_id === unit_id && defect.year === year),
    );
  }
}

export const realReportsFolder = (root: string): string => resolve(root, '..', 'shared');

/** Real reports beside the project; none where the folder is absent. */
export function* realDocuments(root: string): Generator<LabelledDocument> {
  const folder = realReportsFolder(root);
  if (!existsSync(join(folder, 'reports'))) return;
  for (const file of readdirSync(join(folder, 'reports')).sort()) {
    const truthFile = join(folder, 'truth', `${basename(file, extname(file))}.json`);
    if (!existsSync(truthFile)) continue;
    const { unit, unitAlso, year, publishedOn, table2, table3, figures } = json<TruthJson>(truthFile);
    const units = unit === null ? [] : [unit, ...unitAlso];
    yield fromFile(
      join(folder, 'reports', file),
      formOf(table2, table3),
      {
        figures: byKey(figures),
        units,
        year,
        publishedOn,
        template: table3,
      },
      true,
    );
  }
}

function fromFile(path: string, form: string, expected: ExpectedReport, faulty: boolean): LabelledDocument {
  const name = basename(path);
  return {
    name,
    format: FORMATS[extname(path)] ?? extname(path).slice(1),
    form,
    variations: [],
    bytes: readFileSync(path),
    servedType: null,
    expected,
    destroysInformation: false,
    faulty,
    reproduce: null,
  };
}

const FORMATS: Readonly<Record<string, string>> = { '.txt': 'text', '.htm': 'html' };
const json = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
const formOf = (table2: string, table3: string): string =>
  table2 === table3 ? table3 : `${table2}+${table3}`;
const byKey = (figures: readonly ExpectedFigure[]): Map<string, ExpectedFigure> =>
  new Map(figures.map((figure) => [`${figure.indicator}@${figure.applicant ?? ''}`, figure]));

/** A unit is named with or without the units above it. */
function unitNames(csv: string): (unitId: string) => string[] {
  const [head, ...lines] = csv.trim().split(/\r?\n/);
  const columns = head!.split(',');
  const rows = lines.map((line) => line.split(','));
  const at = (row: readonly string[], column: string) => row[columns.indexOf(column)] ?? '';
  return (unitId) => {
    const own = rows.find((row) => at(row, 'unit_id') === unitId)!;
    const parent = rows.find((row) => at(row, 'unit_id') === at(own, 'parent_id'));
    const name = at(own, 'name');
    return parent ? [name, at(parent, 'name').replace('人民政府', '') + name] : [name];
  };
}
