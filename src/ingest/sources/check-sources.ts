import { CHECK_BY_ID } from '../../catalogue/checks.js';
import type { UnitRecord } from '../../model/unit.js';
import { families } from '../families/families.js';
import { checkAddresses } from './check-addresses.js';
import { didYouMean, type PlacedProblem } from './sources-problems.js';
import type { WrittenSources } from './sources-schema.js';

type WrittenSource = WrittenSources['sources'][number];

/** What the schema can't see: doubles, keys that must go together, and units that the registry doesn't know. */
export function checkSources(file: WrittenSources, units: readonly UnitRecord[] | null): PlacedProblem[] {
  const unitIds = units === null ? null : new Set(units.map((unit) => unit.unitId));
  return [
    ...doubles(
      file.sources.map(({ id }) => id),
      'sources',
      'id',
    ),
    ...doubles(
      (file.local_sites ?? []).map(({ host }) => host),
      'local_sites',
      'host',
    ),
    ...checkAddresses(file),
    ...(unitIds === null ? [] : unknownPlaces(file, unitIds)),
    ...unknownChecks(file),
    ...file.sources.flatMap((source, index) =>
      [
        ...unitKeys(source),
        ...yearKeys(source),
        ...familyKeys(source),
        ...(unitIds === null ? [] : unknownUnits(source, unitIds)),
      ].map(({ path, message }) => ({ path: ['sources', index, ...path], message })),
    ),
  ];
}

function doubles(values: readonly string[], list: string, key: string): PlacedProblem[] {
  return values.flatMap((value, index) => {
    const first = values.indexOf(value);
    if (first === index) return [];
    return [
      {
        path: [list, index, key],
        message: `expected another ${key}: "${value}" is that of ${list}[${first}] too`,
      },
    ];
  });
}

function unknownChecks({ checks }: WrittenSources): PlacedProblem[] {
  return Object.keys(checks ?? {})
    .filter((id) => !CHECK_BY_ID.has(id))
    .map((id) => ({
      path: ['checks', id],
      message: `expected the id of a check (docs/checks.md), got "${id}"${didYouMean(id, CHECK_BY_ID.keys())}`,
    }));
}

function unitKeys({ unit, units }: WrittenSource): PlacedProblem[] {
  if (unit && units)
    return [{ path: ['unit'], message: 'expected unit or units, got both; keep the one that is meant' }];
  if (unit || units) return [];
  return [{ path: [], message: 'expected unit (one) or units (a list), got neither' }];
}

function yearKeys({ family, url, years }: WrittenSource): PlacedProblem[] {
  const inAddress = url.includes('{year}');
  if (!families.get(family)!.byYear) {
    const problems: PlacedProblem[] = [];
    if (inAddress)
      problems.push({
        path: ['url'],
        message: `expected an address without {year} for the family ${family}`,
      });
    if (years)
      problems.push({
        path: ['years'],
        message: `expected no years for the family ${family}: its list says them`,
      });
    return problems;
  }
  const problems: PlacedProblem[] = [];
  if (!inAddress)
    problems.push({
      path: ['url'],
      message: `expected {year} in the address, such as …&fbtime={year}, got "${url}"`,
    });
  if (!years)
    problems.push({
      path: [],
      message: `expected years such as { from: 2019, to: 2023 } for the family ${family}, got nothing`,
    });
  return problems;
}

/** Each family has parameters of its own; a typo among them would ask the site for another list. */
function familyKeys({ family, params, select }: WrittenSource): PlacedProblem[] {
  const { params: known, selects } = families.get(family)!;
  const names = [...known.required, ...known.optional];
  const missing = known.required.filter((name) => params?.[name] === undefined);
  return [
    ...Object.keys(params ?? {})
      .filter((name) => !names.includes(name))
      .map((name) => ({ path: ['params', name], message: unknownParam(name, family, names) })),
    ...missing.map((name) => ({
      path: params ? ['params'] : [],
      message: `expected params: { ${name}: … } for the family ${family}, got nothing`,
    })),
    ...(select && !selects
      ? [{ path: ['select'], message: `expected no select for the family ${family}; generic has it` }]
      : []),
  ];
}

function unknownParam(name: string, family: string, names: readonly string[]): string {
  if (names.length === 0) return `expected no params for the family ${family}`;
  return `unknown parameter of the family ${family}${didYouMean(name, names) || `; expected ${names.join(', ')}`}`;
}

function unknownPlaces({ due }: WrittenSources, known: ReadonlySet<string>): PlacedProblem[] {
  return (due ?? []).flatMap(({ under }, index) => {
    if (!under || known.has(under)) return [];
    const hint = didYouMean(under, known) || '; add a row for it there';
    return [{ path: ['due', index, 'under'], message: `no unit "${under}" in the units file${hint}` }];
  });
}

function unknownUnits({ unit, units }: WrittenSource, known: ReadonlySet<string>): PlacedProblem[] {
  const named = unit
    ? [{ id: unit, path: ['unit'] }]
    : (units ?? []).map((id, index) => ({ id, path: ['units', index] }));
  return named
    .filter(({ id }) => !known.has(id))
    .map(({ id, path }) => ({
      path,
      message: `no unit "${id}" in the units file${didYouMean(id, known) || '; add a row for it there'}`,
    }));
}
